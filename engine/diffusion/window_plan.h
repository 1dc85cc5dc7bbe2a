// Sliding windows: where they start, how they are weighted and blended; equal to MONAI's sliding_window_inference.
#pragma once

#include "engine/core/numeric.h"
#include "engine/core/volume.h"

#include <vector>

namespace hipwright {

/// Starts of windows of `window` voxels over `size` (at least `window`) voxels: step int(window * (1 - overlap)), the last
/// one clamped to the end.
std::vector<std::int64_t> windowStarts(std::int64_t size, std::int64_t window, double overlap);

/// Corners of all windows over a grid: x slowest, z fastest.
std::vector<Index3> windowCorners(const Index3& size, const Index3& window, double overlap);

/// Product of three one-dimensional Gaussians (sigma = window / 8, centred), clamped below at max(minimum, 1e-3).
/// Shape (1, X, Y, Z) = window.
Tensor4 gaussianWeights(const Index3& window);

/// The weights sampled for a grid of another size, as torch's `nearest-exact` does.
Tensor4 resampleNearestExact(const Tensor4& weights, const Index3& size);

/// Sums weighted windows and divides by the sum of weights. One thread.
class WindowBlender {
 public:
  /// `size` of the result grid; `weights` of one window on that grid.
  WindowBlender(int channels, const Index3& size, Tensor4 weights);

  void add(const Tensor4& window, const Index3& corner);

  /// The blended field (channels, size). Every voxel has been covered. Leaves the blender empty.
  Tensor4 take();

 private:
  Tensor4 m_weights;
  Tensor4 m_sum;
  Tensor4 m_weightSum;
};

}  // namespace hipwright
