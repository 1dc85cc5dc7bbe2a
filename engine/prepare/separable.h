// Resampling between grids whose axes run along each other: one axis after the other, which costs a fraction of the
// work.
#pragma once

#include "engine/prepare/index_map.h"
#include "engine/prepare/resample.h"

namespace hipwright {

/// Two grids that share their axes: how the indices of the new one fall on the source, along which of its axes, and
/// over how many places within a voxel the mean is taken.
struct AlignedGrids {
  IndexMap map;
  std::array<int, 3> axes{0, 1, 2};
  Index3 places{1, 1, 1};
};

/// The same values as voxel by voxel, to rounding. Throws std::bad_alloc, Cancelled. Any thread.
Volume resampleAligned(const Volume& source, const Geometry& grid, const AlignedGrids& grids,
                       const ResampleOptions& options, const std::stop_token& stop);

}  // namespace hipwright
