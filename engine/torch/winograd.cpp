// Transformed kernels.
#include "engine/torch/winograd.h"

#include <ATen/ops/stack.h>

namespace hipwright::nets {

at::Tensor winogradKernels(const at::Tensor& weight) {
  const at::Tensor g0 = weight.select(2, 0), g1 = weight.select(2, 1), g2 = weight.select(2, 2);
  const at::Tensor ends = g0.add(g2);
  return at::stack({g0, ends.add(g1).mul(0.5), ends.sub(g1).mul(0.5), g2}).contiguous();
}

bool winogradPays(std::int64_t inChannels, std::int64_t outChannels, at::ScalarType precision) {
  return precision == at::kFloat && inChannels >= 32 && outChannels >= 32;
}

}  // namespace hipwright::nets
