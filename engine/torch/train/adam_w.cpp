// One step of AdamW, in place on the leaves.
#include "engine/torch/train/adam_w.h"

#include "engine/core/error.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cmath>

namespace hipwright::nets {
namespace {

void overwrite(TensorMap& tensors, const NamedTensors& values) {
  for (auto& [name, tensor] : tensors) {
    const auto found = values.find(name);
    if (found == values.end() || at::IntArrayRef(found->second.shape) != tensor.sizes())
      throw Error(ErrorCode::BadCheckpoint, {{"path", "training state"}, {"reason", "it lacks " + name}});
    auto* first = const_cast<float*>(found->second.values.data());  // only read
    tensor.copy_(at::from_blob(first, found->second.shape, at::kFloat));
  }
}

}  // namespace

AdamW::AdamW(TrainableParameters& parameters, const AdamWOptions& options)
    : m_parameters(parameters), m_options(options) {
  const at::NoGradGuard noGradients;
  for (const auto& [name, tensor] : parameters.tensors()) {
    m_means.emplace(name, at::zeros_like(tensor));
    m_squares.emplace(name, at::zeros_like(tensor));
  }
}

double AdamW::gradientNorm() const {
  double sum = 0;
  for (const auto& [name, tensor] : m_parameters.tensors())
    if (tensor.grad().defined()) sum += tensor.grad().square().sum().item<double>();
  return std::sqrt(sum);
}

double AdamW::step(double learningRate) {
  const at::NoGradGuard noGradients;
  const double norm = gradientNorm();
  const double clip = std::min(1.0, m_options.clipNorm / (norm + 1e-6));
  ++m_steps;
  const double firstCorrection = 1 - std::pow(m_options.beta1, static_cast<double>(m_steps));
  const double secondCorrection = 1 - std::pow(m_options.beta2, static_cast<double>(m_steps));
  for (const auto& [name, leaf] : m_parameters.tensors()) {
    if (!leaf.grad().defined()) continue;
    const at::Tensor gradient = leaf.grad().mul(clip);
    at::Tensor& mean = m_means.at(name).mul_(m_options.beta1).add_(gradient, 1 - m_options.beta1);
    at::Tensor& square = m_squares.at(name).mul_(m_options.beta2).addcmul_(gradient, gradient, 1 - m_options.beta2);
    at::Tensor parameter = leaf;
    // Norms and biases are not shrunk: they do not overfit, and zero is not their neutral value.
    if (leaf.dim() > 1) parameter.mul_(1 - learningRate * m_options.weightDecay);
    const at::Tensor size = square.div(secondCorrection).sqrt_().add_(m_options.epsilon);
    parameter.addcdiv_(mean, size, -learningRate / firstCorrection);
  }
  m_parameters.clearGradients();
  return norm;
}

void AdamW::restore(const NamedTensors& means, const NamedTensors& squares, std::int64_t steps) {
  const at::NoGradGuard noGradients;
  overwrite(m_means, means);
  overwrite(m_squares, squares);
  m_steps = steps;
}

WeightAverage::WeightAverage(const TrainableParameters& parameters, double decay) : m_decay(decay) {
  const at::NoGradGuard noGradients;
  for (const auto& [name, tensor] : parameters.tensors()) m_tensors.emplace(name, tensor.detach().clone());
}

void WeightAverage::update(const TrainableParameters& parameters, std::int64_t steps) {
  const at::NoGradGuard noGradients;
  const auto n = static_cast<double>(steps);
  const double decay = std::min(m_decay, (1 + n) / (10 + n));
  for (auto& [name, average] : m_tensors) average.lerp_(parameters.tensors().at(name), 1 - decay);
}

void WeightAverage::restore(const NamedTensors& values) {
  const at::NoGradGuard noGradients;
  overwrite(m_tensors, values);
}

}  // namespace hipwright::nets
