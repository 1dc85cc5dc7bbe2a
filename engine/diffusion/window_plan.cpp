#include "engine/diffusion/window_plan.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

std::vector<double> gaussian(std::int64_t window) {
  const double sigma = 0.125 * static_cast<double>(window);
  const double centre = static_cast<double>(window - 1) / 2;
  std::vector<double> out;
  for (std::int64_t i = 0; i < window; ++i) {
    const double d = static_cast<double>(i) - centre;
    out.push_back(std::exp(-d * d / (2 * sigma * sigma)));
  }
  return out;
}

std::vector<std::int64_t> nearestExactIndices(std::int64_t from, std::int64_t to) {
  std::vector<std::int64_t> out;
  const double scale = static_cast<double>(from) / static_cast<double>(to);
  for (std::int64_t i = 0; i < to; ++i)
    out.push_back(std::min(static_cast<std::int64_t>((static_cast<double>(i) + 0.5) * scale), from - 1));
  return out;
}

}  // namespace

std::vector<std::int64_t> windowStarts(std::int64_t size, std::int64_t window, double overlap) {
  if (window < 1 || window > size)
    throw Error(ErrorCode::BadLatentShape, {{"reason", "a window of " + std::to_string(window) + " does not fit into " +
                                                           std::to_string(size) + " voxels"}});
  const auto asked = static_cast<std::int64_t>(static_cast<double>(window) * (1 - overlap));
  const std::int64_t step = std::max<std::int64_t>(asked, 1);
  std::vector<std::int64_t> out{0};
  while (out.back() + window < size) out.push_back(std::min(out.back() + step, size - window));
  return out;
}

std::vector<Index3> windowCorners(const Index3& size, const Index3& window, double overlap) {
  std::array<std::vector<std::int64_t>, 3> starts;
  for (int a = 0; a < 3; ++a) starts[a] = windowStarts(size[a], window[a], overlap);
  std::vector<Index3> out;
  out.reserve(starts[0].size() * starts[1].size() * starts[2].size());
  for (const auto x : starts[0])
    for (const auto y : starts[1])
      for (const auto z : starts[2]) out.push_back({x, y, z});
  return out;
}

Tensor4 gaussianWeights(const Index3& window) {
  const std::array<std::vector<double>, 3> g{gaussian(window[0]), gaussian(window[1]), gaussian(window[2])};
  // The smallest product is at a corner, where each Gaussian is smallest.
  const double floor = std::max(g[0].front() * g[1].front() * g[2].front(), 1e-3);
  Tensor4 out({1, window[0], window[1], window[2]});
  auto to = out.values.begin();
  for (const double x : g[0])
    for (const double y : g[1])
      for (const double z : g[2]) *to++ = static_cast<float>(std::max(x * y * z, floor));
  return out;
}

Tensor4 resampleNearestExact(const Tensor4& weights, const Index3& size) {
  std::array<std::vector<std::int64_t>, 3> index;
  for (int a = 0; a < 3; ++a) index[a] = nearestExactIndices(weights.gridSize()[a], size[a]);
  Tensor4 out({weights.shape[0], size[0], size[1], size[2]});
  auto to = out.values.begin();
  for (std::int64_t c = 0; c < weights.shape[0]; ++c)
    for (const auto x : index[0])
      for (const auto y : index[1])
        for (const auto z : index[2]) *to++ = weights.at(c, x, y, z);
  return out;
}

WindowBlender::WindowBlender(int channels, const Index3& size, Tensor4 weights)
    : m_weights(std::move(weights)),
      m_sum({channels, size[0], size[1], size[2]}),
      m_weightSum({1, size[0], size[1], size[2]}) {}

void WindowBlender::add(const Tensor4& window, const Index3& corner) {
  const Index3 size = m_weights.gridSize();
  for (std::int64_t x = 0; x < size[0]; ++x)
    for (std::int64_t y = 0; y < size[1]; ++y) {
      const float* weight = m_weights.values.data() + m_weights.offset(0, x, y, 0);
      float* total = m_weightSum.values.data() + m_weightSum.offset(0, corner[0] + x, corner[1] + y, corner[2]);
      for (std::int64_t z = 0; z < size[2]; ++z) total[z] += weight[z];
      for (std::int64_t c = 0; c < m_sum.shape[0]; ++c) {
        const float* value = window.values.data() + window.offset(c, x, y, 0);
        float* sum = m_sum.values.data() + m_sum.offset(c, corner[0] + x, corner[1] + y, corner[2]);
        for (std::int64_t z = 0; z < size[2]; ++z) sum[z] += weight[z] * value[z];
      }
    }
}

Tensor4 WindowBlender::take() {
  Tensor4 out = std::move(m_sum);
  const std::vector<float>& total = m_weightSum.values;
  for (auto value = out.values.begin(); value != out.values.end();)
    for (const float t : total) *value++ /= t;
  m_sum = {};
  m_weightSum = {};
  return out;
}

}  // namespace hipwright
