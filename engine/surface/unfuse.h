// From a fused CT back to the distance field, so that a saved stage can be shown without the model.
#pragma once

#include "engine/surface/fuse.h"

namespace hipwright {

/// The field that fuse() laid into `ct`: exact within the soft edge, where it decides the surface, and +-band beyond
/// it. Voxels whose CT is already as dense as the implant's surface count as outside, except where the fused value
/// exceeds it. Both volumes have the same geometry; throws Error(BadGeometry) otherwise. Any thread.
Volume fieldOfFused(const Volume& ct, const Volume& fused, const FuseOptions& options = {});

}  // namespace hipwright
