// The field around one cell of the grid: its corners, also beyond the border, and how it bends between them.
#pragma once

#include "engine/core/volume.h"
#include "engine/surface/cell_patches.h"

#include <array>

namespace hipwright {

/// The field at the cell's corners, minus the level: positive is inside.
using CellSamples = std::array<double, 8>;

CellConfiguration configurationOf(const CellSamples& samples);

/// Cell (i, j, k) lies between the centres of voxels (i - 1, j - 1, k - 1) and (i, j, k). Borrows the volume.
class CellSampler {
 public:
  CellSampler(const Volume& field, float level) : m_field(field), m_level(level) {}

  /// Beyond the border the nearest voxel is mirrored to the outside, which puts the surface half a voxel out.
  CellSamples samples(const Index3& cell) const;

  /// Second differences of the field along each axis, per voxel squared: the mean over the cell's four edges of the
  /// smaller of the differences at either end, or 0 where their signs differ, so that a kink or noise counts as
  /// straight. 0 along an axis on which the cell is too near the border.
  Vec3 curvature(const Index3& cell) const;

 private:
  double curvatureAlong(const Index3& voxel, int axis) const;

  const Volume& m_field;
  const float m_level;
};

}  // namespace hipwright
