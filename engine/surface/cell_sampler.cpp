// The field around one cell of the grid.
#include "engine/surface/cell_sampler.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

/// The argument nearer to zero, or zero if the signs differ or a value is not a number.
double minmod(double a, double b) {
  if (!(a * b > 0)) return 0;
  return std::abs(a) < std::abs(b) ? a : b;
}

}  // namespace

CellConfiguration configurationOf(const CellSamples& samples) {
  unsigned bits = 0;
  for (unsigned corner = 0; corner < 8; ++corner) bits |= static_cast<unsigned>(samples[corner] > 0) << corner;
  return static_cast<CellConfiguration>(bits);
}

CellSamples CellSampler::samples(const Index3& cell) const {
  CellSamples out{};
  for (int corner = 0; corner < 8; ++corner) {
    Index3 voxel{cell[0] - 1 + (corner & 1), cell[1] - 1 + (corner >> 1 & 1), cell[2] - 1 + (corner >> 2 & 1)};
    bool beyond = false;
    for (int a = 0; a < 3; ++a) {
      const std::int64_t nearest = std::clamp<std::int64_t>(voxel[a], 0, m_field.geometry.size[a] - 1);
      beyond = beyond || nearest != voxel[a];
      voxel[a] = nearest;
    }
    const double value = double{m_field.at(voxel[0], voxel[1], voxel[2])} - double{m_level};
    out[corner] = beyond ? -std::abs(value) : value;
  }
  return out;
}

Vec3 CellSampler::curvature(const Index3& cell) const {
  const auto& n = m_field.geometry.size;
  for (int a = 0; a < 3; ++a)
    if (cell[a] < 1 || cell[a] >= n[a]) return {};
  Vec3 out{};
  for (int a = 0; a < 3; ++a) {
    if (cell[a] < 2 || cell[a] + 2 > n[a]) continue;
    for (int j = 0; j < 4; ++j) {
      Index3 voxel{cell[0] - 1, cell[1] - 1, cell[2] - 1};
      voxel[(a + 1) % 3] += j & 1;
      voxel[(a + 2) % 3] += j >> 1;
      out[a] += 0.25 * curvatureAlong(voxel, a);
    }
  }
  return out;
}

double CellSampler::curvatureAlong(const Index3& voxel, int axis) const {
  const auto& n = m_field.geometry.size;
  const std::int64_t stride = axis == 0 ? 1 : axis == 1 ? n[0] : n[0] * n[1];
  const float* v = m_field.voxels.data() + m_field.offset(voxel[0], voxel[1], voxel[2]);
  const double before = v[-stride], low = v[0], high = v[stride], after = v[2 * stride];
  return minmod(before - 2 * low + high, low - 2 * high + after);
}

}  // namespace hipwright
