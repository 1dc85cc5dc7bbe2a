// Creating, reading and overwriting the leaves.
#include "engine/torch/train/trainable_parameters.h"

#include "engine/core/error.h"
#include "engine/torch/random_weights.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/zeros.h>

#include <algorithm>

namespace hipwright::nets {
namespace {

bool endsResidualBranch(const std::string& name) {
  return name.ends_with("conv2.conv.weight") || name.ends_with("attn.out_proj.weight") || name == "out.2.conv.weight";
}

at::Tensor tensorOf(const NamedTensor& named) {
  auto* values = const_cast<float*>(named.values.data());  // from_blob takes no const; the copy below only reads
  return at::from_blob(values, named.shape, at::kFloat).clone();
}

}  // namespace

TrainableParameters::TrainableParameters(const ParameterShapes& shapes, std::int64_t seed, at::Device device) {
  for (auto& [name, named] : randomParameters(shapes, seed)) {
    at::Tensor tensor = tensorOf(named).to(device);
    if (endsResidualBranch(name)) tensor.zero_();
    m_tensors.emplace(name, tensor.set_requires_grad(true));
  }
}

ParameterSource TrainableParameters::source() const {
  return [this](const std::string& name) {
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end()) throw Error(ErrorCode::Internal, {{"reason", "no parameter named " + name}});
    return found->second;
  };
}

void TrainableParameters::assign(const NamedTensors& values) {
  const at::NoGradGuard noGradients;
  for (auto& [name, tensor] : m_tensors) {
    const auto found = values.find(name);
    if (found == values.end() || at::IntArrayRef(found->second.shape) != tensor.sizes())
      throw Error(ErrorCode::BadCheckpoint, {{"path", "training state"}, {"reason", "it lacks " + name}});
    tensor.copy_(tensorOf(found->second));
  }
}

NamedTensors TrainableParameters::values() const { return namedValues(m_tensors); }

void TrainableParameters::clearGradients() {
  for (auto& [name, tensor] : m_tensors) tensor.mutable_grad() = at::Tensor();
}

NamedTensors namedValues(const TensorMap& tensors) {
  NamedTensors out;
  for (const auto& [name, tensor] : tensors) {
    const at::Tensor values = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    const float* first = values.data_ptr<float>();
    out.emplace(name, NamedTensor{values.sizes().vec(), std::vector<float>(first, first + values.numel())});
  }
  return out;
}

}  // namespace hipwright::nets
