// Which voxels along one axis an interpolated value is made of.
#pragma once

#include "engine/prepare/resample.h"

#include <array>
#include <cstdint>
#include <vector>

namespace hipwright {

/// Weights of the voxels around one continuous index.
struct Taps {
  std::array<std::int64_t, 4> index{};  ///< inside the axis
  std::array<double, 4> weight{};
  int count = 0;
};

/// `position` is held inside the axis of `size` voxels.
Taps tapsAt(double position, std::int64_t size, Interpolation interpolation);

/// True for an index in a voxel of the axis, its border voxels whole.
bool holdsIndex(double index, std::int64_t size);

/// A value of a coarser axis as a mean over neighbouring voxels of a finer one.
struct AxisMean {
  bool inside = false;  ///< the middle lies in a voxel
  std::int64_t first = 0;
  std::vector<double> weight;  ///< of the voxels from `first` on; their sum is 1
};

/// Where the values of one axis are read on another: the index of the first, the step, and over how many places within
/// a step the mean is taken.
struct AxisWalk {
  double start = 0;
  double step = 1;
  std::int64_t places = 1;
};

/// The means for `count` values along an axis of `size` voxels.
std::vector<AxisMean> axisMeans(const AxisWalk& walk, std::int64_t count, std::int64_t size,
                                Interpolation interpolation);

}  // namespace hipwright
