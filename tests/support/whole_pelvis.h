// A pelvis made of two procedural hips, the left one the mirror image of the right.
#pragma once

#include "engine/core/volume.h"
#include "engine/phantom/phantom_parameters.h"

namespace hipwright::test {

/// Half of the distance between the joints, mm.
inline constexpr double kHalfPelvis = 88;

/// Both hips in one CT of `spacing` mm, LPS, 340 x 110 x 190 mm; the joints of a hip without translation lie at
/// (-kHalfPelvis, 0, 0) and (kHalfPelvis, 0, 0) from `middle`.
Volume wholePelvis(const PhantomParameters& hip, double spacing, const Vec3& middle);

/// Sets a ball of metal (3000 HU) into a CT.
void putMetal(Volume& ct, const Vec3& centre, double radiusMm);

}  // namespace hipwright::test
