// The table for inference on a CPU: fused, slab by slab, in place where nobody else holds the tensor.
#pragma once

#include "engine/torch/operations.h"
#include "engine/torch/slab_convolution.h"

namespace hipwright::nets {

/// Takes layers read with LayerOptions::fastForms; float32 or bf16. Gradients are not possible.
class FastOperations : public Operations {
 public:
  using Operations::Operations;

  at::Tensor convolve(const at::Tensor& x, const Convolution& layer) override;
  at::Tensor normaliseAndConvolve(at::Tensor x, const NormalisedConvolution& layer) override;
  at::Tensor residual(at::Tensor x, const ResidualBlock& block, const at::Tensor& time) override;
  at::Tensor downsample(const at::Tensor& x, const Downsampling& layer) override;
  at::Tensor upsampleAndConvolve(at::Tensor x, const Convolution& layer) override;
  at::Tensor attend(at::Tensor x, const Attention& layer) override;

 private:
  /// What one layer adds to a plain convolution; undefined tensors and null pointers add nothing.
  struct Extras {
    const Normalisation* norm = nullptr;
    Activation activation = Activation::None;
    at::Tensor bias;  ///< instead of the layer's own
    at::Tensor residual;
    at::Tensor target;  ///< to write into
  };

  at::Tensor run(SlabKind kind, const at::Tensor& x, const Convolution& layer, const Extras& extras) const;
};

}  // namespace hipwright::nets
