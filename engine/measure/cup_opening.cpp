#include "engine/measure/cup_opening.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hipwright {
namespace {

constexpr std::size_t kSectors = 48;
constexpr double kLeastSectors = 0.75;
constexpr double kNearRim = 0.35;         // of the radius: how far from the equator a rim may be
constexpr double kBeside = 1.5;           // mm inside and outside the cup's wall that still belong to its rim
constexpr double kLargestResidual = 1.5;  // mm
constexpr double kDegree = std::numbers::pi / 180;

/// The cup's faces lie on one side of its centre: their mean direction is the axis, whatever part of a sphere they are.
Vec3 roughAxis(const std::vector<SurfacePoint>& surface, const SphereFit& cup) {
  Vec3 sum{};
  for (const SurfacePoint& p : surface) {
    const Vec3 way = p.position - cup.centre;
    if (std::abs(length(way) - cup.radiusMm) > kBeside || dot(way, p.normal) < 0.9 * length(way)) continue;
    sum = sum + (p.areaMm2 / length(way)) * way;
  }
  return length(sum) > 0 ? (-1 / length(sum)) * sum : sum;
}

/// The highest point of each sector along the axis, within the wall's ring.
std::vector<WeightedPoint> crest(const std::vector<SurfacePoint>& surface, const Joint& joint, const Vec3& axis) {
  const SphereFit& cup = *joint.cupOuter;
  const double inner = joint.cupInnerRadiusMm > 0 ? joint.cupInnerRadiusMm : 0.8 * cup.radiusMm;
  const Vec3 across = std::abs(axis[0]) < 0.7 ? cross(axis, {1, 0, 0}) : cross(axis, {0, 1, 0});
  const Vec3 u = (1 / length(across)) * across;
  const Vec3 v = cross(axis, u);
  std::vector<const SurfacePoint*> highest(kSectors, nullptr);
  const auto height = [&](const SurfacePoint& p) { return dot(p.position - cup.centre, axis); };
  for (const SurfacePoint& p : surface) {
    const Vec3 way = p.position - cup.centre;
    const double x = dot(way, u);
    const double y = dot(way, v);
    const double radial = std::hypot(x, y);
    if (radial < inner - kBeside || radial > cup.radiusMm + kBeside) continue;
    if (std::abs(height(p)) > kNearRim * cup.radiusMm) continue;
    const double turn = std::atan2(y, x) / (2 * std::numbers::pi) + 0.5;
    const auto sector = std::min(static_cast<std::size_t>(turn * kSectors), kSectors - 1);
    if (highest[sector] == nullptr || height(p) > height(*highest[sector])) highest[sector] = &p;
  }
  std::vector<WeightedPoint> points;
  for (const SurfacePoint* p : highest)
    if (p != nullptr) points.push_back({p->position, 1});
  return points;
}

/// Leaves out what lies far from the plane, measured by the median of all.
std::vector<WeightedPoint> nearPlane(const std::vector<WeightedPoint>& points, const PlaneFit& plane) {
  const auto miss = [&](const WeightedPoint& p) { return std::abs(dot(p.position - plane.point, plane.normal)); };
  std::vector<double> misses;
  for (const auto& p : points) misses.push_back(miss(p));
  const auto middle = misses.begin() + static_cast<std::ptrdiff_t>(misses.size() / 2);
  std::nth_element(misses.begin(), middle, misses.end());
  const double reach = std::max(0.5, 3 * *middle);
  std::vector<WeightedPoint> kept;
  std::copy_if(points.begin(), points.end(), std::back_inserter(kept), [&](const auto& p) { return miss(p) <= reach; });
  return kept;
}

}  // namespace

CupAngles cupAngles(const Vec3& axis) {
  return {std::atan2(std::abs(axis[0]), -axis[2]) / kDegree, std::asin(std::clamp(-axis[1], -1.0, 1.0)) / kDegree};
}

double angleBetween(const Vec3& a, const Vec3& b) { return std::atan2(length(cross(a, b)), dot(a, b)) / kDegree; }

Measured<CupOpening> measureOpening(const std::vector<SurfacePoint>& surface, const Joint& joint) {
  using Result = Measured<CupOpening>;
  if (!joint.cupOuter) return Result::notMeasurable(joint.cupOuter.reason());
  Vec3 axis = roughAxis(surface, *joint.cupOuter);
  if (length(axis) == 0) return Result::notMeasurable("the cup is closed all around");
  std::optional<PlaneFit> plane;
  for (int round = 0; round < 4; ++round) {
    std::vector<WeightedPoint> rim = crest(surface, joint, axis);
    for (int trim = 0; trim < 3; ++trim) {
      if (static_cast<double>(rim.size()) < kLeastSectors * kSectors)
        return Result::notMeasurable("the cup's rim is incomplete");
      plane = fitPlane(rim);
      if (!plane) return Result::notMeasurable("the cup's rim is no plane");
      rim = nearPlane(rim, *plane);
    }
    axis = dot(plane->normal, axis) < 0 ? -1 * plane->normal : plane->normal;
  }
  if (plane->residualMm > kLargestResidual) return Result::notMeasurable("the cup's rim is uneven");
  return CupOpening{axis, cupAngles(axis), plane->residualMm};
}

}  // namespace hipwright
