// Slab by slab: fill, convolve, drain.
#include "engine/torch/slab_convolution.h"

#include "engine/torch/winograd_slab.h"

#include <ATen/Parallel.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace hipwright::nets {
namespace {

/// Input voxels of all channels in one slab. Small enough for the cache and for the allocator to reuse the memory.
constexpr std::int64_t kSlabElements = std::int64_t{3} << 20;

template <class T>
const T* read(const at::Tensor& t) {
  return static_cast<const T*>(t.data_ptr());
}
template <class T>
T* write(const at::Tensor& t) {
  return static_cast<T*>(t.data_ptr());
}

/// Calls body(i) for i in [0, count) on all threads.
template <class Body>
void parallelFor(std::int64_t count, const Body& body) {
  at::parallel_for(0, count, 1, [&body](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) body(i);
  });
}

/// Planes [first, first + planes) of all channels of the source, mapped, with zeros where the planes lie outside and in
/// `endMargin` extra rows and columns.
struct Window {
  std::int64_t first = 0;
  std::int64_t planes = 0;
  std::int64_t endMargin = 0;
};

template <class T>
class SlabWork {
 public:
  SlabWork(const SlabTask& task, const std::function<void()>& beforeEach) : m_task(task), m_beforeEach(beforeEach) {}

  void run() {
    const std::int64_t planes = m_task.kind == SlabKind::Upsample ? m_task.source.size(1) : m_task.target.size(1);
    const std::int64_t stride = strided() ? 2 : 1;
    const std::int64_t perPlane = m_task.source.size(0) * m_task.source.size(2) * m_task.source.size(3) * stride;
    const std::int64_t thickness = std::clamp(kSlabElements / perPlane, std::int64_t{2}, planes);
    for (std::int64_t first = 0; first < planes; first += thickness) {
      m_beforeEach();
      const std::int64_t count = std::min(thickness, planes - first);
      if (m_task.kind == SlabKind::Upsample)
        upsample(first, count);
      else
        convolve(first, count);
    }
  }

 private:
  bool strided() const { return m_task.kind == SlabKind::StrideBoth || m_task.kind == SlabKind::StrideEnd; }
  const at::Tensor& bias() const { return m_task.bias.defined() ? m_task.bias : m_task.convolution->bias; }

  void convolve(std::int64_t first, std::int64_t count) {
    const Convolution& layer = *m_task.convolution;
    const std::int64_t stride = strided() ? 2 : 1;
    const std::int64_t before = m_task.kind == SlabKind::StrideEnd ? 0 : layer.kernel / 2;
    const std::int64_t endMargin = m_task.kind == SlabKind::StrideEnd ? 1 : 0;
    const at::Tensor slab = filled({first * stride - before, (count - 1) * stride + layer.kernel, endMargin});
    drain(at::conv3d(slab, layer.weight, bias(), stride, {0, before, before}), first, count);
  }

  void upsample(std::int64_t first, std::int64_t count) {
    const at::Tensor bias4 = bias().repeat({4});
    for (std::int64_t parity = 0; parity < 2; ++parity) {
      const at::Tensor slab = filled({first - 1 + parity, count + 1, 0});
      const at::Tensor weight = m_task.convolution->weight.select(0, parity);
      drainUpsampled(at::conv3d(slab, weight, bias4, 1, {0, 1, 1}), first, parity);
    }
  }

  at::Tensor filled(const Window& window) const {
    const at::Tensor& source = m_task.source;
    const std::int64_t planes = source.size(1), rows = source.size(2), columns = source.size(3);
    const std::int64_t slabRows = rows + window.endMargin, slabColumns = columns + window.endMargin;
    at::Tensor slab = at::empty({1, source.size(0), window.planes, slabRows, slabColumns}, source.options());
    const T* in = read<T>(source);
    T* out = write<T>(slab);
    parallelFor(source.size(0) * window.planes, [&](std::int64_t i) {
      const std::int64_t channel = i / window.planes;
      const std::int64_t plane = window.first + i % window.planes;
      T* to = out + i * slabRows * slabColumns;
      if (plane < 0 || plane >= planes) {
        std::memset(static_cast<void*>(to), 0, static_cast<std::size_t>(slabRows * slabColumns) * sizeof(T));
        return;
      }
      fillPlane(in + (channel * planes + plane) * rows * columns, to, channel, window.endMargin);
    });
    return slab;
  }

