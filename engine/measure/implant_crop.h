// The part of a distance field that holds the implant: small enough to keep for every value of a comparison.
#pragma once

#include "engine/core/volume.h"

namespace hipwright {

/// Whole voxels of a grid.
struct VoxelBox {
  Index3 first{};
  Index3 size{};
  bool operator==(const VoxelBox&) const = default;
};

/// Voxels around the implant that a crop keeps, so that slopes at its surface are those of the whole field.
inline constexpr std::int64_t kCropMargin = 4;

/// The smallest box around the voxels with a positive field and kCropMargin around it, within the grid; around the voxel
/// in the middle if there is none. Any thread.
VoxelBox boxAroundImplant(const Volume& field);

/// Where a part of a grid lies in it. Throws Error(BadGeometry) if `part` is none of its boxes of whole voxels.
VoxelBox boxWithin(const Geometry& part, const Geometry& whole);

/// The smallest box that holds both.
VoxelBox joined(const VoxelBox& a, const VoxelBox& b);

/// The grid of a box, in the same place.
Geometry gridOf(const VoxelBox& box, const Geometry& whole);

/// The voxels of a box of `whole`'s grid. What `field`, itself such a box, does not hold is outside the implant (-1).
/// Throws as boxWithin. Any thread.
Volume onBox(const Volume& field, const VoxelBox& box, const Geometry& whole);

}  // namespace hipwright
