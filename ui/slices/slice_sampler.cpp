#include "ui/slices/slice_sampler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>
#include <vector>

namespace hipwright {
namespace {

constexpr double kReach = 0.5 + 1e-6;  // voxels beyond the outer centres, edges included whatever the rounding

constexpr int kSamplesPerCore = 60'000;  // fewer are not worth a thread

/// One row of a raster in index space.
struct Row {
  Vec3 start;
  Vec3 step;
};

/// The pixels of a row that lie inside the volume: first and one past the last.
struct Span {
  int first;
  int last;
};

Span insideOf(const Row& row, const Index3& size, int width) {
  double low = 0;
  double high = width - 1;
  for (int a = 0; a < 3; ++a) {
    const double first = -kReach - row.start[a];
    const double last = static_cast<double>(size[a]) - 1 + kReach - row.start[a];
    if (std::abs(row.step[a]) < 1e-12) {
      if (first > 0 || last < 0) return {0, 0};
      continue;
    }
    low = std::max(low, std::min(first / row.step[a], last / row.step[a]));
    high = std::min(high, std::max(first / row.step[a], last / row.step[a]));
  }
  if (!(low <= high)) return {0, 0};
  return {static_cast<int>(std::ceil(low)), static_cast<int>(std::floor(high)) + 1};
}

/// Trilinear look-up with everything that does not change from sample to sample.
class Trilinear {
 public:
  explicit Trilinear(const Volume& volume) : m_voxels(volume.voxels.data()) {
    std::int64_t stride = 1;
    for (int a = 0; a < 3; ++a) {
      m_axes[a] = {static_cast<float>(volume.geometry.size[a] - 1),
                   static_cast<int>(std::max<std::int64_t>(volume.geometry.size[a] - 2, 0)), stride,
                   volume.geometry.size[a] > 1 ? stride : 0};
      stride *= volume.geometry.size[a];
    }
  }

  float operator()(float x, float y, float z) const {
    const Place px = place(0, x);
    const Place py = place(1, y);
    const Place pz = place(2, z);
    const float* v = m_voxels + px.offset + py.offset + pz.offset;
    const std::int64_t dx = m_axes[0].next;
    const std::int64_t dy = m_axes[1].next;
    const std::int64_t dz = m_axes[2].next;
    const float a = mix(mix(v[0], v[dx], px.part), mix(v[dy], v[dy + dx], px.part), py.part);
    const float b = mix(mix(v[dz], v[dz + dx], px.part), mix(v[dz + dy], v[dz + dy + dx], px.part), py.part);
    return mix(a, b, pz.part);
  }

 private:
  struct Axis {
    float last = 0;  ///< index of the last voxel
    int lastCell = 0;
    std::int64_t stride = 0;
    std::int64_t next = 0;  ///< to the neighbour; 0 where there is only one voxel
  };
  struct Place {
    std::int64_t offset;
    float part;
  };

  Place place(int axis, float index) const {
    const Axis& a = m_axes[axis];
    const float kept = std::clamp(index, 0.0F, a.last);
    const int cell = std::min(static_cast<int>(kept), a.lastCell);
    return {cell * a.stride, kept - static_cast<float>(cell)};
  }
  static float mix(float a, float b, float t) { return a + (b - a) * t; }

