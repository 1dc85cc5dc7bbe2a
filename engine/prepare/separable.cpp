#include "engine/prepare/separable.h"

#include "engine/core/stop.h"
#include "engine/prepare/taps.h"

#include <algorithm>

namespace hipwright {
namespace {

using Means = std::vector<AxisMean>;

/// The voxels of the source along one axis that any mean needs.
struct Span {
  std::int64_t first = 0;
  std::int64_t count = 0;
};

Span needed(const Means& means) {
  std::int64_t first = INT64_MAX;
  std::int64_t end = 0;
  for (const AxisMean& mean : means) {
    if (!mean.inside) continue;
    first = std::min(first, mean.first);
    end = std::max(end, mean.first + static_cast<std::int64_t>(mean.weight.size()));
  }
  return end == 0 ? Span{} : Span{first, end - first};
}

void addScaled(double weight, const double* from, double* to, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) to[i] += weight * from[i];
}

/// The source's axes are x, y and z; what is made along each of them has its place and its stride in the new volume.
class Passes {
 public:
  Passes(const Volume& source, Volume& out, std::array<Means, 3> means, const std::array<std::size_t, 3>& stride)
      : m_source(source), m_out(out), m_means(std::move(means)), m_stride(stride) {
    m_x = needed(m_means[0]);
    m_y = needed(m_means[1]);
    m_plane.resize(static_cast<std::size_t>(m_x.count * m_y.count));
    m_line.resize(static_cast<std::size_t>(m_x.count));
  }

  void run(const std::stop_token& stop) {
    for (std::size_t k = 0; k < m_means[2].size(); ++k) {
      throwIfStopped(stop);
      if (!m_means[2][k].inside || m_plane.empty()) continue;
      mixPlanes(m_means[2][k]);
      for (std::size_t j = 0; j < m_means[1].size(); ++j) {
        if (!m_means[1][j].inside) continue;
        mixLines(m_means[1][j]);
        writeLine(k * m_stride[2] + j * m_stride[1]);
      }
    }
  }

 private:
  void mixPlanes(const AxisMean& mean) {
    std::fill(m_plane.begin(), m_plane.end(), 0.0);
    for (std::size_t k = 0; k < mean.weight.size(); ++k)
      for (std::int64_t y = 0; y < m_y.count; ++y) {
        const float* from =
            &m_source.voxels[m_source.offset(m_x.first, m_y.first + y, mean.first + static_cast<std::int64_t>(k))];
        double* to = &m_plane[static_cast<std::size_t>(y * m_x.count)];
        for (std::int64_t x = 0; x < m_x.count; ++x) to[x] += mean.weight[k] * static_cast<double>(from[x]);
      }
  }

  void mixLines(const AxisMean& mean) {
    std::fill(m_line.begin(), m_line.end(), 0.0);
    for (std::size_t k = 0; k < mean.weight.size(); ++k) {
      const std::int64_t y = mean.first - m_y.first + static_cast<std::int64_t>(k);
      addScaled(mean.weight[k], &m_plane[static_cast<std::size_t>(y * m_x.count)], m_line.data(), m_x.count);
    }
  }

  void writeLine(std::size_t start) {
    for (std::size_t i = 0; i < m_means[0].size(); ++i) {
      const AxisMean& mean = m_means[0][i];
      if (!mean.inside) continue;
      const double* from = &m_line[static_cast<std::size_t>(mean.first - m_x.first)];
      double sum = 0;
      for (std::size_t k = 0; k < mean.weight.size(); ++k) sum += mean.weight[k] * from[k];
      m_out.voxels[start + i * m_stride[0]] = static_cast<float>(sum);
    }
  }

  const Volume& m_source;
  Volume& m_out;
  std::array<Means, 3> m_means;
  std::array<std::size_t, 3> m_stride;
  Span m_x;
  Span m_y;
  std::vector<double> m_plane;
  std::vector<double> m_line;
};

}  // namespace

Volume resampleAligned(const Volume& source, const Geometry& grid, const AlignedGrids& grids,
                       const ResampleOptions& options, const std::stop_token& stop) {
  Volume out{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)), options.outside)};
  const std::array<std::size_t, 3> strides = {1, static_cast<std::size_t>(grid.size[0]),
                                              static_cast<std::size_t>(grid.size[0] * grid.size[1])};
  std::array<Means, 3> means;
  std::array<std::size_t, 3> stride{};
  for (std::size_t a = 0; a < 3; ++a) {
    const auto axis = static_cast<std::size_t>(grids.axes[a]);
    const AxisWalk walk{grids.map.start[axis], grids.map.step[axis][a], grids.places[a]};
    means[axis] = axisMeans(walk, grid.size[a], source.geometry.size[axis], options.interpolation);
    stride[axis] = strides[a];
  }
  Passes(source, out, std::move(means), stride).run(stop);
  return out;
}

}  // namespace hipwright
