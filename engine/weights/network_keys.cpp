#include "engine/weights/network_keys.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/weights/mismatch_table.h"

namespace hipwright {
namespace {

using Shape = std::vector<std::int64_t>;

/// Collects parameters by the kind of layer they belong to.
class Layers {
 public:
  void norm(const std::string& name, int channels) { add(name, {channels}, channels); }
  void linear(const std::string& name, int in, int out) { add(name, {out, in}, out); }
  void convolution(const std::string& name, int in, int out) { add(name + ".conv", {out, in, 3, 3, 3}, out); }
  void pointwise(const std::string& name, int in, int out) { add(name + ".conv", {out, in, 1, 1, 1}, out); }

  void residual(const std::string& name, int in, int out, const std::string& shortcut) {
    norm(name + ".norm1", in);
    convolution(name + ".conv1", in, out);
    norm(name + ".norm2", out);
    convolution(name + ".conv2", out, out);
    if (in != out) pointwise(name + "." + shortcut, in, out);
  }

  void attention(const std::string& name, int channels) {
    norm(name + ".norm", channels);
    for (const char* part : {"out_proj", "to_q", "to_k", "to_v"}) linear(name + ".attn." + part, channels, channels);
  }

  ParameterShapes take() { return std::move(m_shapes); }

 private:
  void add(const std::string& name, const Shape& weight, int bias) {
    m_shapes[name + ".weight"] = weight;
    m_shapes[name + ".bias"] = {bias};
  }

  ParameterShapes m_shapes;
};

std::string at(const std::string& list, std::size_t index) { return list + "." + std::to_string(index); }

void addEncoder(const VaeProfile& p, Layers& out) {
  std::size_t block = 0;
  const auto next = [&] { return at("encoder.blocks", block++); };
  int channels = p.channels.front();
  out.convolution(next(), 1, channels);
  for (std::size_t level = 0; level < p.channels.size(); ++level) {
    for (int i = 0; i < p.numResBlocks[level]; ++i) {
      out.residual(next(), channels, p.channels[level], "nin_shortcut");
      channels = p.channels[level];
    }
    if (level + 1 < p.channels.size()) out.convolution(next() + ".conv", channels, channels);
  }
  out.norm(next(), channels);
  out.convolution(next(), channels, p.latentChannels);
}

void addDecoder(const VaeProfile& p, Layers& out) {
  std::size_t block = 0;
  const auto next = [&] { return at("decoder.blocks", block++); };
  int channels = p.channels.back();
  out.convolution(next(), p.latentChannels, channels);
  for (std::size_t level = p.channels.size(); level-- > 0;) {
    for (int i = 0; i < p.numResBlocks[level]; ++i) {
      out.residual(next(), channels, p.channels[level], "nin_shortcut");
      channels = p.channels[level];
    }
    if (level > 0) out.convolution(next() + ".postconv", channels, channels);
  }
  out.norm(next(), channels);
  out.convolution(next(), channels, 1);
}

/// The UNet keeps what each part of the way down left behind, because the way up concatenates it.
class UnetLayers {
 public:
  explicit UnetLayers(const UnetProfile& profile) : m_profile(profile), m_embedding(4 * profile.channels.front()) {}

  ParameterShapes build(int latentChannels) {
    m_channels = m_profile.channels.front();
    m_out.convolution("conv_in", 2 * latentChannels, m_channels);
    m_out.linear("time_embed.0", m_channels, m_embedding);
    m_out.linear("time_embed.2", m_embedding, m_embedding);
    m_skips.push_back(m_channels);
    for (std::size_t level = 0; level < m_profile.channels.size(); ++level) down(level);
    residual("middle_block.resnet_1", m_channels, m_channels);
    m_out.attention("middle_block.attention", m_channels);
    residual("middle_block.resnet_2", m_channels, m_channels);
    for (std::size_t step = 0; step < m_profile.channels.size(); ++step) up(step);
    m_out.norm("out.0", m_channels);
    m_out.convolution("out.2", m_channels, latentChannels);
    return m_out.take();
  }

 private:
  void residual(const std::string& name, int in, int out) {
    m_out.residual(name, in, out, "skip_connection");
    m_out.linear(name + ".time_emb_proj", m_embedding, out);
    m_channels = out;
  }

  void down(std::size_t level) {
    const std::string name = at("down_blocks", level);
    for (int i = 0; i < m_profile.numResBlocks[level]; ++i) {
      const auto index = static_cast<std::size_t>(i);
      residual(at(name + ".resnets", index), m_channels, m_profile.channels[level]);
      if (m_profile.attentionLevels[level]) m_out.attention(at(name + ".attentions", index), m_channels);
      m_skips.push_back(m_channels);
    }
    if (level + 1 == m_profile.channels.size()) return;
    m_out.convolution(name + ".downsampler.op", m_channels, m_channels);
    m_skips.push_back(m_channels);
  }

  void up(std::size_t step) {
    const std::size_t level = m_profile.channels.size() - 1 - step;
    const std::string name = at("up_blocks", step);
    for (int i = 0; i <= m_profile.numResBlocks[level]; ++i) {
      const auto index = static_cast<std::size_t>(i);
      residual(at(name + ".resnets", index), m_channels + m_skips.back(), m_profile.channels[level]);
      m_skips.pop_back();
      if (m_profile.attentionLevels[level]) m_out.attention(at(name + ".attentions", index), m_channels);
    }
    if (level > 0) m_out.convolution(name + ".upsampler.postconv", m_channels, m_channels);
  }

  const UnetProfile& m_profile;
  int m_embedding;
  int m_channels = 0;
  std::vector<int> m_skips;
  Layers m_out;
};

}  // namespace

ParameterShapes autoencoderParameters(const VaeProfile& profile) {
  Layers out;
  addEncoder(profile, out);
  addDecoder(profile, out);
  const int latent = profile.latentChannels;
  for (const char* name : {"quant_conv_mu", "quant_conv_log_sigma", "post_quant_conv"})
    out.pointwise(name, latent, latent);
  return out.take();
}

ParameterShapes unetParameters(const VaeProfile& vae, const UnetProfile& profile) {
  return UnetLayers(profile).build(vae.latentChannels);
}

void checkParameters(const Checkpoint& checkpoint, const ParameterShapes& expected) {
  const std::string table = mismatchTable(checkpoint, expected);
  if (!table.empty())
    throw Error(ErrorCode::CheckpointMismatch, {{"path", platform::toUtf8(checkpoint.path)}, {"table", table}});
}

}  // namespace hipwright
