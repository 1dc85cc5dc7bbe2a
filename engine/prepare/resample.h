// A volume on another grid: exact where the grids share their voxels, interpolated where they do not.
#pragma once

#include "engine/core/volume.h"

#include <cstdint>
#include <stop_token>

namespace hipwright {

/// Linear: trilinear. Cubic: Catmull-Rom, which keeps edges sharper and overshoots a little at them.
enum class Interpolation { Linear, Cubic };

struct ResampleOptions {
  Interpolation interpolation = Interpolation::Linear;
  float outside = 0;    ///< value of voxels whose centre lies in no voxel of the source
  bool average = true;  ///< mean over each target voxel where the source is finer, so that noise does not alias
};

/// Reads `source` at the voxel centres of `grid`; along the border, the outer halves of its voxels count as source.
/// If every centre falls on a centre of the source (turned, mirrored, cropped) and nothing is to be averaged, values
/// are copied without arithmetic. Throws Error(OutOfMemory), Cancelled (asked once per slice). Any thread.
Volume resample(const Volume& source, const Geometry& grid, const ResampleOptions& options,
                const std::stop_token& stop);

/// True if the axes of `grid` run along those of `source`, in any order: resample() is then many times as fast.
bool sharesAxes(const Geometry& source, const Geometry& grid);

}  // namespace hipwright
