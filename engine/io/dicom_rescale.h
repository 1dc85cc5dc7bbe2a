// Slices of one volume whose rescale differs: legitimate if the values go on smoothly, a mistake of an export if not.
#pragma once

#include "engine/io/dicom_stack.h"

namespace hipwright {

/// Notes slices whose slope or intercept is not that of most, with what the values do where the rescale changes. Reads
/// a few slices if there are any such. Throws as readSlice.
void noteRescale(StackPlan& plan);

}  // namespace hipwright
