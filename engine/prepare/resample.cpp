#include "engine/prepare/resample.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>

namespace hipwright {
namespace {

constexpr double kSharedVoxels = 1e-3;  // of a voxel, over the whole grid
constexpr int kMostSamples = 8;         // per axis, when averaging

/// From indices of one grid to continuous indices of another.
struct IndexMap {
  Mat3 step{};
  Vec3 start{};

  Vec3 operator()(double x, double y, double z) const { return start + step * Vec3{x, y, z}; }
};

IndexMap indexMap(const Geometry& from, const Geometry& to) {
  IndexMap map;
  const Vec3 zero = to.patientToIndex(from.origin);
  map.start = zero;
  for (int a = 0; a < 3; ++a) {
    Vec3 unit{};
    unit[a] = 1;
    const Vec3 column = to.patientToIndex(from.indexToPatient(unit)) - zero;
    for (int row = 0; row < 3; ++row) map.step[row][a] = column[row];
  }
  return map;
}

double distanceToWhole(double value) { return std::abs(value - std::round(value)); }

bool isWhole(const IndexMap& map, const Index3& size) {
  for (int row = 0; row < 3; ++row) {
    double drift = distanceToWhole(map.start[row]);
    for (int a = 0; a < 3; ++a) drift += distanceToWhole(map.step[row][a]) * static_cast<double>(size[a]);
    if (!(drift < kSharedVoxels)) return false;
  }
  return true;
}

void roundOff(IndexMap& map) {
  for (int row = 0; row < 3; ++row) {
    map.start[row] = std::round(map.start[row]);
    for (double& step : map.step[row]) step = std::round(step);
  }
}

/// Weights of the taps around one continuous index along one axis.
struct Taps {
  std::array<std::int64_t, 4> index{};
  std::array<double, 4> weight{};
  int count = 0;
};

Taps taps(double position, std::int64_t size, Interpolation interpolation) {
  const double base = std::floor(position);
  const double t = position - base;
  const auto low = static_cast<std::int64_t>(base);
  Taps out;
  if (interpolation == Interpolation::Linear) {
    out.count = 2;
    out.weight = {1 - t, t, 0, 0};
    out.index = {low, low + 1, 0, 0};
  } else {
    out.count = 4;
    out.weight = {((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1, ((-1.5 * t + 2) * t + 0.5) * t,
                  (0.5 * t - 0.5) * t * t};
    out.index = {low - 1, low, low + 1, low + 2};
  }
  for (auto& index : out.index) index = std::clamp<std::int64_t>(index, 0, size - 1);
  return out;
}

bool holds(const Index3& size, const Vec3& index) {
  for (int a = 0; a < 3; ++a)
    if (!(index[a] >= -0.5 && index[a] <= static_cast<double>(size[a]) - 0.5)) return false;
  return true;
}

double valueAt(const Volume& source, const Vec3& index, Interpolation interpolation) {
  std::array<Taps, 3> t;
  for (int a = 0; a < 3; ++a) {
    const auto last = static_cast<double>(source.geometry.size[a] - 1);
    t[a] = taps(std::clamp(index[a], 0.0, last), source.geometry.size[a], interpolation);
  }
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

}  // namespace

bool sharesVoxels(const Geometry& source, const Geometry& grid) { return isWhole(indexMap(grid, source), grid.size); }

Volume resample(const Volume& source, const Geometry& grid, const ResampleOptions& options,
                const std::stop_token& stop) try {
  IndexMap map = indexMap(grid, source.geometry);
  const bool whole = isWhole(map, grid.size);
  if (whole) roundOff(map);
  const Reader reader(source, map, options);
  Volume out{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)))};
  auto voxel = out.voxels.begin();
  for (std::int64_t z = 0; z < grid.size[2]; ++z) {
    throwIfStopped(stop);
    for (std::int64_t y = 0; y < grid.size[1]; ++y)
      for (std::int64_t x = 0; x < grid.size[0]; ++x) *voxel++ = whole ? reader.copied(x, y, z) : reader(x, y, z);
  }
  return out;
} catch (const std::bad_alloc&) {
  throw Error(ErrorCode::OutOfMemory, {{"phase", "resampling the CT"}});
}

}  // namespace hipwright