  void fillPlane(const T* in, T* out, std::int64_t channel, std::int64_t endMargin) const {
    const std::int64_t rows = m_task.source.size(2), columns = m_task.source.size(3);
    if (endMargin == 0) return fillRow(in, out, rows * columns, channel);
    for (std::int64_t row = 0; row < rows; ++row) {
      T* to = out + row * (columns + endMargin);
      fillRow(in + row * columns, to, columns, channel);
      std::fill_n(to + columns, endMargin, T{});
    }
    std::fill_n(out + rows * (columns + endMargin), endMargin * (columns + endMargin), T{});
  }

  void fillRow(const T* in, T* out, std::int64_t count, std::int64_t channel) const {
    if (m_task.maps.empty())
      std::copy_n(in, count, out);
    else
      mapRow(in, out, count, m_task.maps[static_cast<std::size_t>(channel)]);
  }

  void drain(const at::Tensor& slab, std::int64_t first, std::int64_t count) const {
    const at::Tensor& target = m_task.target;
    const std::int64_t planes = target.size(1), plane = target.size(2) * target.size(3);
    const T* in = read<T>(slab);
    T* out = write<T>(target);
    const T* residual = m_task.residual.defined() ? read<T>(m_task.residual) : nullptr;
    parallelFor(target.size(0), [&](std::int64_t channel) {
      const std::int64_t to = (channel * planes + first) * plane;
      const T* from = in + channel * count * plane;
      if (residual != nullptr)
        addRows(from, residual + to, out + to, count * plane);
      else
        std::copy_n(from, count * plane, out + to);
    });
  }

  /// The slab is (4 C, planes, Y + 1, Z + 1): the groups of C channels are the parities along y and z.
  void drainUpsampled(const at::Tensor& slab, std::int64_t first, std::int64_t parity) const {
    const at::Tensor& target = m_task.target;
    const std::int64_t channels = target.size(0), planes = slab.size(2), rows = slab.size(3), columns = slab.size(4);
    const std::int64_t group = channels * planes * rows * columns;
    const T* in = read<T>(slab);
    T* out = write<T>(target);
    parallelFor(channels * planes, [&](std::int64_t i) {
      const std::int64_t channel = i / planes;
      const std::int64_t toPlane = channel * target.size(1) + 2 * (first + i % planes) + parity;
      for (std::int64_t row = 0; row < target.size(2); ++row) {
        const T* even = in + i * rows * columns + (row % 2) * 2 * group + (row / 2 + row % 2) * columns;
        interleave(even, even + group + 1, out + (toPlane * target.size(2) + row) * target.size(3), columns - 1);
      }
    });
  }

  const SlabTask& m_task;
  const std::function<void()>& m_beforeEach;
};

template <class T>
std::vector<Moments> channelMoments(const at::Tensor& sample) {
  const std::int64_t count = sample.numel() / sample.size(0);
  std::vector<Moments> result(static_cast<std::size_t>(sample.size(0)));
  const T* in = read<T>(sample);
  parallelFor(sample.size(0), [&](std::int64_t channel) {
    result[static_cast<std::size_t>(channel)] = moments(in + channel * count, count);
  });
  return result;
}

}  // namespace

ChannelMaps groupNormMaps(const at::Tensor& sample, const Normalisation& norm, Activation activation) {
  const std::vector<Moments> channels =
      sample.scalar_type() == at::kFloat ? channelMoments<float>(sample) : channelMoments<Bf16>(sample);
  const auto perGroup = static_cast<std::size_t>(sample.size(0) / norm.groups);
  const double count = static_cast<double>(sample.numel()) / static_cast<double>(norm.groups);
  const float* weight = norm.weight.data_ptr<float>();
  const float* bias = norm.bias.data_ptr<float>();
  ChannelMaps maps(channels.size());
  for (std::size_t first = 0; first < channels.size(); first += perGroup) {
    Moments group;
    for (std::size_t c = first; c < first + perGroup; ++c) {
      group.sum += channels[c].sum;
      group.squares += channels[c].squares;
    }
    const double mean = group.sum / count;
    const double deviation = std::sqrt(std::max(group.squares / count - mean * mean, 0.0) + norm.eps);
    for (std::size_t c = first; c < first + perGroup; ++c) {
      const double scale = weight[c] / deviation;
      maps[c] = {static_cast<float>(scale), static_cast<float>(bias[c] - mean * scale), activation == Activation::Silu};
    }
  }
  return maps;
}

void convolveSlabs(const SlabTask& task, const std::function<void()>& beforeEach) {
  if (task.convolution->form == WeightForm::Winograd)
    convolveWinogradSlabs(task, beforeEach);
  else if (task.source.scalar_type() == at::kFloat)
    SlabWork<float>(task, beforeEach).run();
  else
    SlabWork<Bf16>(task, beforeEach).run();
}

}  // namespace hipwright::nets
