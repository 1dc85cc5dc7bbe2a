#include "engine/plan/case_plan.h"

#include "engine/plan/hu_item.h"
#include "engine/plan/preflight.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kTrainedSizeMm = 4;  // a case this near to the trained size is taken to be that size
constexpr double kTallestMm = 3000;
constexpr double kNearJointMm = 60;  // two joints are about three times as far apart

HipSide sideOf(ModelSide side) {
  return side == ModelSide::Left ? HipSide::Left : side == ModelSide::Right ? HipSide::Right : HipSide::Unknown;
}

HipSide sideOf(SideChoice side) {
  return side == SideChoice::Left ? HipSide::Left : side == SideChoice::Right ? HipSide::Right : HipSide::Unknown;
}

/// A CT that was cut to the hip before: as large as in training, or smaller in every direction.
bool isCropped(const Geometry& ct, const InputProfile& input) {
  if (!input.fieldOfView) return true;
  const Vec3 size = boundingBox(ct).size();
  for (int a = 0; a < 3; ++a)
    if (size[a] > input.fieldOfView->sizeMm[a] + kTrainedSizeMm) return false;
  return true;
}

bool isTooCoarse(const Geometry& ct) { return *std::max_element(ct.spacing.begin(), ct.spacing.end()) > kTooCoarseMm; }

/// A header in the wrong unit must not cost minutes and gigabytes before it is refused.
bool canShowAHip(const Geometry& ct) {
  const Vec3 size = boundingBox(ct).size();
  return !isTooCoarse(ct) && *std::max_element(size.begin(), size.end()) <= kTallestMm;
}

/// A side that was asked for is held against the CT too: a mirrored implant looks as good as a right one.
bool mustLook(const Geometry& ct, const InputProfile& input, const PlanWish& wish) {
  const bool held = input.side != ModelSide::Any && wish.side != SideChoice::Auto;
  return canShowAHip(ct) && (takesHips(input) || held);
}

bool isLeftAlone(const InputProfile& input, const PlanWish& wish) {
  return wish.grid == GridChoice::AsIs || input.orientation == "as-is";
}

/// Of two hips the one without metal, else the model's.
HipSide preferred(const FoundHips& hips, HipSide models) {
  if (!hips.left || !hips.right) return hips.left ? HipSide::Left : hips.right ? HipSide::Right : HipSide::Unknown;
  const bool leftMetal = hips.left->metalCm3 > kNoteworthyMetalCm3;
  const bool rightMetal = hips.right->metalCm3 > kNoteworthyMetalCm3;
  if (leftMetal != rightMetal) return leftMetal ? HipSide::Right : HipSide::Left;
  return models == HipSide::Unknown ? HipSide::Right : models;
}

bool holds(const Box& box, const std::optional<FoundHip>& hip) {
  if (!hip) return false;
  for (int a = 0; a < 3; ++a)
    if (hip->centre[a] < box.lower[a] || hip->centre[a] > box.upper[a]) return false;
  return true;
}

void chooseSide(CasePlan& plan, const InputProfile& input, const PlanWish& wish) {
  const HipSide models = sideOf(input.side);
  const auto take = [&](HipSide side, SideSource source) {
    plan.side = side;
    plan.sideSource = source;
  };
  if (wish.side != SideChoice::Auto) return take(sideOf(wish.side), SideSource::Asked);
  HipSide found = preferred(plan.hips, models);
  if (wish.region.choice == RegionChoice::Box) {
    const Box& box = wish.region.box;
    const bool both = holds(box, plan.hips.left) && holds(box, plan.hips.right);
    if (!both) found = sideIn(box, plan.hips);
  }
  // Nothing is cut out and nothing mirrored: such a run is of both hips.
  const bool whole = wish.region.choice == RegionChoice::Whole || isLeftAlone(input, wish);
  const bool both = plan.hips.left && plan.hips.right;
  if (models == HipSide::Unknown && whole && both && wish.region.choice != RegionChoice::Box) return;
  if (found != HipSide::Unknown) return take(found, SideSource::Found);
  if (models != HipSide::Unknown && input.orientation != "as-is") take(models, SideSource::Assumed);
}

void chooseRegion(CasePlan& plan, const Geometry& ct, const InputProfile& input, const PlanWish& wish) {
  if (wish.region.choice == RegionChoice::Box) plan.region = wish.region.box;
  const FoundHip* hip = plan.hips.on(plan.side);
  if (wish.region.choice != RegionChoice::Auto || hip == nullptr || isCropped(ct, input)) return;
  if (isLeftAlone(input, wish)) return;
  plan.region = regionAround(hip->centre, plan.side, input);
}

}  // namespace

HipSide sideIn(const Box& box, const FoundHips& hips) {
  const bool left = holds(box, hips.left);
  const bool right = holds(box, hips.right);
  if (left != right) return left ? HipSide::Left : HipSide::Right;
  if (left) return HipSide::Unknown;
  const double at = box.centre()[0];  // towards the left
  if (hips.left && hips.right) {
    const double apart = hips.left->centre[0] - hips.right->centre[0];
    const double off = at - 0.5 * (hips.left->centre[0] + hips.right->centre[0]);
    return std::abs(off) < apart / 4 ? HipSide::Unknown : off > 0 ? HipSide::Left : HipSide::Right;
  }
  for (const auto& hip : {hips.left, hips.right})
    if (hip && std::abs(at - hip->centre[0]) < kNearJointMm) return hip->side;
  return HipSide::Unknown;
}

bool takesHips(const InputProfile& input) {
  return input.orientation != "as-is" && (input.fieldOfView || input.side != ModelSide::Any);
}

Box regionAround(const Vec3& joint, HipSide side, const InputProfile& input) {
  const FieldOfView& view = *input.fieldOfView;
  Vec3 before = view.jointMm;
  const HipSide trained = input.side == ModelSide::Left ? HipSide::Left : HipSide::Right;
  if (side == otherSide(trained)) before[0] = view.sizeMm[0] - before[0];
  return {joint - before, joint - before + view.sizeMm};
}

CasePlan planCase(const Volume& ct, const ModelProfile& profile, const PlanWish& wish, const std::stop_token& stop) {
  CasePlan plan;
  const InputProfile& input = profile.input;
  const PreflightItem values = huItem(surveyHu(ct.voxels));
  const bool refused = values.level == PreflightLevel::Refused;
  plan.hipsSought = mustLook(ct.geometry, input, wish) && (!refused || wish.hips);
  if (plan.hipsSought) plan.hips = wish.hips ? *wish.hips : findHips(ct, stop);
  chooseSide(plan, input, wish);
  chooseRegion(plan, ct.geometry, input, wish);
  plan.mirrored = input.side != ModelSide::Any && plan.side == otherSide(sideOf(input.side));
  // It is refused for its voxels; brought to the model's grid it could be larger than any.
  const GridChoice grid = isTooCoarse(ct.geometry) ? GridChoice::AsIs : wish.grid;
  plan.grid = modelGrid(ct.geometry, input, {grid, plan.region, plan.mirrored});
  plan.items = preflight({ct, profile, wish, plan, values}, stop);
  return plan;
}

const char* toText(SideSource source) {
  switch (source) {
    case SideSource::Asked: return "asked";
    case SideSource::Found: return "found";
    case SideSource::Assumed: return "assumed";
    case SideSource::Unknown: break;
  }
  return "";
}

}  // namespace hipwright
