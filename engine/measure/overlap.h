// How much two distance fields fill the same voxels.
#pragma once

#include "engine/core/volume.h"

namespace hipwright {

/// The Dice coefficient 2 |A and B| / (|A| + |B|) of the voxels with a value above zero, 0 to 1 (Dice 1945); 1 if both
/// are empty. The fields share their voxel grid; origin and direction are not looked at.
/// Throws Error(BadGeometry) if the sizes differ. Any thread.
double dice(const Volume& a, const Volume& b);

}  // namespace hipwright
