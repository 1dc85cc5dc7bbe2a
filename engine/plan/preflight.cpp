#include "engine/plan/preflight.h"

#include "engine/plan/bone_cut.h"
#include "engine/plan/measured_part.h"
#include "engine/plan/metal_item.h"
#include "engine/plan/preflight_words.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hipwright {
namespace {

using Level = PreflightLevel;

constexpr double kCoarseMm = 4;    // above, bone is blurred more than the model has seen
constexpr double kTooSmallMm = 5;  // of a whole CT: its header counts in another unit
constexpr double kSameSpacing = 0.02;
constexpr double kDoubtfulEmpty = 0.1;  // share of the region outside the CT
constexpr double kRefusedEmpty = 0.85;
constexpr double kMuchLarger = 1.5;
constexpr double kSmallShare = 0.9;  // of the trained size, below which something is missing

std::string letters(const Geometry& geometry) {
  const AxisCodes codes = nearestAxes(geometry);
  std::string out;
  for (int a = 0; a < 3; ++a) out += (codes.increasing[a] ? "LPS" : "RAI")[codes.patientAxis[a]];
  return out;
}

double obliqueDegrees(const Geometry& geometry) {
  const AxisCodes codes = nearestAxes(geometry);
  double worst = 0;
  for (int a = 0; a < 3; ++a) {
    const double along = std::min(1.0, std::abs(geometry.direction[codes.patientAxis[a]][a]));
    worst = std::max(worst, std::acos(along) * 180 / std::numbers::pi);
  }
  return worst;
}

bool isLeftAlone(const PreflightInput& in) {
  return in.wish.grid == GridChoice::AsIs || in.profile.input.orientation == "as-is";
}

/// A region was to be found and is needed: the networks would take the whole body for one hip.
bool mustHaveRegion(const PreflightInput& in) {
  const auto& view = in.profile.input.fieldOfView;
  if (isLeftAlone(in) || in.wish.region.choice != RegionChoice::Auto || !view) return false;
  const Vec3 size = boundingBox(in.ct.geometry).size();
  for (std::size_t a = 0; a < 3; ++a)
    if (size[a] > kMuchLarger * view->sizeMm[a]) return true;
  return false;
}

PreflightItem spacingItem(const PreflightInput& in) {
  const Vec3& is = in.ct.geometry.spacing;
  const Vec3& wanted = in.profile.input.spacingMm;
  const double largest = *std::max_element(is.begin(), is.end());
  PreflightItem item{Level::Fine, PreflightCode::Spacing, {{"x_mm", is[0]}, {"y_mm", is[1]}, {"z_mm", is[2]}}, {}, {}};
  item.found = {say(Remark::VoxelSizes, {{"x", significant(is[0], 3)},
                                         {"y", significant(is[1], 3)},
                                         {"z", significant(is[2], 3)},
                                         {"model_x", significant(wanted[0], 3)},
                                         {"model_y", significant(wanted[1], 3)},
                                         {"model_z", significant(wanted[2], 3)}})};
  const Vec3 size = boundingBox(in.ct.geometry).size();
  if (largest > kTooCoarseMm) {
    item.level = Level::Refused;
    item.done = {say(Remark::TooCoarse)};
  } else if (*std::max_element(size.begin(), size.end()) < kTooSmallMm) {
    item.level = Level::Refused;
    item.done = {say(Remark::TooSmall)};
  } else if (in.plan.grid.fit == GridFit::Resampled) {
    item.level = largest > kCoarseMm ? Level::Doubtful : Level::Adapted;
    item.done = {say(Remark::Resampled)};
  } else {
    double worst = 0;
    for (int a = 0; a < 3; ++a) {
      const double s = in.plan.grid.geometry.spacing[static_cast<std::size_t>(a)];
      worst = std::max(worst, std::abs(s / wanted[static_cast<std::size_t>(a)] - 1));
    }
    if (worst > kSameSpacing) {
      item.level = Level::Doubtful;
      item.done = {say(Remark::SizesKept)};
    }
  }
  return item;
}

PreflightItem orientationItem(const PreflightInput& in) {
  const double oblique = obliqueDegrees(in.ct.geometry);
  const std::string is = letters(in.ct.geometry);
  PreflightItem item{Level::Fine, PreflightCode::Orientation, {{"oblique_degrees", oblique}}, {}, {}};
  item.found = {oblique > 0.5 ? say(Remark::AxesOblique, {{"axes", is}, {"degrees", fixed(oblique, 1)}})
                              : say(Remark::Axes, {{"axes", is}})};
  const std::string& wanted = in.profile.input.orientation;
  if (isLeftAlone(in)) {
    if (wanted == "as-is") return item;
    const bool same = is == wanted && oblique < 1;
    if (!same) item.level = Level::Doubtful;
    if (!same) item.done = {say(Remark::AxesKept, {{"axes", wanted}})};
    return item;
  }
  if (is == wanted && in.plan.grid.fit != GridFit::Resampled) return item;
  if (is == wanted && oblique <= 0.5) return item;
  item.level = Level::Adapted;
  item.done = {say(in.plan.mirrored ? Remark::TurnedAndMirrored : Remark::Turned, {{"axes", wanted}})};
  return item;
}

PreflightItem fieldItem(const PreflightInput& in) {
  PreflightItem item{Level::Fine, PreflightCode::FieldOfView, {}, {}, {}};
  const Box region = regionOf(in);
  const double empty = emptyShare(in.ct.geometry, in.wish.tilt, region);
  item.values = {{"empty_share", empty}};
  if (!in.plan.region && mustHaveRegion(in)) {
    item.level = Level::Refused;
    item.found = {say(Remark::NoHip)};
    item.done = {say(Remark::ChooseRegion)};
    return item;
  }
  if (!in.plan.region) {
    item.found = {say(Remark::WholeCt)};
    return item;
  }
  const FoundHip* hip = in.plan.hips.on(in.plan.side);
  const bool found = in.wish.region.choice != RegionChoice::Box && hip != nullptr;
  std::map<std::string, std::string> values = {{"empty", fixed(100 * empty, 0)}};
  putPoint(values, {"x0", "y0", "z0"}, region.lower, decimalsFor(region.size()));
  putPoint(values, {"x1", "y1", "z1"}, region.upper, decimalsFor(region.size()));
  if (found) putPoint(values, {"x", "y", "z"}, hip->centre);
  item.found = {say(found ? Remark::RegionAroundJoint : Remark::Region, std::move(values))};
  item.level = empty > kRefusedEmpty ? Level::Refused : empty > kDoubtfulEmpty ? Level::Doubtful : Level::Adapted;
  item.done = {say(empty > kRefusedEmpty    ? Remark::NothingThere
                   : empty > kDoubtfulEmpty ? Remark::CutOutPadded
                                            : Remark::CutOut)};
  return item;
}

Sentence sayUnknownSide(const PreflightInput& in) {
  switch (in.profile.input.side) {
    case ModelSide::Left: return say(Remark::SideUnknownLeft);
    case ModelSide::Right: return say(Remark::SideUnknownRight);
    case ModelSide::Any: break;
  }
  return say(Remark::SideUnknown);
}

bool seesBoth(const CasePlan& plan) { return plan.hips.left && plan.hips.right && !plan.region; }

Sentence saySide(const CasePlan& plan) {
  const bool isLeft = plan.side == HipSide::Left;
  const bool both = plan.hips.left && plan.hips.right;
  switch (plan.sideSource) {
    case SideSource::Asked: return say(isLeft ? Remark::LeftAsked : Remark::RightAsked);
    case SideSource::Assumed:
      if (!plan.hipsSought) return say(isLeft ? Remark::LeftNotSought : Remark::RightNotSought);
      if (plan.hips.left || plan.hips.right) return say(isLeft ? Remark::LeftUnclear : Remark::RightUnclear);
      return say(isLeft ? Remark::LeftAssumed : Remark::RightAssumed);
    case SideSource::Found:
    case SideSource::Unknown: break;
  }
  if (seesBoth(plan)) return say(isLeft ? Remark::LeftOfWhole : Remark::RightOfWhole);
  if (both) return say(isLeft ? Remark::LeftOfBoth : Remark::RightOfBoth);
  return say(isLeft ? Remark::LeftAlone : Remark::RightAlone);
}

/// The CT shows the other side than the one that was asked for.
bool isContradicted(const PreflightInput& in) {
  const CasePlan& plan = in.plan;
  if (plan.sideSource != SideSource::Asked) return false;
  const HipSide other = otherSide(plan.side);
  if (in.wish.region.choice == RegionChoice::Box) return sideIn(in.wish.region.box, plan.hips) == other;
  return plan.hips.on(other) != nullptr && plan.hips.on(plan.side) == nullptr;
}

void doubt(PreflightItem& item, Sentence found, Remark done) {
  item.level = Level::Doubtful;
  item.found.push_back(std::move(found));
  item.done.push_back(say(done));
}

Sentence sayUnclear(const FoundHip& hip) {
  return say(Remark::JointUnclear, {{"alike", fixed(100 * hip.likeness, 0)},
                                    {"head", fixed(100 * hip.joint.head, 0)},
                                    {"socket", fixed(100 * hip.joint.socket, 0)},
                                    {"seen", fixed(100 * hip.joint.seen, 0)}});
}

/// Of the side that was found, or asked for and found: whether that can be relied on. Another box than the one around
/// the joint was chosen by somebody who looked.
void sayDoubts(PreflightItem& item, const PreflightInput& in) {
  const CasePlan& plan = in.plan;
  const FoundHip* hip = plan.hips.on(plan.side);
  const bool boxed = in.wish.region.choice == RegionChoice::Box;
  if (hip != nullptr && !boxed && !isCertain(*hip)) doubt(item, sayUnclear(*hip), Remark::CheckJoint);
  if (hip != nullptr && plan.sideSource == SideSource::Found && !isSideCertain(*hip))
    doubt(item, say(Remark::SideUnclear), Remark::StateSide);
  const bool none = !plan.hips.left && !plan.hips.right;
  if (plan.sideSource == SideSource::Asked && plan.hipsSought && none)
    doubt(item, say(Remark::NoneConfirms), Remark::TakenAsAsked);
}

PreflightItem sideItem(const PreflightInput& in) {
  const CasePlan& plan = in.plan;
  PreflightItem item{Level::Fine, PreflightCode::Side, {}, {}, {}};
  for (const FoundHip* hip : {plan.hips.on(HipSide::Left), plan.hips.on(HipSide::Right)}) {
    if (hip == nullptr) continue;
    item.values[std::string(toText(hip->side)) + "_likeness"] = hip->likeness;
    item.values[std::string(toText(hip->side)) + "_head_share"] = hip->joint.head;
    item.values[std::string(toText(hip->side)) + "_socket_share"] = hip->joint.socket;
    item.values[std::string(toText(hip->side)) + "_seen_share"] = hip->joint.seen;
    item.values[std::string(toText(hip->side)) + "_side_margin"] = hip->sideMargin;
    item.values[std::string(toText(hip->side)) + "_metal_cm3"] = hip->metalCm3;
  }
  if (plan.side == HipSide::Unknown) {
    item.found = {sayUnknownSide(in)};
    if (in.profile.input.side != ModelSide::Any) item.level = Level::Doubtful;
    return item;
  }
  item.found = {saySide(plan)};
  if (plan.mirrored) {
    item.level = Level::Adapted;
    item.done = {say(Remark::Mirrored)};
  }
  const bool open = plan.sideSource == SideSource::Found && seesBoth(plan);
  if (open || plan.sideSource == SideSource::Assumed) item.level = Level::Doubtful;
  if (plan.sideSource == SideSource::Assumed) item.done.push_back(say(Remark::StateSide));
  sayDoubts(item, in);
  if (isContradicted(in)) {
    item.level = Level::Doubtful;
    item.found.push_back(say(plan.side == HipSide::Left ? Remark::LooksRight : Remark::LooksLeft));
    item.done.push_back(say(Remark::TakenAsAsked));
  }
  return item;
}

PreflightItem sizeItem(const PreflightInput& in) {
  PreflightItem item{Level::Fine, PreflightCode::Size, {}, {say(Remark::NoTrainedSize)}, {}};
  if (!in.profile.input.fieldOfView) return item;
  const Vec3 is = boundingBox(in.plan.grid.geometry).size();
  const Vec3& trained = in.profile.input.fieldOfView->sizeMm;
  item.values = {{"x_mm", is[0]}, {"y_mm", is[1]}, {"z_mm", is[2]}};
  std::map<std::string, std::string> values;
  putPoint(values, {"x", "y", "z"}, is, decimalsFor(is));
  putPoint(values, {"trained_x", "trained_y", "trained_z"}, trained);
  item.found = {say(Remark::Sizes, std::move(values))};
  double smallest = 1, largest = 1;
  for (std::size_t a = 0; a < 3; ++a) {
    smallest = std::min(smallest, is[a] / trained[a]);
    largest = std::max(largest, is[a] / trained[a]);
  }
  if (smallest < kLeastTrainedShare) {
    item.level = Level::Refused;
    item.done = {say(in.plan.region ? Remark::TooLittle : Remark::TooLittleCt)};
  } else if (smallest < kSmallShare) {
    item.level = Level::Doubtful;
    item.done = {say(Remark::Padded)};
  } else if (largest > 2 - kSmallShare) {
    item.level = Level::Doubtful;
    item.done = {say(Remark::UsedWhole)};
  }
  return item;
}

}  // namespace

