#include "engine/prepare/prepare.h"

#include "engine/core/error.h"
#include "engine/prepare/resample.h"

#include <algorithm>
#include <new>

namespace hipwright {
namespace {

constexpr std::int64_t kBlock = 16;  // a volume is x fastest, a tensor z fastest: blocks of x keep both in the cache

/// Calls copy(x, y, z) for every voxel of `size`, blocked.
template <typename Copy>
void forEachVoxelBlocked(const Index3& size, Copy copy) {
  for (std::int64_t y = 0; y < size[1]; ++y)
    for (std::int64_t x0 = 0; x0 < size[0]; x0 += kBlock)
      for (std::int64_t z = 0; z < size[2]; ++z)
        for (std::int64_t x = x0; x < std::min(x0 + kBlock, size[0]); ++x) copy(x, y, z);
}

Index3 offsets(const std::array<AxisPadding, 3>& p) { return {p[0].before, p[1].before, p[2].before}; }
Index3 paddedSize(const std::array<AxisPadding, 3>& p) { return {p[0].padded(), p[1].padded(), p[2].padded()}; }

void checkSize(std::size_t voxels, const Index3& size, const char* what) {
  if (static_cast<std::int64_t>(voxels) != product(size))
    throw Error(ErrorCode::Internal, {{"reason", std::string(what) + " does not have the size it announces"}});
}

}  // namespace

HuMap::HuMap(std::vector<double> hu, std::vector<double> value) : m_hu(std::move(hu)), m_value(std::move(value)) {}

float HuMap::operator()(float hu) const {
  const double x = hu;
  if (!(x > m_hu.front())) return static_cast<float>(m_value.front());
  if (x >= m_hu.back()) return static_cast<float>(m_value.back());
  const auto upper = static_cast<std::size_t>(std::upper_bound(m_hu.begin(), m_hu.end(), x) - m_hu.begin());
  const double slope = (m_value[upper] - m_value[upper - 1]) / (m_hu[upper] - m_hu[upper - 1]);
  return static_cast<float>(slope * (x - m_hu[upper - 1]) + m_value[upper - 1]);
}

AxisPadding axisPadding(std::int64_t size, std::int64_t minimum, std::int64_t multiple) {
  const std::int64_t missing = std::max<std::int64_t>(minimum - size, 0);
  const std::int64_t atLeast = size + missing;
  const std::int64_t rest = (multiple - atLeast % multiple) % multiple;
  // Two paddings in a row, each rounded down before the image, as the reference does them.
  const std::int64_t before = missing / 2 + rest / 2;
  return {size, before, missing + rest - before};
}

Prepared prepareAsIs(const Volume& ct, const ModelProfile& profile) try {
  checkSize(ct.voxels.size(), ct.geometry.size, "the CT");
  Prepared out;
  out.geometry = ct.geometry;
  for (int a = 0; a < 3; ++a)
    out.padding[a] = axisPadding(ct.geometry.size[a], profile.window.size[a], profile.input.padMultiple);
  const HuMap map(profile.input.hu, profile.input.value);
  const Index3 padded = paddedSize(out.padding);
  const Index3 shift = offsets(out.padding);
  out.image = Tensor4({1, padded[0], padded[1], padded[2]}, map(static_cast<float>(profile.input.padHu)));
  forEachVoxelBlocked(ct.geometry.size, [&](std::int64_t x, std::int64_t y, std::int64_t z) {
    out.image.at(0, x + shift[0], y + shift[1], z + shift[2]) = map(ct.at(x, y, z));
  });
  return out;
} catch (const std::bad_alloc&) {
  throw Error(ErrorCode::OutOfMemory, {{"phase", "preparing the CT"}});
}

Volume restore(const Prepared& prepared, const Tensor4& field) {
  if (field.shape[0] != 1 || field.gridSize() != paddedSize(prepared.padding))
    throw Error(ErrorCode::Internal, {{"reason", "a field to restore is not on the padded grid"}});
  Volume out;
  out.geometry = prepared.geometry;
  out.voxels.resize(static_cast<std::size_t>(product(out.geometry.size)));
  const Index3 shift = offsets(prepared.padding);
  forEachVoxelBlocked(out.geometry.size, [&](std::int64_t x, std::int64_t y, std::int64_t z) {
    out.at(x, y, z) = field.at(0, x + shift[0], y + shift[1], z + shift[2]);
  });
  return out;
}

Volume onModelGrid(const Volume& ct, const Geometry& grid, const ModelProfile& profile, const std::stop_token& stop) {
  return resample(ct, grid, {Interpolation::Cubic, static_cast<float>(profile.input.padHu), true}, stop);
}

Volume onCaseGrid(const Volume& field, const Geometry& ct, const std::stop_token& stop) {
  const auto lowest = std::min_element(field.voxels.begin(), field.voxels.end());
  const float outside = lowest == field.voxels.end() ? -1 : *lowest;
  return resample(field, ct, {Interpolation::Cubic, outside, false}, stop);
}

}  // namespace hipwright
