#include "engine/plan/case_survey.h"

#include "engine/core/stop.h"
#include "engine/hips/hip_finder.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hipwright {
namespace {

constexpr float kBoneHu = 250;
constexpr double kInsideMm = 2;  // a border nearer than this to the region's own is no cut: the region ends there

bool contains(const Box& box, const Vec3& place) {
  for (int a = 0; a < 3; ++a)
    if (place[a] < box.lower[a] || place[a] > box.upper[a]) return false;
  return true;
}

void surveyMetal(const Volume& ct, const Box& region, CaseSurvey& out, const std::stop_token& stop) {
  const Vec3& s = ct.geometry.spacing;
  const double cm3 = s[0] * s[1] * s[2] / 1000;
  const Box whole = boundingBox(ct.geometry);
  const Vec3 size = whole.size();
  Vec3 sum{};
  double metal = 0;
  std::size_t i = 0;
  for (std::int64_t z = 0; z < ct.geometry.size[2]; ++z) {
    throwIfStopped(stop);
    for (std::int64_t y = 0; y < ct.geometry.size[1]; ++y)
      for (std::int64_t x = 0; x < ct.geometry.size[0]; ++x, ++i) {
        if (!(ct.voxels[i] > kMetalAboveHu)) continue;
        const Vec3 place =
            ct.geometry.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
        sum = sum + place;
        ++metal;
        (contains(region, place) ? out.metalCm3 : out.metalElsewhereCm3) += cm3;
      }
  }
  if (metal > 0) out.metalCentre = (1 / metal) * sum;
  const double seen = shareInside(region, whole) * region.size()[0] * region.size()[1] * region.size()[2] / 1000;
  const double all = std::min(seen, size[0] * size[1] * size[2] / 1000);
  out.metalShare = all > 0 ? out.metalCm3 / all : 0;
}

/// Bone on one face of the CT, in the region, in cm2.
double cutArea(const Volume& ct, const Box& region, int axis, std::int64_t at) {
  const Geometry& g = ct.geometry;
  Index3 low{0, 0, 0};
  Index3 high = g.size;
  low[axis] = at;
  high[axis] = at + 1;
  const double area = g.spacing[(axis + 1) % 3] * g.spacing[(axis + 2) % 3] / 100;
  double sum = 0;
  for (std::int64_t z = low[2]; z < high[2]; ++z)
    for (std::int64_t y = low[1]; y < high[1]; ++y)
      for (std::int64_t x = low[0]; x < high[0]; ++x) {
        if (!(ct.at(x, y, z) > kBoneHu)) continue;
        const Vec3 place = g.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
        if (contains(region, place)) sum += area;
      }
  return sum;
}

}  // namespace

CaseSurvey survey(const Volume& ct, const Box& region, const std::stop_token& stop) {
  CaseSurvey out;
  const auto [low, high] = std::minmax_element(ct.voxels.begin(), ct.voxels.end());
  out.lowest = *low;
  out.highest = *high;
  out.modes = huModes(ct.voxels);
  surveyMetal(ct, region, out, stop);
  const AxisCodes codes = nearestAxes(ct.geometry);
  const Box whole = boundingBox(ct.geometry);
  for (int a = 0; a < 3; ++a) {
    const auto patient = static_cast<std::size_t>(codes.patientAxis[a]);
    const bool lowerCut = region.lower[patient] < whole.lower[patient] - kInsideMm;
    const bool upperCut = region.upper[patient] > whole.upper[patient] + kInsideMm;
    const std::int64_t last = ct.geometry.size[a] - 1;
    if (lowerCut) out.cutLower[patient] = cutArea(ct, region, a, codes.increasing[a] ? 0 : last);
    if (upperCut) out.cutUpper[patient] = cutArea(ct, region, a, codes.increasing[a] ? last : 0);
  }
  return out;
}

}  // namespace hipwright
