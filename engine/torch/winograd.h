// Winograd's minimal filtering F(2,3) along x (Lavin and Gray 2016, arXiv 1509.09308): two output planes from four
// transformed input planes, each with a two-dimensional 3x3 convolution, instead of six: a third less work.
#pragma once

#include <ATen/core/Tensor.h>

namespace hipwright::nets {

/// (out, in, 3, 3, 3) to (4, out, in, 3, 3): g0, (g0 + g1 + g2) / 2, (g0 - g1 + g2) / 2, g2 along x.
at::Tensor winogradKernels(const at::Tensor& weight);

/// True where the transformed form pays: float32 and enough channels to outweigh the transforms.
bool winogradPays(std::int64_t inChannels, std::int64_t outChannels, at::ScalarType precision);

}  // namespace hipwright::nets
