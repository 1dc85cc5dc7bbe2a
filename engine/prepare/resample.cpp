#include "engine/prepare/resample.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/prepare/separable.h"
#include "engine/prepare/taps.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace hipwright {
namespace {

constexpr int kMostSamples = 8;  // per axis, when averaging

bool holds(const Index3& size, const Vec3& index) {
  for (int a = 0; a < 3; ++a)
    if (!holdsIndex(index[a], size[a])) return false;
  return true;
}

double valueAt(const Volume& source, const Vec3& index, Interpolation interpolation) {
  std::array<Taps, 3> t;
  for (int a = 0; a < 3; ++a) t[a] = tapsAt(index[a], source.geometry.size[a], interpolation);
  double sum = 0;
  for (int k = 0; k < t[2].count; ++k)
    for (int j = 0; j < t[1].count; ++j) {
      const double weight = t[2].weight[k] * t[1].weight[j];
      for (int i = 0; i < t[0].count; ++i)
        sum += weight * t[0].weight[i] * source.at(t[0].index[i], t[1].index[j], t[2].index[k]);
    }
  return sum;
}

/// How many places along each axis of the target voxel are averaged: as many as voxels of the source lie along it.
Index3 sampleCounts(const IndexMap& map, const ResampleOptions& options) {
  Index3 counts{1, 1, 1};
  if (!options.average) return counts;
  for (int a = 0; a < 3; ++a) {
    const Vec3 column{map.step[0][a], map.step[1][a], map.step[2][a]};
    counts[a] = std::clamp<std::int64_t>(std::llround(length(column)), 1, kMostSamples);
  }
  return counts;
}

/// Reads voxel by voxel: grids that run obliquely to each other, or copies.
class Reader {
 public:
  Reader(const Volume& source, const IndexMap& map, const ResampleOptions& options)
      : m_source(source), m_map(map), m_options(options), m_counts(sampleCounts(map, options)) {}

  float operator()(std::int64_t x, std::int64_t y, std::int64_t z) const {
    const Vec3 centre = m_map(static_cast<double>(x), static_cast<double>(y), static_cast<double>(z));
    if (!holds(m_source.geometry.size, centre)) return m_options.outside;
    if (product(m_counts) == 1) return static_cast<float>(valueAt(m_source, centre, m_options.interpolation));
    double sum = 0;
    for (std::int64_t k = 0; k < m_counts[2]; ++k)
      for (std::int64_t j = 0; j < m_counts[1]; ++j)
        for (std::int64_t i = 0; i < m_counts[0]; ++i)
          sum += valueAt(m_source, centre + m_map.step * Vec3{within(0, i), within(1, j), within(2, k)},
                         m_options.interpolation);
    return static_cast<float>(sum / static_cast<double>(product(m_counts)));
  }

  float copied(std::int64_t x, std::int64_t y, std::int64_t z) const {
    const Vec3 at = m_map(static_cast<double>(x), static_cast<double>(y), static_cast<double>(z));
    if (!holds(m_source.geometry.size, at)) return m_options.outside;
    return m_source.at(std::llround(at[0]), std::llround(at[1]), std::llround(at[2]));
  }

 private:
  double within(int axis, std::int64_t i) const {
    return (static_cast<double>(i) + 0.5) / static_cast<double>(m_counts[axis]) - 0.5;
  }

  const Volume& m_source;
  IndexMap m_map;
  ResampleOptions m_options;
  Index3 m_counts;
};

template <class Read>
Volume voxelByVoxel(const Geometry& grid, const std::stop_token& stop, Read read) {
  Volume out{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)))};
  auto voxel = out.voxels.begin();
  for (std::int64_t z = 0; z < grid.size[2]; ++z) {
    throwIfStopped(stop);
    for (std::int64_t y = 0; y < grid.size[1]; ++y)
      for (std::int64_t x = 0; x < grid.size[0]; ++x) *voxel++ = read(x, y, z);
  }
  return out;
}

}  // namespace

bool sharesAxes(const Geometry& source, const Geometry& grid) {
  return alignedAxes(indexMap(grid, source), grid.size).has_value();
}

Volume resample(const Volume& source, const Geometry& grid, const ResampleOptions& options,
                const std::stop_token& stop) try {
  const IndexMap map = indexMap(grid, source.geometry);
  const Index3 places = sampleCounts(map, options);
  if (product(places) == 1 && isWhole(map, grid.size)) {
    const Reader reader(source, roundedOff(map), options);
    return voxelByVoxel(grid, stop, [&](auto x, auto y, auto z) { return reader.copied(x, y, z); });
  }
  if (const auto axes = alignedAxes(map, grid.size))
    return resampleAligned(source, grid, {map, *axes, places}, options, stop);
  const Reader reader(source, map, options);
  return voxelByVoxel(grid, stop, [&](auto x, auto y, auto z) { return reader(x, y, z); });
} catch (const std::bad_alloc&) {
  throw Error(ErrorCode::OutOfMemory, {{"phase", "resampling the CT"}});
}

}  // namespace hipwright
