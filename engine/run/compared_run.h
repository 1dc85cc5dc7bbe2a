// A finished run as one value of a comparison, whoever made it: its field on the grid of the others, and its numbers.
#pragma once

#include "engine/run/comparison.h"
#include "engine/run/run_history.h"

#include <stop_token>

namespace hipwright {

/// The part of a run's distance field that holds the implant, on whole voxels of `grid`. Copied where the field shares
/// its voxels with the grid, interpolated where not. Throws Error(OutOfMemory), Cancelled. Any thread.
Volume comparedField(const Volume& field, const Geometry& grid, const std::stop_token& stop);

/// The row of a run for a comparison's table, without a difference. `field` is comparedField() on `grid`, `ct` the CT
/// of the case. Throws Cancelled. Any thread.
ComparisonRow measuredRun(const PastRun& run, const Volume& field, const Geometry& grid, const Volume& ct,
                          const std::stop_token& stop);

/// Two crops of one grid, compared on the smallest box of it that holds both. Throws Error(BadGeometry) if a field is
/// no box of whole voxels of `grid`. Any thread.
ImplantDifference differenceOnGrid(const MeasuredImplant& a, const MeasuredImplant& b, const Geometry& grid);

}  // namespace hipwright
