// What stands for and against a run: one item for each thing the model cares for, in words and in numbers.
#pragma once

#include "engine/plan/case_plan.h"

namespace hipwright {

inline constexpr double kNoteworthyMetalCm3 = 0.05;

/// Voxels larger than this, in mm, show no hip: such a case is refused, and nobody looks for hips in it.
inline constexpr double kTooCoarseMm = 12;

/// Share of what the model was trained on, along each axis, that a chosen box or a whole CT must have: about half,
/// for less shows a piece of a bone and not a hip, with some room for small hips and for boxes in whole centimetres.
inline constexpr double kLeastTrainedShare = 0.45;

struct PreflightInput {
  const Volume& ct;
  const ModelProfile& profile;
  const PlanWish& wish;
  const CasePlan& plan;         ///< with everything but its items
  const PreflightItem& values;  ///< what huItem says; if it refuses, nothing else is asked of the voxels
};

/// The box the networks see, LPS mm, as far as the model's own size does not pad it.
Box regionOf(const PreflightInput& input);

/// In a fixed order, most important first. Throws Cancelled. Any thread.
std::vector<PreflightItem> preflight(const PreflightInput& input, const std::stop_token& stop);

/// What the items that forbid a run say, without the last full stop; empty if none does.
std::string refusals(const std::vector<PreflightItem>& items);

}  // namespace hipwright
