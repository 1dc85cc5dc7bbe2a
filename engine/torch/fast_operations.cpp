// The fast operation table.
#include "engine/torch/fast_operations.h"

#include "engine/torch/attention.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>

namespace hipwright::nets {
namespace {

/// True if the caller's reference is the only one, so that the memory may be written over.
bool isUnshared(const at::Tensor& x) { return x.use_count() == 1 && x.storage().use_count() == 1; }

std::int64_t resized(SlabKind kind, std::int64_t size) {
  switch (kind) {
    case SlabKind::StrideBoth: return (size + 1) / 2;
    case SlabKind::StrideEnd: return size / 2;
    case SlabKind::Upsample: return size * 2;
    case SlabKind::Same: break;
  }
  return size;
}

at::Tensor select(const at::Tensor& batch, std::int64_t n) { return batch.defined() ? batch.select(0, n) : batch; }

/// GroupNorm of one sample as float32 (C, T).
at::Tensor normalisedSample(const at::Tensor& sample, const Normalisation& norm) {
  const ChannelMaps maps = groupNormMaps(sample, norm, Activation::None);
  const std::int64_t count = sample.numel() / sample.size(0);
  at::Tensor out = at::empty({sample.size(0), count}, sample.options().dtype(at::kFloat));
  for (std::int64_t c = 0; c < sample.size(0); ++c) {
    float* to = out.data_ptr<float>() + c * count;
    const RowMap& map = maps[static_cast<std::size_t>(c)];
    if (sample.scalar_type() == at::kFloat)
      mapRow(sample.data_ptr<float>() + c * count, to, count, map);
    else
      mapRow(static_cast<const Bf16*>(sample.data_ptr()) + c * count, to, count, map);
  }
  return out;
}

}  // namespace

at::Tensor FastOperations::run(SlabKind kind, const at::Tensor& x, const Convolution& layer,
                               const Extras& extras) const {
  at::Tensor target = extras.target;
  if (!target.defined())
    target = at::empty(
        {x.size(0), layer.outChannels, resized(kind, x.size(2)), resized(kind, x.size(3)), resized(kind, x.size(4))},
        x.options());
  const at::Tensor source = x.contiguous();
  for (std::int64_t n = 0; n < x.size(0); ++n) {
    SlabTask task{kind, source.select(0, n), {}, &layer, extras.bias, target.select(0, n), select(extras.residual, n)};
    if (extras.norm != nullptr) task.maps = groupNormMaps(task.source, *extras.norm, extras.activation);
    convolveSlabs(task, stopCheck());
  }
  return target;
}

at::Tensor FastOperations::convolve(const at::Tensor& x, const Convolution& layer) {
  return run(SlabKind::Same, x, layer, Extras());
}

at::Tensor FastOperations::normaliseAndConvolve(at::Tensor x, const NormalisedConvolution& layer) {
  return run(SlabKind::Same, x, layer.convolution, {&layer.norm, layer.activation, {}, {}, {}});
}

at::Tensor FastOperations::residual(at::Tensor x, const ResidualBlock& block, const at::Tensor& time) {
  Extras first{&block.first.norm, block.first.activation, {}, {}, {}};
  if (block.time) {
    const at::Tensor shift = at::linear(time, block.time->weight, block.time->bias).squeeze(0);
    first.bias = block.first.convolution.bias.to(at::kFloat).add(shift).to(x.scalar_type());
  }
  const at::Tensor h = run(SlabKind::Same, x, block.first.convolution, first);
  Extras second{&block.second.norm, block.second.activation, {}, {}, {}};
  if (block.shortcut) {
    second.residual = second.target = run(SlabKind::Same, x, *block.shortcut, Extras());
    x.reset();
  } else {
    if (isUnshared(x)) second.target = x;
    second.residual = std::move(x);
  }
  return run(SlabKind::Same, h, block.second.convolution, second);
}

at::Tensor FastOperations::downsample(const at::Tensor& x, const Downsampling& layer) {
  return run(layer.endOnly ? SlabKind::StrideEnd : SlabKind::StrideBoth, x, layer.convolution, Extras());
}

at::Tensor FastOperations::upsampleAndConvolve(at::Tensor x, const Convolution& layer) {
  return run(SlabKind::Upsample, x, layer, Extras());
}

at::Tensor FastOperations::attend(at::Tensor x, const Attention& layer) {
  stopCheck()();
  at::Tensor out = isUnshared(x) ? x : x.clone();
  for (std::int64_t n = 0; n < x.size(0); ++n) {
    const at::Tensor sample = x.select(0, n);
    const at::Tensor attended = attendChannels(normalisedSample(sample, layer.norm), layer, stopCheck());
    out.select(0, n).add_(attended.view(sample.sizes()));
  }
  return out;
}

}  // namespace hipwright::nets