  const float* m_voxels;
  std::array<Axis, 3> m_axes;
};

/// The pixels of one row; those outside `inside` become `outside`.
void fillRow(const Trilinear& sample, const Row& row, Span inside, float outside, std::span<float> out) {
  const auto at = [&](int x, std::size_t a) { return static_cast<float>(row.start[a] + x * row.step[a]); };
  const auto border = [&](int x) { return out.begin() + x; };
  std::fill(out.begin(), border(inside.first), outside);
  for (int x = inside.first; x < inside.last; ++x)
    out[static_cast<std::size_t>(x)] = sample(at(x, 0), at(x, 1), at(x, 2));
  std::fill(border(inside.last), out.end(), outside);
}

/// Runs work(first row, one past the last) for all rows, a large raster on up to four cores: across the rows of a CT
/// every sample waits for its own piece of memory, and cores wait side by side.
template <typename Work>
void inBands(QSize size, Work&& work) {
  const int samples = size.width() * size.height();
  const int cores = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4);
  const int bands = std::clamp(samples / kSamplesPerCore, 1, cores);
  const auto edge = [&](int band) { return size.height() * band / bands; };
  std::vector<std::jthread> others;
  for (int band = 1; band < bands; ++band)
    others.emplace_back([&work, from = edge(band), to = edge(band + 1)] { work(from, to); });
  work(0, edge(1));
}

}  // namespace

SliceRaster rasterOf(const SliceFrame& frame, int step) {
  const PlaneAxes axes = planeAxes(frame.plane);
  const QSize size((frame.size.width() + step - 1) / step, (frame.size.height() + step - 1) / step);
  return {frame.toPatient({0.5 * step, 0.5 * step}), (step * frame.mmPerPixel) * axes.right,
          (step * frame.mmPerPixel) * axes.down, size};
}

SliceRaster cropped(const SliceRaster& raster, const QRect& part) {
  SliceRaster piece = raster;
  piece.origin =
      raster.origin + static_cast<double>(part.x()) * raster.right + static_cast<double>(part.y()) * raster.down;
  piece.size = part.size();
  return piece;
}

void sampleSlice(const Volume& volume, const SliceRaster& raster, float outside, std::span<float> values) {
  const Mat3 toIndex = inverse(volume.geometry.indexToPatientMatrix());
  const Vec3 start = toIndex * (raster.origin - volume.geometry.origin);
  const Vec3 right = toIndex * raster.right;
  const Vec3 down = toIndex * raster.down;
  const Trilinear sample(volume);
  const int width = raster.size.width();
  inBands(raster.size, [&](int firstRow, int lastRow) {
    for (int y = firstRow; y < lastRow; ++y) {
      const Row row{start + static_cast<double>(y) * down, right};
      float* out = values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
      fillRow(sample, row, insideOf(row, volume.geometry.size, width), outside, {out, static_cast<std::size_t>(width)});
    }
  });
}

std::optional<float> voxelAt(const Volume& volume, const Vec3& point) {
  const Vec3 index = volume.geometry.patientToIndex(point);
  Index3 voxel{};
  for (int a = 0; a < 3; ++a) {
    const double nearest = std::floor(index[a] + 0.5);
    if (!(nearest >= 0) || nearest >= static_cast<double>(volume.geometry.size[a])) return std::nullopt;
    voxel[a] = static_cast<std::int64_t>(nearest);
  }
  return volume.at(voxel[0], voxel[1], voxel[2]);
}

std::optional<Box> boundsAbove(const Volume& volume, float level) {
  const Index3 n = volume.geometry.size;
  Index3 low = n;
  Index3 high{-1, -1, -1};
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y) {
      const float* row = volume.voxels.data() + volume.offset(0, y, z);
      const auto above = [level](float v) { return v > level; };
      const float* first = std::find_if(row, row + n[0], above);
      if (first == row + n[0]) continue;
      std::int64_t last = n[0] - 1;
      while (!above(row[last])) --last;
      low = {std::min<std::int64_t>(low[0], first - row), std::min(low[1], y), std::min(low[2], z)};
      high = {std::max(high[0], last), std::max(high[1], y), z};
    }
  if (high[2] < 0) return std::nullopt;
  Geometry part = volume.geometry;
  const Vec3 corner{static_cast<double>(low[0]) - 1, static_cast<double>(low[1]) - 1, static_cast<double>(low[2]) - 1};
  part.origin = volume.geometry.indexToPatient(corner);
  for (int a = 0; a < 3; ++a) part.size[a] = high[a] - low[a] + 3;
  return boundingBox(part);
}

}  // namespace hipwright
