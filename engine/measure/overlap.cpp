#include "engine/measure/overlap.h"

#include "engine/core/error.h"
#include "engine/measure/point_tree.h"
#include "engine/measure/surface_points.h"

#include <limits>
#include <optional>

namespace hipwright {

namespace {

void checkSameSize(const Volume& a, const Volume& b) {
  if (a.geometry.size != b.geometry.size || a.voxels.size() != b.voxels.size())
    throw Error(ErrorCode::BadGeometry, {{"reason", "the two fields to be compared have different sizes"}});
}

/// How near a surface is where the field itself is clamped.
class SurfaceTree {
 public:
  explicit SurfaceTree(const Volume& field) {
    for (const SurfacePoint& p : surfacePoints(field)) m_points.push_back(p.position);
    if (!m_points.empty()) m_tree.emplace(m_points);
  }

  double distance(const Vec3& point) const {
    return m_tree ? length(m_points[m_tree->nearest(point)] - point) : std::numeric_limits<double>::max();
  }

 private:
  std::vector<Vec3> m_points;
  std::optional<PointTree> m_tree;
};

}  // namespace

double dice(const Volume& a, const Volume& b) {
  checkSameSize(a, b);
  std::int64_t both = 0;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < a.voxels.size(); ++i) {
    const bool inA = a.voxels[i] > 0;
    const bool inB = b.voxels[i] > 0;
    both += inA && inB ? 1 : 0;
    sum += (inA ? 1 : 0) + (inB ? 1 : 0);
  }
  return sum == 0 ? 1 : 2.0 * static_cast<double>(both) / static_cast<double>(sum);
}

PartDice partDice(const Volume& field, const Volume& cup, const Volume& stem) {
  checkSameSize(field, cup);
  checkSameSize(field, stem);
  const SurfaceTree toCup(cup);
  const SurfaceTree toStem(stem);
  const auto outside = [](const Volume& like) {
    return Volume{like.geometry, std::vector<float>(like.voxels.size(), -1.0F)};
  };
  Volume cupOnly = outside(field);
  Volume stemOnly = outside(field);
  const Index3& n = field.geometry.size;
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x) {
        const std::size_t i = field.offset(x, y, z);
        if (!(field.voxels[i] > 0)) continue;
        bool nearCup = cup.voxels[i] > stem.voxels[i];
        if (cup.voxels[i] == stem.voxels[i]) {
          const Vec3 p =
              field.geometry.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
          nearCup = toCup.distance(p) < toStem.distance(p);
        }
        (nearCup ? cupOnly : stemOnly).voxels[i] = 1;
      }
  return {dice(cupOnly, cup), dice(stemOnly, stem)};
}

}  // namespace hipwright
