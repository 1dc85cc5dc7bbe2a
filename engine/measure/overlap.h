// How much two distance fields fill the same voxels, as a whole and part by part.
#pragma once

#include "engine/core/volume.h"

namespace hipwright {

/// The Dice coefficient 2 |A and B| / (|A| + |B|) of the voxels with a value above zero, 0 to 1 (Dice 1945); 1 if both
/// are empty. The fields share their voxel grid; origin and direction are not looked at.
/// Throws Error(BadGeometry) if the sizes differ. Any thread.
double dice(const Volume& a, const Volume& b);

struct PartDice {
  double cup = 0;
  double stem = 0;
};

/// Dice of cup and stem apart, for a field that holds both: each voxel of it goes to the true part that is nearer, so
/// that a prediction whose parts touch is divided as fairly as one whose parts do not. `cup` and `stem` are distance
/// fields, in one unit, that may be clamped far away: there the nearer surface decides. Throws as dice. Any thread.
PartDice partDice(const Volume& field, const Volume& cup, const Volume& stem);

}  // namespace hipwright
