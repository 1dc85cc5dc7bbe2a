// The bone of a CT as a surface to look at: coarser than the scan, smooth, without specks.
#pragma once

#include "engine/core/mesh.h"
#include "engine/core/volume.h"

#include <stop_token>

namespace hipwright {

/// A bone threshold that shows cancellous and cortical bone, and hides muscle, in most scans. HU.
inline constexpr float kBoneThreshold = 170;

/// The CT averaged over blocks of whole voxels, so that at most `mostVoxels` are left and no voxel is made coarser than
/// 3 mm for it. The same patient space. Throws Cancelled. Any thread.
Volume coarser(const Volume& ct, std::int64_t mostVoxels, const std::stop_token& stop);

/// Where the CT reaches `hu`, from a copy of at most 4 million voxels, without pieces of fewer than 600 triangles. For
/// the eye only: what is saved comes from extractSurface. A second for a large scan. Throws as extractSurface. Any
/// thread.
Mesh boneSurface(const Volume& ct, float hu, const std::stop_token& stop);

}  // namespace hipwright
