// What will be done with a case under a model: which hip, which region, on which grid, and whether that makes sense.
#pragma once

#include "engine/core/case_note.h"
#include "engine/core/preflight_item.h"
#include "engine/core/slice_tilt.h"
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
  std::optional<SliceTilt> tilt;  ///< of the CT's slices, if the reader straightened it
};

/// How the side is known. Assumed: nothing told it, and it is the model's.
enum class SideSource { Unknown, Asked, Found, Assumed };

struct CasePlan {
  ModelGrid grid;
  HipSide side = HipSide::Unknown;
  SideSource sideSource = SideSource::Unknown;
  bool mirrored = false;      ///< the model was trained on the other side
  std::optional<Box> region;  ///< LPS mm; none: the whole case
  FoundHips hips;
  bool hipsSought = false;  ///< false: nobody looked, and `hips` says nothing
  std::vector<PreflightItem> items;
};

/// Never refuses by itself: the items say what stands against a run. Looks for hips if the profile takes them, whatever
/// side, region or grid was asked for, so that a wrong side does not pass; but not in a CT too coarse or too large to
/// show a hip, and not in one whose values are refused: that must cost no more than reading it. Throws
/// Error(OutOfMemory | BadRequest), Cancelled. Any thread.
CasePlan planCase(const Volume& ct, const ModelProfile& profile, const PlanWish& wish, const std::stop_token& stop);

/// The side of the one joint in a box, or of the half of the body it lies in; Unknown if it holds both joints, lies in
/// the middle, or no hip was found near it.
HipSide sideIn(const Box& box, const FoundHips& hips);

/// Whether a plan under this model can depend on where the hips are.
bool takesHips(const InputProfile& input);

/// The box of the model's field of view around a joint, mirrored for a hip of the other side than the model's. A model
/// of either side states the box of a right hip: a left hip gets the mirrored box, though its voxels are not mirrored.
Box regionAround(const Vec3& joint, HipSide side, const InputProfile& input);

const char* toText(SideSource source);  ///< "", "asked", "found", "assumed"

}  // namespace hipwright
