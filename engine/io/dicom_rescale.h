// Slices of one volume whose rescale differs or is missing: legitimate if the values go on smoothly, a mistake of an
// export if not.
#pragma once

#include "engine/io/dicom_stack.h"

#include <stop_token>

namespace hipwright {

/// Gives slices that state no rescale, between others that do, the one with which their values go on smoothly: that of
/// their neighbours or none; notes which. Notes slices whose slope or intercept is not that of most, with what the
/// values do where the rescale changes. Reads the slices in question if there are any; `path` names the folder in
/// errors. Throws Error(BadSlices) if no rescale fits, as readSlice, and Cancelled. Any thread.
void settleRescale(const std::string& path, StackPlan& plan, const std::stop_token& stop);

}  // namespace hipwright
