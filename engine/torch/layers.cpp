// Reading layers by the reference's key names.
#include "engine/torch/layers.h"

#include "engine/torch/sub_pixel.h"
#include "engine/torch/winograd.h"

namespace hipwright::nets {

at::Tensor LayerReader::kept(const std::string& name, at::ScalarType type) const {
  return m_source(name).to(m_options.device, type).contiguous();
}

Convolution LayerReader::directConvolution(const std::string& prefix) const {
  Convolution layer{kept(prefix + ".weight", m_options.precision), kept(prefix + ".bias", m_options.precision)};
  layer.outChannels = layer.weight.size(0);
  layer.inChannels = layer.weight.size(1);
  layer.kernel = layer.weight.size(2);
  return layer;
}

Convolution LayerReader::convolution(const std::string& prefix) const {
  Convolution layer = directConvolution(prefix);
  const bool pays = layer.kernel == 3 && winogradPays(layer.inChannels, layer.outChannels, m_options.precision);
  if (!m_options.fastForms || !pays) return layer;
  layer.weight = winogradKernels(m_source(prefix + ".weight"));
  layer.form = WeightForm::Winograd;
  return layer;
}

Convolution LayerReader::upsampledConvolution(const std::string& prefix) const {
  Convolution layer = directConvolution(prefix);
  if (!m_options.fastForms) return layer;
  layer.weight = foldUpsampling(m_source(prefix + ".weight")).to(m_options.precision);
  layer.form = WeightForm::SubPixel;
  return layer;
}

Normalisation LayerReader::normalisation(const std::string& prefix) const {
  return {kept(prefix + ".weight", at::kFloat), kept(prefix + ".bias", at::kFloat), m_options.normGroups,
          m_options.normEps};
}

Linear LayerReader::linear(const std::string& prefix) const {
  return {kept(prefix + ".weight", at::kFloat), kept(prefix + ".bias", at::kFloat)};
}

ResidualBlock LayerReader::residual(const std::string& prefix, NetworkFamily family, Shortcut shortcut) const {
  const bool unet = family == NetworkFamily::Unet;
  ResidualBlock block;
  block.first = {normalisation(prefix + ".norm1"), Activation::Silu, convolution(prefix + ".conv1.conv")};
  block.second = {normalisation(prefix + ".norm2"), Activation::Silu, convolution(prefix + ".conv2.conv")};
  if (unet) block.time = linear(prefix + ".time_emb_proj");
  if (shortcut == Shortcut::Convolution)
    block.shortcut = directConvolution(prefix + (unet ? ".skip_connection" : ".nin_shortcut") + ".conv");
  return block;
}

/// Scores and their softmax stay in float32 on a CPU, where they cost little; a GPU takes its own half precision.
Attention LayerReader::attention(const std::string& prefix, std::int64_t headChannels) const {
  const at::ScalarType type = m_options.device.is_cpu() ? at::kFloat : m_options.precision;
  const auto read = [&](const std::string& name) {
    return Linear{kept(prefix + ".attn." + name + ".weight", type), kept(prefix + ".attn." + name + ".bias", type)};
  };
  return {normalisation(prefix + ".norm"), read("to_q"), read("to_k"), read("to_v"), read("out_proj"), headChannels};
}

}  // namespace hipwright::nets
