#include "engine/plan/preflight.h"

#include "engine/plan/case_survey.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace hipwright {
namespace {

using Level = PreflightLevel;

constexpr double kCoarseMm = 4;  // above, bone is blurred more than the model has seen
constexpr double kTooCoarseMm = 12;
constexpr double kSameSpacing = 0.02;
constexpr double kDoubtfulEmpty = 0.1;  // share of the region outside the CT
constexpr double kRefusedEmpty = 0.85;
constexpr double kCutCm2 = 1;
constexpr double kMuchLarger = 1.5;
constexpr double kSmallShare = 0.9;  // of the trained size, below which something is missing

template <class... Values>
std::string text(const char* format, Values... values) {
  char out[400];
  std::snprintf(out, sizeof out, format, values...);
  return out;
}

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
  PreflightItem item{Level::Fine, PreflightCode::Spacing, {{"x_mm", is[0]}, {"y_mm", is[1]}, {"z_mm", is[2]}}, "", ""};
  item.found = text("Voxels are %.3g x %.3g x %.3g mm; the model works on %.3g x %.3g x %.3g mm.", is[0], is[1], is[2],
                    wanted[0], wanted[1], wanted[2]);
  if (largest > kTooCoarseMm) {
    item.level = Level::Refused;
    item.done = "Too coarse to show a hip.";
  } else if (in.plan.grid.fit == GridFit::Resampled) {
    item.level = largest > kCoarseMm ? Level::Doubtful : Level::Adapted;
    item.done = "Resampled to the model's grid; results are mapped back.";
  } else {
    double worst = 0;
    for (int a = 0; a < 3; ++a) {
      const double s = in.plan.grid.geometry.spacing[static_cast<std::size_t>(a)];
      worst = std::max(worst, std::abs(s / wanted[static_cast<std::size_t>(a)] - 1));
    }
    if (worst > kSameSpacing) {
      item.level = Level::Doubtful;
      item.done = "Used as they are: the model may take the hip for a larger or smaller one.";
    }
  }
  return item;
}

PreflightItem orientationItem(const PreflightInput& in) {
  const double oblique = obliqueDegrees(in.ct.geometry);
  const std::string is = letters(in.ct.geometry);
  PreflightItem item{Level::Fine, PreflightCode::Orientation, {{"oblique_degrees", oblique}}, "", ""};
  item.found = "Index axes run towards " + is + (oblique > 0.5 ? text(", %.1f degrees oblique.", oblique) : ".");
  const std::string& wanted = in.profile.input.orientation;
  if (isLeftAlone(in)) {
    if (wanted == "as-is") return item;
    const bool same = is == wanted && oblique < 1;
    if (!same) item.level = Level::Doubtful;
    if (!same) item.done = "Used as they are; the model was trained on " + wanted + ".";
    return item;
  }
  if (is == wanted && in.plan.grid.fit != GridFit::Resampled) return item;
  if (is == wanted && oblique <= 0.5) return item;
  item.level = Level::Adapted;
  item.done = "Turned to " + wanted + (in.plan.mirrored ? ", then mirrored." : ".");
  return item;
}

PreflightItem fieldItem(const PreflightInput& in) {
  PreflightItem item{Level::Fine, PreflightCode::FieldOfView, {}, "", ""};
  const Box region = regionOf(in);
  const double empty = 1 - shareInside(region, boundingBox(in.ct.geometry));
  item.values = {{"empty_share", empty}};
  if (!in.plan.region && mustHaveRegion(in)) {
    item.level = Level::Refused;
    item.found = "No hip was found in this CT, which is much larger than what the model was trained on.";
    item.done = "Choose a region, or ask for the whole CT.";
    return item;
  }
  if (!in.plan.region) {
    item.found = "The whole CT is used.";
    return item;
  }
  const FoundHip* hip = in.plan.hips.on(in.plan.side);
  const bool found = in.wish.region.choice != RegionChoice::Box && hip != nullptr;
  item.found = text("The region from %.0f, %.0f, %.0f to %.0f, %.0f, %.0f mm", region.lower[0], region.lower[1],
                    region.lower[2], region.upper[0], region.upper[1], region.upper[2]);
  if (found)
    item.found += text(" around the joint at %.0f, %.0f, %.0f", hip->centre[0], hip->centre[1], hip->centre[2]);
  item.found += text("; %.0f %% of it lies outside the CT.", 100 * empty);
  item.level = empty > kRefusedEmpty ? Level::Refused : empty > kDoubtfulEmpty ? Level::Doubtful : Level::Adapted;
  item.done = empty > kRefusedEmpty    ? "There is nothing to work on."
              : empty > kDoubtfulEmpty ? "Cut out; what is missing is taken for air, which no training case had."
                                       : "Cut out.";
  return item;
}

