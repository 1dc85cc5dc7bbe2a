// Fusing a distance field into the CT.
#pragma once

#include "engine/core/volume.h"

namespace hipwright {

struct FuseOptions {
  double band = 0.1;        ///< half width of the soft edge, in the field's units
  double metalHu = 3071;    ///< inside the implant by more than the band
  double surfaceHu = 2700;  ///< on the implant's surface
};

/// The CT with the implant in it. With d = sdf and b = band: d >= b: metalHu; 0 <= d < b: from surfaceHu to metalHu;
/// -b <= d < 0: from the CT to surfaceHu; below: the CT. Both volumes have the same geometry. Any thread.
Volume fuse(const Volume& ct, const Volume& sdf, const FuseOptions& options = {});

}  // namespace hipwright
