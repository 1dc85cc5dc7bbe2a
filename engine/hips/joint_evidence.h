// Whether a place that looks like a hip holds a joint: a ball of bone in a shell of bone.
//
// Likeness alone does not tell. In the one real pelvis at hand (3 mm voxels, one hip with metal) the true joints reach
// 0.50, and so do ribs with the lung behind them and the midline of a sacrum cut in halves.
#pragma once

#include "engine/hips/bone_edges.h"
#include "engine/hips/hip_side.h"

namespace hipwright {

/// Shares from 0 to 1.
struct JointEvidence {
  double head = 0;    ///< of what the CT shows within 15 mm of the centre: as dense as spongy bone
  double socket = 0;  ///< of the directions towards the pelvis: bone lies 20 to 36 mm away
  double seen = 0;    ///< of all directions: the CT shows what lies up to 32 mm away
};

/// Around a place in LPS mm, for a hip of this side. All 0 if the CT shows nothing of it. Any thread.
JointEvidence jointEvidence(const CoarseCt& ct, const Vec3& centre, HipSide side);

/// There may be a joint.
bool isCredible(const JointEvidence& evidence);

/// There is one, and the CT shows most of it.
bool isClear(const JointEvidence& evidence);

}  // namespace hipwright
