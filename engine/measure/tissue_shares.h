// What an implant would replace: the tissue of the pre-operative CT where it lies.
#pragma once

#include "engine/core/volume.h"
#include "engine/measure/measured.h"

namespace hipwright {

/// Borders between tissues in HU. Bone: the lower limit that planning software offers for a bone mask (226 HU in
/// Materialise Mimics), between muscle and cancellous bone. Cortex: 600 HU, the border at which CT contours agree best
/// with the cortex that a custom femoral stem meets (Aamodt et al. 1999, J Bone Joint Surg Br 81-B: 143-147). Air: what
/// a scanner shows outside the body, and what it or the model's grid fills the rest of its picture with.
inline constexpr float kBoneHu = 226;
inline constexpr float kCortexHu = 600;
inline constexpr float kAirHu = -950;

/// Shares of the implant's volume, 0 to 1. Bone, soft tissue and outside add up to one; cortex is a part of bone.
struct TissueShares {
  double bone = 0;     ///< from kBoneHu
  double cortex = 0;   ///< from kCortexHu
  double soft = 0;     ///< everything between air and bone: fat, muscle, cartilage, the joint's gap
  double outside = 0;  ///< at most kAirHu: outside the patient or the picture
};

/// `ct` in HU and `field` lie on one voxel grid; voxels on the surface count by their share inside. Of metal or
/// cement of an earlier operation nothing is known: it counts as cortex. Not measurable for an empty field.
/// Throws Error(BadGeometry) if the sizes differ. Any thread.
Measured<TissueShares> tissueShares(const Volume& field, const Volume& ct);

}  // namespace hipwright
