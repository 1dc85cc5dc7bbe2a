// Where the slices of a straightened gantry tilt lie in their upright grid; what they leave of it was not measured.
#pragma once

#include "engine/core/numeric.h"

namespace hipwright {

/// Slices lie across the third index axis and move along the first two from plane to plane. In voxels of the grid.
struct SliceTilt {
  std::array<double, 2> start{};         ///< index of the first pixel in the first plane
  std::array<double, 2> perPlane{};      ///< by how much it moves from one plane to the next
  std::array<std::int64_t, 2> pixels{};  ///< of a slice

  /// How far along one of the first two axes an index lies from the first pixel of its slice.
  double along(std::size_t axis, const Vec3& index) const {
    return index[axis] - start[axis] - perPlane[axis] * index[2];
  }

  bool operator==(const SliceTilt&) const = default;
};

}  // namespace hipwright
