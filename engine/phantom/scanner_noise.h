// The noise of the scanner, added to a finished CT.
#pragma once

#include "engine/core/volume.h"
#include "engine/phantom/phantom_parameters.h"

namespace hipwright {

/// Adds noise that is correlated over neighbouring voxels and belongs to their indices, then rounds to whole HU and
/// keeps to the 12 bits of a scanner from -1024 up.
void addScannerNoise(Volume& ct, const PhantomParameters& parameters);

}  // namespace hipwright
