// How much of each voxel lies inside an implant.
#pragma once

#include "engine/core/volume.h"

#include <vector>

namespace hipwright {

/// 0 to 1 for each voxel, so that sums over voxels are finer than a voxel: beside the surface the share is taken at 27
/// places in the voxel, between which a cubic of the field around it tells the value and the slope. Straight lines
/// between voxels would cut curves short, and the slope at the voxel alone would count a field that flattens away from
/// its surface too large; extent.h has the errors. 0.1 to 0.4 s for an implant at 1 mm. Any thread.
std::vector<float> insideShares(const Volume& field);

}  // namespace hipwright
