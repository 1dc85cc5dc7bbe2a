// The CT on a coarse grid along the patient's axes, and the places where bone begins.
#pragma once

#include "engine/core/volume.h"

#include <stop_token>
#include <vector>

namespace hipwright {

/// A coarse copy of a CT, 2 mm in LPS. Voxels outside the CT are not valid.
struct CoarseCt {
  Volume clipped;           ///< 0 to 600 HU: metal no louder than bone, fat and air no darker than muscle
  Volume smooth;            ///< the same with -200 to 600 HU, smoothed by one voxel
  std::vector<bool> valid;  ///< false outside the CT and next to it

  bool validAt(const Index3& at) const { return valid[smooth.offset(at[0], at[1], at[2])]; }
};

CoarseCt coarseCt(const Volume& ct, const std::stop_token& stop);

/// A voxel on an edge of bone.
struct BoneEdge {
  Vec3 position{};  ///< LPS mm
  Vec3 inward{};    ///< unit, towards the brighter side
};

std::vector<BoneEdge> boneEdges(const CoarseCt& ct, const std::stop_token& stop);

}  // namespace hipwright
