// Between the torch-free arrays of the interface and tensors. Everything here copies.
#pragma once

#include "engine/core/volume.h"
#include "engine/torch/layers.h"
#include "engine/weights/checkpoint.h"

#include <span>

namespace hipwright::nets {

/// (1, C, X, Y, Z) of the given type on the device.
at::Tensor toTensor(const Tensor4& array, const LayerOptions& options);

/// Sample `index` of (N, C, X, Y, Z), as float32.
Tensor4 toArray(const at::Tensor& tensor, std::int64_t index);

/// Reads from a state dict that outlives the source. Throws Error(Internal) for a name that checkParameters let
/// through.
ParameterSource parametersOf(const StateDict& weights);

}  // namespace hipwright::nets
