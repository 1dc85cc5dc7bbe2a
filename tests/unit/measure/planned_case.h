// Phantoms' true implants with the plans they were made from.
#pragma once

#include "engine/measure/fits.h"
#include "engine/phantom/implant.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"

#include <algorithm>
#include <vector>

namespace hipwright::test {

struct PlannedCase {
  PhantomParameters parameters;
  ImplantPlan plan;
  Volume metal;
};

inline ImplantPlan planOf(const PhantomParameters& p) { return Implant(p, Femur(p), HipFrame(p)).plan(); }

inline PlannedCase makeCase(std::uint64_t seed, Side side = Side::Right, const Vec3& spacing = {1, 1, 1}) {
  PhantomParameters p = drawParameters(seed);
  p.side = side;
  GridRequest request;
  request.spacing = spacing;
  request.extent = {96, 80, 144};
  return {p, planOf(p), sampleImplant(p, ImplantPart::Metal, phantomGrid(side, request), {})};
}

/// Where the middle line of a stem points by its design: the profile's cross-sections 4 to 30 mm above its end.
inline Vec3 designedAxis(const PlannedCase& c) {
  const StemProfile profile(c.plan.stemSize);
  const auto edge = [&](double up, bool medial) {
    double at = 0;
    for (std::size_t i = 0; i < profile.corners.size(); ++i) {
      const auto& a = profile.corners[i];
      const auto& b = profile.corners[(i + 1) % profile.corners.size()];
      if ((a[1] > up) == (b[1] > up)) continue;
      const double u = a[0] + (b[0] - a[0]) * (up - a[1]) / (b[1] - a[1]);
      at = medial ? std::max(at, u) : std::min(at, u);
    }
    return at;
  };
  std::vector<WeightedPoint> middle;
  for (double up = 4 - profile.length; up <= 30 - profile.length; up += 0.5)
    middle.push_back({{(edge(up, true) + edge(up, false)) / 2, 0, up}, 1});
  const Vec3 d = fitLine(middle)->direction;
  const double sign = d[2] > 0 ? 1 : -1;
  const Femur femur(c.parameters);
  const Point medial = unit({femur.neckAxis().x, femur.neckAxis().y, 0});
  const HipFrame frame(c.parameters);
  return frame.directionToPatient(
      frame.fromFemur(static_cast<float>(sign * d[0]) * medial + Point{0, 0, static_cast<float>(sign * d[2])}));
}

}  // namespace hipwright::test
