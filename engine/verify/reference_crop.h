// How the reference cuts a padded field back to the CT's size.
#pragma once

#include "engine/core/volume.h"

namespace hipwright {

/// The unpadded part as the reference cuts it: from P / 2 - n / 2, which on odd axes is one voxel later than the
/// padding put it. Only for comparing with the reference's arrays; restore() in engine/prepare is exact. On a 1 mm
/// grid.
Volume cropLikeReference(const Tensor4& field, const Index3& size);

}  // namespace hipwright