PreflightItem sideItem(const PreflightInput& in) {
  const CasePlan& plan = in.plan;
  PreflightItem item{Level::Fine, PreflightCode::Side, {}, "", ""};
  for (const FoundHip* hip : {plan.hips.on(HipSide::Left), plan.hips.on(HipSide::Right)}) {
    if (hip == nullptr) continue;
    item.values[std::string(toText(hip->side)) + "_likeness"] = hip->likeness;
    item.values[std::string(toText(hip->side)) + "_metal_cm3"] = hip->metalCm3;
  }
  const std::string side = toText(plan.side);
  const bool both = plan.hips.left && plan.hips.right;
  if (plan.side == HipSide::Unknown) {
    item.found = "The side is not known; the model takes either.";
    return item;
  }
  if (plan.sideSource == SideSource::Asked) item.found = "The " + side + " hip was asked for.";
  if (plan.sideSource == SideSource::Found)
    item.found = both ? "Both hips were found; the " + side + " one is taken." : "This is a " + side + " hip.";
  if (plan.sideSource == SideSource::Assumed) item.found = "No hip was recognised; it is taken for a " + side + " one.";
  const HipSide other = otherSide(plan.side);
  const bool contradicted = plan.sideSource == SideSource::Asked && plan.hips.on(other) != nullptr && !both;
  if (contradicted) item.found += std::string(" It looks like a ") + toText(other) + " one.";
  if (plan.mirrored) item.done = "Mirrored to the model's side, and the result back.";
  if (plan.sideSource == SideSource::Assumed || contradicted)
    item.level = Level::Doubtful;
  else if (plan.mirrored)
    item.level = Level::Adapted;
  return item;
}

PreflightItem metalItem(const PreflightInput& in, const CaseSurvey& s) {
  PreflightItem item{Level::Fine,
                     PreflightCode::Metal,
                     {{"share", s.metalShare}, {"cm3", s.metalCm3}, {"elsewhere_cm3", s.metalElsewhereCm3}},
                     "No metal.",
                     ""};
  const double all = s.metalCm3 + s.metalElsewhereCm3;
  if (all < kNoteworthyMetalCm3) return item;
  for (int a = 0; a < 3; ++a)
    item.values[std::string(1, "xyz"[a]) + "_mm"] = s.metalCentre[static_cast<std::size_t>(a)];
  const std::string where = text("around %.0f, %.0f, %.0f mm", s.metalCentre[0], s.metalCentre[1], s.metalCentre[2]);
  const FoundHip* left = in.plan.hips.on(HipSide::Left);
  const FoundHip* right = in.plan.hips.on(HipSide::Right);
  std::string side;
  if (left != nullptr && right != nullptr)
    side = s.metalCentre[0] > 0.5 * (left->centre[0] + right->centre[0]) ? ", on the left" : ", on the right";
  if (s.metalCm3 < kNoteworthyMetalCm3) {
    item.found = text("%.1f cm3 of metal ", all) + where + side + ", outside the region.";
    return item;
  }
  item.found = text("%.1f cm3 of metal in the region (%.3f %% of it above %.0f HU), ", s.metalCm3, 100 * s.metalShare,
                    static_cast<double>(kMetalAboveHu)) +
               where + side + ".";
  item.level = Level::Doubtful;
  item.done = "Used as it is; the model was made for hips without metal.";
  return item;
}

