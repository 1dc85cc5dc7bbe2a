// Arrays with known values, for the tests of this folder.
#pragma once

#include "engine/core/volume.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hipwright::test {

inline float largestDifference(const Tensor4& a, const Tensor4& b) {
  if (a.shape != b.shape) return std::numeric_limits<float>::infinity();
  float worst = 0;
  for (std::size_t i = 0; i < a.values.size(); ++i) worst = std::max(worst, std::abs(a.values[i] - b.values[i]));
  return worst;
}

/// A different value in every voxel, linear in the position.
inline Tensor4 ramp(const std::array<std::int64_t, 4>& shape) {
  Tensor4 out(shape);
  for (std::int64_t c = 0; c < shape[0]; ++c)
    for (std::int64_t x = 0; x < shape[1]; ++x)
      for (std::int64_t y = 0; y < shape[2]; ++y)
        for (std::int64_t z = 0; z < shape[3]; ++z)
          out.at(c, x, y, z) =
              0.01F * static_cast<float>(c + x) - 0.02F * static_cast<float>(y) + 0.03F * static_cast<float>(z);
  return out;
}

}  // namespace hipwright::test
