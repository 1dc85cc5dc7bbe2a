// A convolution done slab by slab along x: each slab is normalised, activated and padded into a small buffer, convolved
// while it is in the cache, and added to its residual on the way out. So neither a normalised copy nor the library's
// reordered copies of a whole activation ever exist, and a cancel waits for one slab only.
#pragma once

#include "engine/torch/kernels.h"
#include "engine/torch/layers.h"

#include <functional>
#include <vector>

namespace hipwright::nets {

/// One map per channel: GroupNorm's statistics and weights folded together, and the activation.
using ChannelMaps = std::vector<RowMap>;

/// The maps that GroupNorm over one sample (C, X, Y, Z) amounts to. Statistics are summed in double.
ChannelMaps groupNormMaps(const at::Tensor& sample, const Normalisation& norm, Activation activation);

enum class SlabKind { Same, StrideBoth, StrideEnd, Upsample };

/// Samples are (C, X, Y, Z), contiguous, float32 or bf16.
struct SlabTask {
  SlabKind kind = SlabKind::Same;
  at::Tensor source;
  ChannelMaps maps;  ///< applied to the source first; empty: the source as it is
  const Convolution* convolution = nullptr;
  at::Tensor bias;      ///< instead of the layer's own, if defined
  at::Tensor target;    ///< written in full
  at::Tensor residual;  ///< added if defined; may be the target itself
};

/// `beforeEach` is called before each slab and may throw.
void convolveSlabs(const SlabTask& task, const std::function<void()>& beforeEach);

}  // namespace hipwright::nets
