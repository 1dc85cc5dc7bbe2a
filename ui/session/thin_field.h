// A coronal picture's field as a volume one voxel thick, so that an approximate frame can be laid over the slices.
#pragma once

#include "engine/core/picture.h"
#include "engine/core/volume.h"

namespace hipwright {

/// The picture's field where it lies in the case; null if the picture has none or is of another case. Any thread.
VolumePtr thinField(const CoronalPicture& picture, const Geometry& geometry);

/// The middle of the implant in the picture, LPS mm; without one, `point` moved into the picture's plane. Any thread.
Vec3 implantCentreIn(const CoronalPicture& picture, const Geometry& geometry, const Vec3& point);

}  // namespace hipwright
