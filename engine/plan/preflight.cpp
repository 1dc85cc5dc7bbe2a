#include "engine/plan/preflight.h"

#include "engine/plan/case_survey.h"
#include "engine/plan/hu_item.h"
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
constexpr double kCutCm2 = 1;
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

/// The box the networks see, as far as the model's own size does not pad it.
Box regionOf(const PreflightInput& in) { return in.plan.region ? *in.plan.region : boundingBox(in.plan.grid.geometry); }

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
  const double empty = 1 - shareInside(region, boundingBox(in.ct.geometry));
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

PreflightItem sideItem(const PreflightInput& in) {
  const CasePlan& plan = in.plan;
  PreflightItem item{Level::Fine, PreflightCode::Side, {}, {}, {}};
  for (const FoundHip* hip : {plan.hips.on(HipSide::Left), plan.hips.on(HipSide::Right)}) {
    if (hip == nullptr) continue;
    item.values[std::string(toText(hip->side)) + "_likeness"] = hip->likeness;
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
  if (isContradicted(in)) {
    item.level = Level::Doubtful;
    item.found.push_back(say(plan.side == HipSide::Left ? Remark::LooksRight : Remark::LooksLeft));
    item.done.push_back(say(Remark::TakenAsAsked));
  }
  return item;
}

/// Where the metal lies, if both hips are there to compare with.
HipSide metalSide(const PreflightInput& in, const CaseSurvey& s) {
  const FoundHip* left = in.plan.hips.on(HipSide::Left);
  const FoundHip* right = in.plan.hips.on(HipSide::Right);
  if (left == nullptr || right == nullptr) return HipSide::Unknown;
  return s.metalCentre[0] > 0.5 * (left->centre[0] + right->centre[0]) ? HipSide::Left : HipSide::Right;
}

Remark bySide(HipSide side, Remark unknown, Remark left, Remark right) {
  return side == HipSide::Left ? left : side == HipSide::Right ? right : unknown;
}

PreflightItem metalItem(const PreflightInput& in, const CaseSurvey& s) {
  PreflightItem item{Level::Fine,
                     PreflightCode::Metal,
                     {{"share", s.metalShare}, {"cm3", s.metalCm3}, {"elsewhere_cm3", s.metalElsewhereCm3}},
                     {say(Remark::NoMetal)},
                     {}};
  const double all = s.metalCm3 + s.metalElsewhereCm3;
  if (all < kNoteworthyMetalCm3) return item;
  for (int a = 0; a < 3; ++a)
    item.values[std::string(1, "xyz"[a]) + "_mm"] = s.metalCentre[static_cast<std::size_t>(a)];
  const HipSide side = metalSide(in, s);
  std::map<std::string, std::string> values;
  putPoint(values, {"x", "y", "z"}, s.metalCentre);
  if (s.metalCm3 < kNoteworthyMetalCm3) {
    values["cm3"] = fixed(all, 1);
    item.found = {say(bySide(side, Remark::MetalOutside, Remark::MetalOutsideLeft, Remark::MetalOutsideRight),
                      std::move(values))};
    return item;
  }
  values["cm3"] = fixed(s.metalCm3, 1);
  values["percent"] = fixed(100 * s.metalShare, 3);
  values["hu"] = fixed(static_cast<double>(kMetalAboveHu), 0);
  item.found = {
      say(bySide(side, Remark::MetalInside, Remark::MetalInsideLeft, Remark::MetalInsideRight), std::move(values))};
  item.level = Level::Doubtful;
  item.done = {say(Remark::MetalKept)};
  return item;
}

PreflightItem cutItem(const CaseSurvey& s) {
  struct Border {
    const char* name;
    Remark remark;
  };
  static constexpr Border kLower[] = {
      {"right", Remark::CutRight}, {"front", Remark::CutFront}, {"lower", Remark::CutLower}};
  static constexpr Border kUpper[] = {
      {"left", Remark::CutLeft}, {"back", Remark::CutBack}, {"upper", Remark::CutUpper}};
  PreflightItem item{Level::Fine, PreflightCode::BoneCut, {}, {}, {}};
  const auto add = [&](const Border& border, double cm2) {
    if (cm2 <= kCutCm2) return;
    item.values[std::string(border.name) + "_cm2"] = cm2;
    item.found.push_back(say(border.remark, {{"cm2", fixed(cm2, 0)}}));
  };
  for (std::size_t a = 0; a < 3; ++a) {
    add(kLower[a], s.cutLower[a]);
    add(kUpper[a], s.cutUpper[a]);
  }
  if (item.found.empty()) {
    item.found = {say(Remark::NoCut)};
    return item;
  }
  item.level = Level::Doubtful;
  item.done = {say(Remark::CutFilled)};
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
  if (smallest < kLeastTrainedShare && in.wish.region.choice == RegionChoice::Box) {
    item.level = Level::Refused;
    item.done = {say(Remark::TooLittle)};
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

std::vector<PreflightItem> preflight(const PreflightInput& in, const std::stop_token& stop) {
  const CaseSurvey found = survey(in.ct, regionOf(in), stop);
  std::vector<PreflightItem> items = {huItem(found), spacingItem(in), orientationItem(in), sideItem(in),
                                      fieldItem(in), sizeItem(in),    cutItem(found),      metalItem(in, found)};
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
