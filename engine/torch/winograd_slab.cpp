// Slab by slab in Winograd's form: a slab is a batch of pairs of planes, (pairs, C, Y, Z) for each of the four
// products.
#include "engine/torch/winograd_slab.h"

#include <ATen/Parallel.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <array>

namespace hipwright::nets {
namespace {

/// Elements of one of the four transformed inputs of a slab: small enough for the cache.
constexpr std::int64_t kProductElements = std::int64_t{1} << 20;

using Products = std::array<at::Tensor, 4>;

class WinogradWork {
 public:
  explicit WinogradWork(const SlabTask& task)
      : m_task(task), m_planes(task.source.size(1)), m_plane(task.source.size(2) * task.source.size(3)) {}

  std::int64_t pairsPerSlab() const {
    const std::int64_t pairs = (m_planes + 1) / 2;
    return std::clamp(kProductElements / (m_task.source.size(0) * m_plane), std::int64_t{1}, pairs);
  }

  void slab(std::int64_t firstPlane, std::int64_t pairs) const {
    const Products inputs = transformed(firstPlane, pairs);
    Products products;
    for (std::size_t k = 0; k < 4; ++k) {
      const at::Tensor weight = m_task.convolution->weight.select(0, static_cast<std::int64_t>(k));
      products[k] = at::conv2d(inputs[k], weight, {}, 1, {1, 1});
    }
    drain(products, firstPlane, pairs);
  }

 private:
  /// Normalises each row once and combines rows of four neighbouring planes while they are in the first-level cache.
  Products transformed(std::int64_t firstPlane, std::int64_t pairs) const {
    const std::int64_t channels = m_task.source.size(0), columns = m_task.source.size(3);
    Products result;
    std::array<float*, 4> out{};
    for (std::size_t k = 0; k < 4; ++k) {
      result[k] = at::empty({pairs, channels, m_task.source.size(2), columns}, m_task.source.options());
      out[k] = result[k].data_ptr<float>();
    }
    const float* in = m_task.source.data_ptr<float>();
    const std::int64_t rows = m_task.source.size(2);
    at::parallel_for(0, channels * rows, 16, [&](std::int64_t begin, std::int64_t end) {
      std::vector<float> buffer(static_cast<std::size_t>((2 * pairs + 2) * columns));
      for (std::int64_t i = begin; i < end; ++i) {
        const std::int64_t channel = i / rows, row = i % rows;
        for (std::int64_t p = 0; p < 2 * pairs + 2; ++p) {
          const std::int64_t plane = firstPlane - 1 + p;
          const float* from = in + (channel * m_planes + plane) * m_plane + row * columns;
          mapped(from, buffer.data() + p * columns, channel, plane);
        }
        for (std::int64_t pair = 0; pair < pairs; ++pair) {
          const float* d = buffer.data() + 2 * pair * columns;
          const std::int64_t to = (pair * channels + channel) * m_plane + row * columns;
          winogradInput({d, d + columns, d + 2 * columns, d + 3 * columns},
                        {out[0] + to, out[1] + to, out[2] + to, out[3] + to}, columns);
        }
      }
    });
    return result;
  }

  void mapped(const float* from, float* to, std::int64_t channel, std::int64_t plane) const {
    const std::int64_t columns = m_task.source.size(3);
    if (plane < 0 || plane >= m_planes)
      std::fill_n(to, columns, 0.0F);
    else if (m_task.maps.empty())
      std::copy_n(from, columns, to);
    else
      mapRow(from, to, columns, m_task.maps[static_cast<std::size_t>(channel)]);
  }

  void drain(const Products& products, std::int64_t firstPlane, std::int64_t pairs) const {
    const std::int64_t channels = m_task.target.size(0);
    const at::Tensor& bias = m_task.bias.defined() ? m_task.bias : m_task.convolution->bias;
    const float* biases = bias.data_ptr<float>();
    const float* residual = m_task.residual.defined() ? m_task.residual.data_ptr<float>() : nullptr;
    float* target = m_task.target.data_ptr<float>();
    at::parallel_for(0, channels * pairs, 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) {
        const std::int64_t pair = i / channels, channel = i % channels;
        const std::int64_t plane = firstPlane + 2 * pair;
        const std::int64_t to = (channel * m_planes + plane) * m_plane;
        const bool partner = plane + 1 < m_planes;
        WinogradOutput out;
        for (std::size_t k = 0; k < 4; ++k) out.products[k] = products[k].data_ptr<float>() + i * m_plane;
        out.bias = biases[channel];
        out.out[0] = target + to;
        out.out[1] = partner ? target + to + m_plane : nullptr;
        if (residual != nullptr) {
          out.residuals[0] = residual + to;
          out.residuals[1] = partner ? residual + to + m_plane : nullptr;
        }
        winogradOutput(out, m_plane);
      }
    });
  }

  const SlabTask& m_task;
  std::int64_t m_planes;
  std::int64_t m_plane;
};

}  // namespace

void convolveWinogradSlabs(const SlabTask& task, const std::function<void()>& beforeEach) {
  const WinogradWork work(task);
  const std::int64_t pairs = (task.source.size(1) + 1) / 2;
  const std::int64_t perSlab = work.pairsPerSlab();
  for (std::int64_t first = 0; first < pairs; first += perSlab) {
    beforeEach();
    work.slab(2 * first, std::min(perSlab, pairs - first));
  }
}

}  // namespace hipwright::nets
