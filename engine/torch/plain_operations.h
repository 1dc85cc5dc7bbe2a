// The straightforward table: one ATen call after the other, differentiable, on any device. What the trainer runs, what
// a GPU runs, and the baseline of the benchmark.
#pragma once

#include "engine/torch/operations.h"

namespace hipwright::nets {

/// Takes Direct weights only.
class PlainOperations : public Operations {
 public:
  using Operations::Operations;

  at::Tensor convolve(const at::Tensor& x, const Convolution& layer) override;
  at::Tensor normaliseAndConvolve(at::Tensor x, const NormalisedConvolution& layer) override;
  at::Tensor residual(at::Tensor x, const ResidualBlock& block, const at::Tensor& time) override;
  at::Tensor downsample(const at::Tensor& x, const Downsampling& layer) override;
  at::Tensor upsampleAndConvolve(at::Tensor x, const Convolution& layer) override;
  at::Tensor attend(at::Tensor x, const Attention& layer) override;
};

}  // namespace hipwright::nets
