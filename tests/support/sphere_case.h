// A CT that holds a sphere, made so that FakeModel's final field is that sphere's distance.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/core/volume.h"

namespace hipwright::test {

struct Sphere {
  Vec3 centre{};       ///< LPS mm
  double radius = 10;  ///< mm
  double unitMm = 10;  ///< mm per unit of the field

  /// The field at a point in LPS mm: positive inside, clamped to [-1, 1].
  double field(const Vec3& point) const;
};

/// HU such that the profile's HU map gives sphere.field() at every voxel.
Volume sphereCt(const Geometry& geometry, const Sphere& sphere, const ModelProfile& profile);

}  // namespace hipwright::test
