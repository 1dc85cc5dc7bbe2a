// What will be done with a case under a model: which hip, which region, on which grid, and whether that makes sense.
#pragma once

#include "engine/core/case_note.h"
#include "engine/core/preflight_item.h"
#include "engine/hips/hip_finder.h"
#include "engine/prepare/model_grid.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright {

enum class SideChoice { Auto, Left, Right };

/// Auto: the whole case if it is about as large as what the model was trained on, else a box of that size around the
/// joint. Whole: the whole case. Box: this one.
enum class RegionChoice { Auto, Whole, Box };

struct RegionWish {
  RegionChoice choice = RegionChoice::Auto;
  Box box{};  ///< LPS mm; for RegionChoice::Box

  bool operator==(const RegionWish&) const = default;
};

struct PlanWish {
  GridChoice grid = GridChoice::Auto;
  SideChoice side = SideChoice::Auto;
  RegionWish region;
  CaseNotes notes;                ///< what the reader adapted or doubts
  std::optional<FoundHips> hips;  ///< what findHips gave, if somebody looked already
};

/// How the side is known. Assumed: nothing told it, and it is the model's.
enum class SideSource { Unknown, Asked, Found, Assumed };

struct CasePlan {
  ModelGrid grid;
  HipSide side = HipSide::Unknown;
  SideSource sideSource = SideSource::Unknown;
  bool mirrored = false;      ///< the model was trained on the other side
  std::optional<Box> region;  ///< LPS mm; none: the whole case
  FoundHips hips;             ///< empty if nobody had to look
  std::vector<PreflightItem> items;
};

/// Never refuses by itself: the items say what stands against a run. Looks for hips only if the profile states a field
/// of view or a side and the grid is not to be left as it is. Throws Error(OutOfMemory | BadRequest), Cancelled. Any
/// thread.
CasePlan planCase(const Volume& ct, const ModelProfile& profile, const PlanWish& wish, const std::stop_token& stop);

/// The side of the one joint in a box, or of the half of the body it lies in; Unknown if it holds both joints, lies in
/// the middle, or no hip was found near it.
HipSide sideIn(const Box& box, const FoundHips& hips);

/// Whether a plan under this model can depend on where the hips are.
bool takesHips(const InputProfile& input);

/// The box of the model's field of view around a joint, mirrored for a hip of the other side than the model's.
Box regionAround(const Vec3& joint, HipSide side, const InputProfile& input);

const char* toText(SideSource source);  ///< "", "asked", "found", "assumed"

}  // namespace hipwright
