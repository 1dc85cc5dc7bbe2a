// How much of each voxel lies inside an implant.
#pragma once

#include "engine/core/volume.h"

#include <vector>

namespace hipwright {

/// 0 to 1 for each voxel: one half on the surface, and as far from it as the field's own slope says, so that sums over
/// voxels are finer than a voxel. Any thread.
std::vector<float> insideShares(const Volume& field);

}  // namespace hipwright
