// Fewer triangles for the same surface, by clustering its vertices: quick, and good enough while the camera moves.
#include "ui/viewport/shown_surface.h"

#include <cmath>
#include <unordered_map>

namespace hipwright {
namespace {

constexpr std::size_t kRoughTriangles = 16'000;
constexpr std::size_t kManyTriangles = 2 * kRoughTriangles;
constexpr double kTrianglesPerCell = 2;  // that a surface leaves in each cube it crosses

double areaOf(const Mesh& mesh) {
  double twice = 0;
  for (const auto& t : mesh.triangles)
    twice += length(cross(mesh.vertices[t[1]] - mesh.vertices[t[0]], mesh.vertices[t[2]] - mesh.vertices[t[0]]));
  return twice / 2;
}

/// Puts points into cubes; points of the same cube get the same number.
class Cells {
 public:
  explicit Cells(double side) : m_side(side) {}

  std::uint32_t numberOf(const Vec3& point) {
    constexpr std::uint64_t kBits = 21;
    std::uint64_t key = 0;
    for (int a = 0; a < 3; ++a) {
      const auto at = static_cast<std::int64_t>(std::floor(point[a] / m_side));
      key = (key << kBits) | (static_cast<std::uint64_t>(at) & ((std::uint64_t{1} << kBits) - 1));
    }
    return m_numbers.try_emplace(key, static_cast<std::uint32_t>(m_numbers.size())).first->second;
  }
  std::size_t count() const { return m_numbers.size(); }

 private:
  double m_side;
  std::unordered_map<std::uint64_t, std::uint32_t> m_numbers;
};

}  // namespace

Mesh rougher(const Mesh& mesh, std::size_t triangles) {
  if (mesh.triangles.size() <= triangles) return mesh;
  Cells cells(std::sqrt(kTrianglesPerCell * areaOf(mesh) / static_cast<double>(triangles)));
  std::vector<std::uint32_t> cellOf;
  cellOf.reserve(mesh.vertices.size());
  for (const Vec3& vertex : mesh.vertices) cellOf.push_back(cells.numberOf(vertex));
  Mesh rough;
  rough.vertices.assign(cells.count(), Vec3{0, 0, 0});
  std::vector<double> members(cells.count(), 0);
  for (std::size_t i = 0; i < cellOf.size(); ++i) {
    rough.vertices[cellOf[i]] = rough.vertices[cellOf[i]] + mesh.vertices[i];
    ++members[cellOf[i]];
  }
  for (std::size_t i = 0; i < members.size(); ++i) rough.vertices[i] = (1 / members[i]) * rough.vertices[i];
  for (const auto& t : mesh.triangles) {
    const std::uint32_t a = cellOf[t[0]];
    const std::uint32_t b = cellOf[t[1]];
    const std::uint32_t c = cellOf[t[2]];
    if (a != b && b != c && c != a) rough.triangles.push_back({a, b, c});
  }
  return rough;
}

ShownSurface surfaceWithRough(const Mesh& mesh) {
  ShownSurface surface = shownSurface(mesh);
  if (mesh.triangles.size() > kManyTriangles)
    surface.rough = std::make_shared<const ShownSurface>(shownSurface(rougher(mesh, kRoughTriangles)));
  return surface;
}

}  // namespace hipwright
