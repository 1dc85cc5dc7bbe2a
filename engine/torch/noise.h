// Standard normal noise from torch's generators.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace hipwright::nets {

/// float32 noise as Python's torch.manual_seed(seed); torch.randn(shape) gives it on that device: a negative seed
/// stands for 2^64 + seed.
at::Tensor standardNormal(const std::vector<std::int64_t>& shape, std::int64_t seed, at::Device device);

}  // namespace hipwright::nets
