// From the places of slices along their normal to planes an even distance apart: what is missing there, and what is
// interpolated.
#pragma once

#include "engine/io/dicom_stack.h"

namespace hipwright {

/// Gaps between slices: from the least to the most, and what the planes of the grid get. In mm.
struct Gaps {
  double least = 0;
  double most = 0;
  double mm = 0;
};

/// Fills in the planes of a plan whose slices are in order, and notes what had to be interpolated. `heights` are the
/// places of its slices along their normal, in mm from the first, each greater than the one before; `path` names the
/// folder in errors. Zones of even gaps each, at most 5 mm, are resampled to the finest, single missing slices and gaps
/// that differ by less than half of the usual one are evened out. Throws Error(BadSlices) otherwise. Any thread.
Gaps layPlanes(const std::string& path, const std::vector<double>& heights, StackPlan& plan);

}  // namespace hipwright
