#include "engine/plan/metal_item.h"

#include "engine/core/stop.h"
#include "engine/plan/measured_part.h"
#include "engine/plan/preflight_words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace hipwright {
namespace {

/// Metal in the region or outside it, on one side or, if sides cannot be told apart, on any.
struct Metal {
  HipSide side = HipSide::Unknown;
  bool inRegion = false;
  double cm3 = 0;
  Vec3 centre{};  ///< LPS mm
};

struct Sum {
  double voxels = 0;
  Vec3 places{};
};

bool contains(const Box& box, const Vec3& place) {
  for (std::size_t a = 0; a < 3; ++a)
    if (place[a] < box.lower[a] || place[a] > box.upper[a]) return false;
  return true;
}

/// LPS mm between the joints, if both are there to compare with.
std::optional<double> midline(const CasePlan& plan) {
  const FoundHip* left = plan.hips.on(HipSide::Left);
  const FoundHip* right = plan.hips.on(HipSide::Right);
  if (left == nullptr || right == nullptr) return std::nullopt;
  return 0.5 * (left->centre[0] + right->centre[0]);
}

/// What lies in the region first, and more before less.
std::vector<Metal> metalIn(const PreflightInput& in, const std::stop_token& stop) {
  const Geometry& g = in.ct.geometry;
  const Box region = regionOf(in);
  const std::optional<double> middle = midline(in.plan);
  std::array<std::array<Sum, 2>, 2> sums{};  // elsewhere and in the region; right and left
  std::size_t i = 0;
  for (std::int64_t z = 0; z < g.size[2]; ++z) {
    throwIfStopped(stop);
    for (std::int64_t y = 0; y < g.size[1]; ++y)
      for (std::int64_t x = 0; x < g.size[0]; ++x, ++i) {
        if (!(in.ct.voxels[i] > kMetalAboveHu)) continue;
        const Vec3 place = g.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
        Sum& sum = sums[contains(region, place) ? 1 : 0][middle && place[0] > *middle ? 1 : 0];
        ++sum.voxels;
        sum.places = sum.places + place;
      }
  }
  std::vector<Metal> all;
  for (const std::size_t inRegion : {std::size_t{1}, std::size_t{0}})
    for (const std::size_t left : {std::size_t{0}, std::size_t{1}}) {
      const Sum& sum = sums[inRegion][left];
      if (!(sum.voxels > 0)) continue;
      const HipSide side = !middle ? HipSide::Unknown : left == 1 ? HipSide::Left : HipSide::Right;
      const double cm3 = sum.voxels * g.spacing[0] * g.spacing[1] * g.spacing[2] / 1000;
      all.push_back({side, inRegion == 1, cm3, (1 / sum.voxels) * sum.places});
    }
  std::stable_sort(all.begin(), all.end(), [](const Metal& a, const Metal& b) {
    return a.inRegion != b.inRegion ? a.inRegion : a.cm3 > b.cm3;
  });
  return all;
}

double regionCm3(const PreflightInput& in) {
  const Box region = regionOf(in);
  const Vec3 size = region.size();
  const Geometry& g = in.ct.geometry;
  const double voxels = static_cast<double>(product(g.size));
  const double seen = (1 - emptyShare(g, in.wish.tilt, region)) * size[0] * size[1] * size[2] / 1000;
  return std::min(seen, voxels * g.spacing[0] * g.spacing[1] * g.spacing[2] / 1000);
}

Remark bySide(HipSide side, Remark unknown, Remark left, Remark right) {
  return side == HipSide::Left ? left : side == HipSide::Right ? right : unknown;
}

Sentence sayMetal(const Metal& metal, double regionVolume) {
  std::map<std::string, std::string> values = {{"cm3", fixed(metal.cm3, 1)}};
  putPoint(values, {"x", "y", "z"}, metal.centre);
  if (!metal.inRegion)
    return say(bySide(metal.side, Remark::MetalOutside, Remark::MetalOutsideLeft, Remark::MetalOutsideRight),
               std::move(values));
  values["percent"] = fixed(regionVolume > 0 ? 100 * metal.cm3 / regionVolume : 0, 3);
  values["hu"] = fixed(static_cast<double>(kMetalAboveHu), 0);
  return say(bySide(metal.side, Remark::MetalInside, Remark::MetalInsideLeft, Remark::MetalInsideRight),
             std::move(values));
}

/// "elsewhere_left_cm3" and the like.
void putValues(const Metal& metal, std::map<std::string, double>& values) {
  std::string prefix = metal.inRegion ? "" : "elsewhere_";
  if (metal.side != HipSide::Unknown) prefix += toText(metal.side) + std::string("_");
  values[prefix + "cm3"] = metal.cm3;
  for (std::size_t a = 0; a < 3; ++a) values[prefix + std::string(1, "xyz"[a]) + "_mm"] = metal.centre[a];
}

}  // namespace

PreflightItem metalItem(const PreflightInput& in, const std::stop_token& stop) {
  PreflightItem item{PreflightLevel::Fine, PreflightCode::Metal, {}, {}, {}};
  const std::vector<Metal> all = metalIn(in, stop);
  const double volume = all.empty() ? 0 : regionCm3(in);
  double inside = 0, elsewhere = 0;
  for (const Metal& metal : all) {
    (metal.inRegion ? inside : elsewhere) += metal.cm3;
    if (metal.cm3 < kNoteworthyMetalCm3) continue;
    putValues(metal, item.values);
    item.found.push_back(sayMetal(metal, volume));
    if (metal.inRegion) item.level = PreflightLevel::Doubtful;
  }
  item.values["share"] = volume > 0 ? inside / volume : 0;
  item.values["cm3"] = inside;
  item.values["elsewhere_cm3"] = elsewhere;
  if (item.found.empty()) item.found = {say(Remark::NoMetal)};
  if (item.level == PreflightLevel::Doubtful) item.done = {say(Remark::MetalKept)};
  return item;
}

}  // namespace hipwright
