// Where a voxel grid lies in the patient: size, spacing, origin and direction, always in LPS millimetres.
#pragma once

#include "engine/core/numeric.h"

namespace hipwright {

/// A voxel grid in patient space. The centre of voxel (i, j, k) lies at
/// origin + direction * (spacing ∘ (i, j, k)); column a of `direction` is the unit vector of index axis a.
struct Geometry {
  Index3 size{0, 0, 0};            ///< voxels per axis, each at least 1 in a valid geometry
  Vec3 spacing{1, 1, 1};           ///< mm between voxel centres, positive
  Vec3 origin{0, 0, 0};            ///< LPS mm of the centre of voxel (0, 0, 0)
  Mat3 direction = kIdentity3;     ///< orthonormal; determinant -1 for a mirrored grid

  /// LPS mm of a continuous voxel index (0 is the centre of the first voxel).
  Vec3 indexToPatient(const Vec3& index) const;

  /// Continuous voxel index of a point in LPS mm.
  Vec3 patientToIndex(const Vec3& point) const;

  /// Index to patient without the origin: the columns are the index axes in mm.
  Mat3 indexToPatientMatrix() const;

  bool operator==(const Geometry&) const = default;
};

/// Throws Error(BadGeometry) unless sizes and spacings are positive and finite, the origin is finite, the direction is
/// orthonormal to 1e-4, and the number of voxels fits a 63-bit count of floats. Any thread.
void checkGeometry(const Geometry& geometry);

/// Which patient axis each index axis follows best, chosen jointly (never the same patient axis twice).
struct AxisCodes {
  std::array<int, 3> patientAxis{0, 1, 2};   ///< for each index axis: 0 = L/R, 1 = A/P, 2 = S/I
  std::array<bool, 3> increasing{};          ///< true if the index grows towards L, P or S
};

AxisCodes nearestAxes(const Geometry& geometry);

}  // namespace hipwright
