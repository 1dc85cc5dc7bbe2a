// Copies between arrays and tensors.
#include "engine/torch/arrays.h"

#include "engine/core/error.h"

#include <ATen/ops/empty.h>

#include <algorithm>

namespace hipwright::nets {

at::Tensor toTensor(const Tensor4& array, const LayerOptions& options) {
  const auto& s = array.shape;
  at::Tensor tensor = at::empty({1, s[0], s[1], s[2], s[3]}, at::kFloat);
  std::ranges::copy(array.values, tensor.data_ptr<float>());
  return tensor.to(options.device, options.precision);
}

Tensor4 toArray(const at::Tensor& tensor, std::int64_t index) {
  const at::Tensor sample = tensor.select(0, index).to(at::kCPU, at::kFloat).contiguous();
  Tensor4 array;
  for (std::size_t axis = 0; axis < 4; ++axis) array.shape[axis] = sample.size(static_cast<std::int64_t>(axis));
  const float* values = sample.data_ptr<float>();
  array.values.assign(values, values + sample.numel());
  return array;
}

ParameterSource parametersOf(const StateDict& weights) {
  return [&weights](const std::string& name) {
    const auto found = weights.find(name);
    if (found == weights.end()) throw Error(ErrorCode::Internal, {{"reason", "the parameter " + name + " is missing"}});
    const std::vector<float> values = found->second.toFloats();
    at::Tensor tensor = at::empty(found->second.shape, at::kFloat);
    std::ranges::copy(values, tensor.data_ptr<float>());
    return tensor;
  };
}

}  // namespace hipwright::nets
