#include "ui/viewport/shown_surface.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace hipwright {
namespace {

Box boxOf(const std::vector<Vec3>& points) {
  if (points.empty()) return {};
  Box box{points.front(), points.front()};
  for (const Vec3& p : points)
    for (int a = 0; a < 3; ++a) {
      box.lower[a] = std::min(box.lower[a], p[a]);
      box.upper[a] = std::max(box.upper[a], p[a]);
    }
  return box;
}

void append(std::vector<float>& values, const Vec3& v) {
  for (const double x : v) values.push_back(static_cast<float>(x));
}

/// Which vertices hang together, by union and find.
class Pieces {
 public:
  explicit Pieces(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }

  std::uint32_t find(std::uint32_t vertex) {
    while (m_parent[vertex] != vertex) vertex = m_parent[vertex] = m_parent[m_parent[vertex]];
    return vertex;
  }
  void join(std::uint32_t a, std::uint32_t b) { m_parent[find(a)] = find(b); }

 private:
  std::vector<std::uint32_t> m_parent;
};

}  // namespace

ShownSurface shownSurface(const Mesh& mesh) {
  ShownSurface shown;
  std::vector<Vec3> normals(mesh.vertices.size(), Vec3{0, 0, 0});
  shown.corners.reserve(3 * mesh.triangles.size());
  double sixVolumes = 0;
  for (const auto& triangle : mesh.triangles) {
    const Vec3& a = mesh.vertices[triangle[0]];
    const Vec3& b = mesh.vertices[triangle[1]];
    const Vec3& c = mesh.vertices[triangle[2]];
    const Vec3 normal = cross(b - a, c - a);  // twice the area long
    sixVolumes += dot(a, cross(b, c));
    for (const std::uint32_t corner : triangle) {
      normals[corner] = normals[corner] + normal;
      shown.corners.push_back(static_cast<std::int32_t>(corner));
    }
  }
  shown.volume = sixVolumes / 6;
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
    const double size = length(normals[i]);
    append(shown.points, mesh.vertices[i]);
    append(shown.normals, size > 0 ? (1 / size) * normals[i] : Vec3{0, 0, 1});
  }
  for (std::size_t i = 0; i <= mesh.triangles.size(); ++i) shown.offsets.push_back(static_cast<std::int32_t>(3 * i));
  shown.bounds = boxOf(mesh.vertices);
  return shown;
}

Mesh withoutSpecks(const Mesh& mesh, std::size_t fewest) {
  constexpr std::uint32_t kGone = std::numeric_limits<std::uint32_t>::max();
  Pieces pieces(mesh.vertices.size());
  for (const auto& t : mesh.triangles) {
    pieces.join(t[0], t[1]);
    pieces.join(t[1], t[2]);
  }
  std::vector<std::size_t> triangles(mesh.vertices.size(), 0);
  for (const auto& t : mesh.triangles) ++triangles[pieces.find(t[0])];
  Mesh kept;
  std::vector<std::uint32_t> place(mesh.vertices.size(), kGone);
  for (std::uint32_t i = 0; i < place.size(); ++i) {
    if (triangles[pieces.find(i)] < fewest) continue;
    place[i] = static_cast<std::uint32_t>(kept.vertices.size());
    kept.vertices.push_back(mesh.vertices[i]);
  }
  for (const auto& t : mesh.triangles)
    if (place[t[0]] != kGone) kept.triangles.push_back({place[t[0]], place[t[1]], place[t[2]]});
  return kept;
}

}  // namespace hipwright
