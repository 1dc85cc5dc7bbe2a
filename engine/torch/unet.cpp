// DiffusionModelUNet in the operations of the table.
#include "engine/torch/unet.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/full.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/silu.h>

#include <cmath>

namespace hipwright::nets {

at::Tensor timestepEmbedding(const at::Tensor& timesteps, std::int64_t dim) {
  const std::int64_t half = dim / 2;
  const at::Tensor k = at::arange(half, at::kFloat);
  const at::Tensor frequencies = k.mul(-std::log(10000.0)).div(static_cast<double>(half)).exp();
  const at::Tensor angles = timesteps.unsqueeze(1).mul(frequencies.to(timesteps.device()).unsqueeze(0));
  return at::cat({angles.cos(), angles.sin()}, 1);
}

Unet::Unet(const UnetProfile& profile, const ParameterSource& source, LayerOptions options)
    : m_embeddingChannels(profile.channels.front()) {
  options.normGroups = profile.normNumGroups;
  options.normEps = profile.normEps;
  const LayerReader read(source, options);
  m_first = read.convolution("conv_in.conv");
  m_timeIn = read.linear("time_embed.0");
  m_timeOut = read.linear("time_embed.2");
  readDown(profile, read);
  m_middleFirst = read.residual("middle_block.resnet_1", NetworkFamily::Unet, Shortcut::Identity);
  m_middleAttention = read.attention("middle_block.attention", profile.numHeadChannels);
  m_middleSecond = read.residual("middle_block.resnet_2", NetworkFamily::Unet, Shortcut::Identity);
  readUp(profile, read);
  m_last = {read.normalisation("out.0"), Activation::Silu, read.convolution("out.2.conv")};
}

void Unet::readDown(const UnetProfile& profile, const LayerReader& read) {
  int channels = profile.channels.front();
  for (std::size_t i = 0; i < profile.channels.size(); ++i) {
    const std::string prefix = "down_blocks." + std::to_string(i) + ".";
    Level level;
    for (int j = 0; j < profile.numResBlocks[i]; ++j) {
      const std::string block = std::to_string(j);
      const Shortcut shortcut = channels != profile.channels[i] ? Shortcut::Convolution : Shortcut::Identity;
      level.residuals.push_back(read.residual(prefix + "resnets." + block, NetworkFamily::Unet, shortcut));
      if (profile.attentionLevels[i])
        level.attentions.push_back(read.attention(prefix + "attentions." + block, profile.numHeadChannels));
      channels = profile.channels[i];
    }
    if (i + 1 < profile.channels.size())
      level.downsampling = Downsampling{read.directConvolution(prefix + "downsampler.op.conv"), false};
    m_down.push_back(std::move(level));
  }
}

void Unet::readUp(const UnetProfile& profile, const LayerReader& read) {
  const std::size_t levels = profile.channels.size();
  for (std::size_t i = 0; i < levels; ++i) {
    const std::size_t mirror = levels - 1 - i;
    const std::string prefix = "up_blocks." + std::to_string(i) + ".";
    Level level;
    for (int j = 0; j < profile.numResBlocks[mirror] + 1; ++j) {
      // A skip is always concatenated, so the number of channels falls in every block here.
      const std::string block = std::to_string(j);
      level.residuals.push_back(read.residual(prefix + "resnets." + block, NetworkFamily::Unet, Shortcut::Convolution));
      if (profile.attentionLevels[mirror])
        level.attentions.push_back(read.attention(prefix + "attentions." + block, profile.numHeadChannels));
    }
    if (i + 1 < levels) level.upsampling = read.upsampledConvolution(prefix + "upsampler.postconv.conv");
    m_up.push_back(std::move(level));
  }
}

/// SiLU of the embedding: every block takes it through its own linear layer.
at::Tensor Unet::embedTime(const at::Tensor& timesteps) const {
  const at::Tensor embedding = timestepEmbedding(timesteps.to(m_timeIn.weight.device()), m_embeddingChannels);
  return at::linear(at::silu(at::linear(embedding, m_timeIn.weight, m_timeIn.bias)), m_timeOut.weight, m_timeOut.bias);
}

at::Tensor Unet::runDown(const Level& level, at::Tensor x, Skips& skips, Operations& operations,
                         const at::Tensor& time) const {
  for (std::size_t j = 0; j < level.residuals.size(); ++j) {
    x = operations.residual(std::move(x), level.residuals[j], time);
    if (!level.attentions.empty()) x = operations.attend(std::move(x), level.attentions[j]);
    skips.push_back(x);
  }
  if (!level.downsampling) return x;
  x = operations.downsample(x, *level.downsampling);
  skips.push_back(x);
  return x;
}

at::Tensor Unet::runUp(const Level& level, at::Tensor x, Skips& skips, Operations& operations,
                       const at::Tensor& time) const {
  for (std::size_t j = 0; j < level.residuals.size(); ++j) {
    x = at::cat({x, skips.back()}, 1);
    skips.pop_back();
    x = operations.residual(std::move(x), level.residuals[j], time);
    if (!level.attentions.empty()) x = operations.attend(std::move(x), level.attentions[j]);
  }
  return level.upsampling ? operations.upsampleAndConvolve(std::move(x), *level.upsampling) : x;
}

at::Tensor Unet::run(at::Tensor x, double timestep, Operations& operations, const Trace& trace) const {
  return run(std::move(x), at::full({1}, timestep, at::kFloat), operations, trace);
}

at::Tensor Unet::run(at::Tensor x, const at::Tensor& timesteps, Operations& operations, const Trace& trace) const {
  const auto show = [&trace](const std::string& name, const at::Tensor& activation) {
    if (trace) trace(name, activation);
  };
  const at::Tensor embedding = embedTime(timesteps);
  show("time_embed", embedding);
  const at::Tensor time = at::silu(embedding);
  x = operations.convolve(x, m_first);
  show("conv_in", x);
  Skips skips{x};
  for (std::size_t i = 0; i < m_down.size(); ++i) {
    x = runDown(m_down[i], std::move(x), skips, operations, time);
    show("down" + std::to_string(i), x);
  }
  x = operations.residual(std::move(x), m_middleFirst, time);
  x = operations.attend(std::move(x), m_middleAttention);
  show("mid_attention", x);
  x = operations.residual(std::move(x), m_middleSecond, time);
  show("mid", x);
  for (std::size_t i = 0; i < m_up.size(); ++i) {
    x = runUp(m_up[i], std::move(x), skips, operations, time);
    show("up" + std::to_string(i), x);
  }
  return operations.normaliseAndConvolve(std::move(x), m_last);
}

}  // namespace hipwright::nets
