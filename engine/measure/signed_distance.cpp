#include "engine/measure/signed_distance.h"

#include "engine/core/stop.h"
#include "engine/measure/point_tree.h"
#include "engine/measure/surface_points.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr std::size_t kPointsBetweenStops = 4096;

/// The field where the point is; as far outside as can be beyond the grid.
class Sampled {
 public:
  explicit Sampled(const Volume& field) : m_field(field), m_toIndex(inverse(field.geometry.indexToPatientMatrix())) {}

  double at(const Vec3& point) const {
    const Vec3 index = m_toIndex * (point - m_field.geometry.origin);
    Index3 low{};
    Vec3 part{};
    for (std::size_t a = 0; a < 3; ++a) {
      const auto last = static_cast<double>(m_field.geometry.size[a] - 1);
      if (!(index[a] >= 0 && index[a] <= last)) return -1;
      low[a] = std::min(static_cast<std::int64_t>(index[a]), std::max<std::int64_t>(m_field.geometry.size[a] - 2, 0));
      part[a] = index[a] - static_cast<double>(low[a]);
    }
    double sum = 0;
    for (int corner = 0; corner < 8; ++corner) sum += share(corner, low, part);
    return sum;
  }

 private:
  double share(int corner, const Index3& low, const Vec3& part) const {
    double weight = 1;
    Index3 at = low;
    for (std::size_t a = 0; a < 3; ++a) {
      const bool upper = ((corner >> a) & 1) != 0;
      weight *= upper ? part[a] : 1 - part[a];
      at[a] += upper ? 1 : 0;
    }
    return weight > 0 ? weight * static_cast<double>(m_field.at(at[0], at[1], at[2])) : 0;
  }

  const Volume& m_field;
  Mat3 m_toIndex;
};

}  // namespace

std::vector<float> signedDistances(const std::vector<Vec3>& points, const Volume& reference,
                                   const std::stop_token& stop) {
  const std::vector<SurfacePoint> surface = surfacePoints(reference);
  if (surface.empty()) return {};
  std::vector<Vec3> places;
  places.reserve(surface.size());
  for (const SurfacePoint& p : surface) places.push_back(p.position);
  const PointTree tree(std::move(places));
  const Sampled field(reference);
  std::vector<float> distances;
  distances.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i % kPointsBetweenStops == 0) throwIfStopped(stop);
    const double mm = distanceToDisc(points[i], surface[tree.nearest(points[i])]);
    distances.push_back(static_cast<float>(field.at(points[i]) > 0 ? -mm : mm));
  }
  return distances;
}

}  // namespace hipwright
