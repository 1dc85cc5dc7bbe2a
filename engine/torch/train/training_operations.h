// The plain table with the upsampling in its sub-pixel form: the same values and gradients for a third of the work.
#pragma once

#include "engine/torch/plain_operations.h"

namespace hipwright::nets {

/// Differentiable; takes Direct weights, which it folds in every call so that gradients reach them.
class TrainingOperations final : public PlainOperations {
 public:
  using PlainOperations::PlainOperations;

  at::Tensor upsampleAndConvolve(at::Tensor x, const Convolution& layer) override;
};

}  // namespace hipwright::nets
