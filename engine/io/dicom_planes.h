// The voxels of a planned stack of slices: read in order, moved upright and interpolated where the plan says so.
#pragma once

#include "engine/core/sha256.h"
#include "engine/io/case_file.h"
#include "engine/io/dicom_stack.h"

namespace hipwright {

struct ReadPlanes {
  std::vector<float> hu;
  PaddingCount padding;  ///< of all slices
};

/// HU on the plan's grid; beside the slices there is air (-1024). Feeds the bytes of every file, in the order of the
/// slices, into `hash`. Progress goes from 500 to 1000 of 1000. Throws Error(FileTruncated | FileDamaged |
/// UnsupportedDicom), Cancelled. Any thread.
ReadPlanes readPlanes(const StackPlan& plan, Sha256& hash, const CaseReading& reading);

}  // namespace hipwright
