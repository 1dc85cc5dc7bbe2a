#include "engine/measure/inside_share.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

/// How far the field changes over one voxel.
float steepness(const Volume& field, const Index3& voxel) {
  float sum = 0;
  for (std::size_t a = 0; a < 3; ++a) {
    Index3 low = voxel;
    Index3 high = voxel;
    low[a] = std::max<std::int64_t>(voxel[a] - 1, 0);
    high[a] = std::min(voxel[a] + 1, field.geometry.size[a] - 1);
    if (low[a] == high[a]) continue;
    const float slope =
        (field.at(high[0], high[1], high[2]) - field.at(low[0], low[1], low[2])) / static_cast<float>(high[a] - low[a]);
    sum += slope * slope;
  }
  return std::sqrt(sum);
}

}  // namespace

std::vector<float> insideShares(const Volume& field) {
  const Index3& n = field.geometry.size;
  std::vector<float> shares;
  shares.reserve(field.voxels.size());
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x) {
        const float value = field.at(x, y, z);
        const float steep = steepness(field, {x, y, z});
        const bool onSurface = std::abs(value) < steep / 2;
        shares.push_back(onSurface ? 0.5F + value / steep : (value > 0 ? 1.0F : 0.0F));
      }
  return shares;
}

}  // namespace hipwright