PreflightItem cutItem(const CaseSurvey& s) {
  static constexpr const char* kLower[] = {"right", "front", "lower"};
  static constexpr const char* kUpper[] = {"left", "back", "upper"};
  PreflightItem item{Level::Fine, PreflightCode::BoneCut, {}, "The CT does not cut bone of the region.", ""};
  std::string where;
  const auto add = [&](const char* border, double cm2) {
    if (cm2 <= kCutCm2) return;
    where += (where.empty() ? "" : ", ") + std::string(border) + text(" (%.0f cm2)", cm2);
    item.values[std::string(border) + "_cm2"] = cm2;
  };
  for (std::size_t a = 0; a < 3; ++a) {
    add(kLower[a], s.cutLower[a]);
    add(kUpper[a], s.cutUpper[a]);
  }
  if (where.empty()) return item;
  item.level = Level::Doubtful;
  item.found = "The CT ends within the region and cuts bone at its border: " + where + ".";
  item.done = "What is missing is taken for air.";
  return item;
}

PreflightItem huItem(const CaseSurvey& s) {
  PreflightItem item{Level::Fine,
                     PreflightCode::HuRange,
                     {{"lowest_hu", s.lowest}, {"highest_hu", s.highest}, {"middle_hu", s.middle}},
                     text("Values from %.0f to %.0f HU.", s.lowest, s.highest),
                     ""};
  if (s.highest - s.lowest <= 256) {
    item.level = Level::Refused;
    item.found = text("Values span only %.4g to %.4g.", s.lowest, s.highest);
    item.done = "These are no Hounsfield units; export the CT with its rescale slope and intercept.";
  } else if (s.lowest >= -10 && s.middle > 700) {
    item.level = Level::Refused;
    item.found =
        text("Values from %.0f to %.0f, most around %.0f: shifted by about 1024.", s.lowest, s.highest, s.middle);
    item.done = "Export the CT with its rescale intercept, or subtract 1024.";
  } else if (s.highest < 250) {
    item.level = Level::Doubtful;
    item.done = "No value is as dense as bone.";
  } else if (s.lowest < -1100) {
    item.level = Level::Adapted;
    item.done = "What is below -1024 HU is taken for air.";
  }
  return item;
}

PreflightItem sizeItem(const PreflightInput& in) {
  PreflightItem item{Level::Fine, PreflightCode::Size, {}, "The model does not state what size it was trained on.", ""};
  if (!in.profile.input.fieldOfView) return item;
  const Vec3 is = boundingBox(in.plan.grid.geometry).size();
  const Vec3& trained = in.profile.input.fieldOfView->sizeMm;
  item.values = {{"x_mm", is[0]}, {"y_mm", is[1]}, {"z_mm", is[2]}};
  item.found = text("The model sees %.0f x %.0f x %.0f mm and was trained on %.0f x %.0f x %.0f mm.", is[0], is[1],
                    is[2], trained[0], trained[1], trained[2]);
  double smallest = 1, largest = 1;
  for (std::size_t a = 0; a < 3; ++a) {
    smallest = std::min(smallest, is[a] / trained[a]);
    largest = std::max(largest, is[a] / trained[a]);
  }
  if (smallest < kSmallShare) {
    item.level = Level::Doubtful;
    item.done = "Padded with air.";
  } else if (largest > 2 - kSmallShare) {
    item.level = Level::Doubtful;
    item.done = "Used whole; a region around one hip is what the model knows.";
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
                     note.text(),
                     ""});
  return items;
}

std::string refusals(const std::vector<PreflightItem>& items) {
  std::string all;
  for (const PreflightItem& item : items)
    if (item.level == Level::Refused) all += (all.empty() ? "" : " ") + item.found + " " + item.done;
  if (!all.empty() && all.back() == '.') all.pop_back();
  return all;
}

}  // namespace hipwright