Box regionOf(const PreflightInput& in) { return in.plan.region ? *in.plan.region : boundingBox(in.plan.grid.geometry); }

std::vector<PreflightItem> preflight(const PreflightInput& in, const std::stop_token& stop) {
  std::vector<PreflightItem> items = {in.values, spacingItem(in), orientationItem(in), sideItem(in)};
  const bool refused = in.values.level == Level::Refused;
  const bool notLooked = refused && !in.plan.region && !in.plan.hipsSought && mustHaveRegion(in);
  if (!notLooked) items.push_back(fieldItem(in));
  items.push_back(sizeItem(in));
  if (!refused) items.push_back(cutItem(in, stop));
  if (!refused) items.push_back(metalItem(in, stop));
  for (const CaseNote& note : in.wish.notes)
    items.push_back({note.level() == NoteLevel::Doubtful ? Level::Doubtful : Level::Adapted,
                     PreflightCode::Reading,
                     {},
                     {note.sentence()},
                     {}});
  return items;
}

std::string refusals(const std::vector<PreflightItem>& items) {
  std::string all;
  for (const PreflightItem& item : items) {
    if (item.level != Level::Refused) continue;
    if (!all.empty()) all += ' ';
    all += plainText(item.found) + ' ' + plainText(item.done);
  }
  if (!all.empty() && all.back() == '.') all.pop_back();
  return all;
}

}  // namespace hipwright
