// Moments of latents and their removal.
#include "engine/torch/train/latent_statistics.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros.h>

#include <algorithm>

namespace hipwright::nets {

void LatentMoments::add(const at::Tensor& latents) {
  const at::Tensor values = latents.detach().to(at::kCPU, at::kDouble).transpose(0, 1).flatten(1);
  if (!m_sum.defined()) m_sum = m_squares = at::zeros({values.size(0)}, at::kDouble);
  m_sum = m_sum + values.sum(1);
  m_squares = m_squares + values.square().sum(1);
  m_count += static_cast<double>(values.size(1));
}

at::Tensor LatentMoments::mean() const { return m_sum / m_count; }

at::Tensor LatentMoments::deviation() const { return (m_squares / m_count - mean().square()).clamp_min(1e-12).sqrt(); }

void standardiseLatents(TrainableParameters& autoencoder, const LatentMoments& moments) {
  const at::NoGradGuard noGradients;
  const auto tensor = [&](const std::string& name) { return autoencoder.tensors().at(name); };
  const at::Tensor meanWeight = tensor("quant_conv_mu.conv.weight");
  const at::Tensor mean = moments.mean().to(meanWeight.device(), at::kFloat);
  const at::Tensor deviation = moments.deviation().to(meanWeight.device(), at::kFloat);
  const at::Tensor rows = deviation.view({-1, 1, 1, 1, 1}), columns = deviation.view({1, -1, 1, 1, 1});
  meanWeight.div_(rows);
  at::Tensor meanBias = tensor("quant_conv_mu.conv.bias");
  meanBias.sub_(mean).div_(deviation);
  tensor("quant_conv_log_sigma.conv.bias").sub_(deviation.log().mul(2));
  const at::Tensor outWeight = tensor("post_quant_conv.conv.weight");
  tensor("post_quant_conv.conv.bias").add_(outWeight.mul(mean.view({1, -1, 1, 1, 1})).sum({1, 2, 3, 4}));
  outWeight.mul_(columns);
}

}  // namespace hipwright::nets
