// A distance field cut to its implant: the fields of many decoded stages fit into memory, whatever the size of the CT.
#pragma once

#include "engine/core/picture.h"
#include "engine/core/volume.h"

namespace hipwright {

/// Outside the part, the field goes on as at its border, which is outside the implant.
struct KeptField {
  Geometry whole;
  Index3 corner{};  ///< of the part in the whole, voxels
  Volume part;      ///< of its geometry the size alone counts
};

/// The implant with a few voxels around it. Any thread.
KeptField keptField(const Volume& sdf);

/// The whole field again; the same where the implant is and near it. Any thread.
Volume restored(const KeptField& field);

/// One coronal plane of the whole, as coronalPlane() gives it; `plane` lies in the whole. Any thread.
std::vector<float> coronalPlane(const KeptField& field, const CoronalCut& cut, std::int64_t plane);

}  // namespace hipwright
