// Random weights, one draw after the other in the order of the names.
#include "engine/torch/random_weights.h"

#include "engine/torch/noise.h"

#include <ATen/ops/empty.h>

#include <cmath>

namespace hipwright {
namespace {

std::int64_t product(const std::vector<std::int64_t>& shape) {
  std::int64_t count = 1;
  for (const std::int64_t size : shape) count *= size;
  return count;
}

}  // namespace

NamedTensors randomParameters(const ParameterShapes& shapes, std::int64_t seed) {
  NamedTensors tensors;
  for (const auto& [name, shape] : shapes) {
    NamedTensor tensor{shape, std::vector<float>(static_cast<std::size_t>(product(shape)), 0.0F)};
    if (shape.size() > 1) {
      const at::Tensor values = nets::standardNormal(shape, seed++, at::kCPU);
      const double scale = 1 / std::sqrt(static_cast<double>(product(shape) / shape.front()));
      for (std::size_t i = 0; i < tensor.values.size(); ++i)
        tensor.values[i] = static_cast<float>(values.data_ptr<float>()[i] * scale);
    } else if (name.ends_with(".weight")) {
      std::fill(tensor.values.begin(), tensor.values.end(), 1.0F);
    }
    tensors.emplace(name, std::move(tensor));
  }
  return tensors;
}

}  // namespace hipwright
