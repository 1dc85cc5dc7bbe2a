#include "engine/measure/surface_distance.h"

#include "engine/measure/point_tree.h"

#include <algorithm>

namespace hipwright {
namespace {

struct WeightedDistance {
  double mm;
  double areaMm2;
};

std::vector<Vec3> positions(const std::vector<SurfacePoint>& points) {
  std::vector<Vec3> result;
  result.reserve(points.size());
  for (const SurfacePoint& p : points) result.push_back(p.position);
  return result;
}

std::vector<WeightedDistance> directed(const std::vector<SurfacePoint>& from, const std::vector<SurfacePoint>& to) {
  const PointTree tree(positions(to));
  std::vector<WeightedDistance> result;
  result.reserve(from.size());
  for (const SurfacePoint& p : from)
    result.push_back({distanceToDisc(p.position, to[tree.nearest(p.position)]), p.areaMm2});
  return result;
}

double total(const std::vector<WeightedDistance>& distances) {
  double sum = 0;
  for (const auto& d : distances) sum += d.mm * d.areaMm2;
  return sum;
}

/// The distance that 95 % of the area keep within.
double percentile95(std::vector<WeightedDistance> distances, double area) {
  std::sort(distances.begin(), distances.end(), [](const auto& a, const auto& b) { return a.mm < b.mm; });
  double covered = 0;
  for (const auto& d : distances) {
    covered += d.areaMm2;
    if (covered >= 0.95 * area) return d.mm;
  }
  return distances.back().mm;
}

}  // namespace

Measured<SurfaceDistance> surfaceDistance(const std::vector<SurfacePoint>& a, const std::vector<SurfacePoint>& b) {
  if (a.empty() || b.empty()) return Measured<SurfaceDistance>::notMeasurable("a field has no surface");
  const auto there = directed(a, b);
  const auto back = directed(b, a);
  const double areaA = surfaceArea(a);
  const double areaB = surfaceArea(b);
  return SurfaceDistance{(total(there) + total(back)) / (areaA + areaB),
                         std::max(percentile95(there, areaA), percentile95(back, areaB))};
}

Measured<SurfaceDistance> surfaceDistance(const Volume& a, const Volume& b) {
  return surfaceDistance(surfacePoints(a), surfacePoints(b));
}

}  // namespace hipwright
