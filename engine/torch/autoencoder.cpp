// AutoencoderKL in the operations of the table.
#include "engine/torch/autoencoder.h"

namespace hipwright::nets {

Autoencoder::Autoencoder(const VaeProfile& profile, AutoencoderPart part, const ParameterSource& source,
                         LayerOptions options) {
  options.normGroups = profile.normNumGroups;
  options.normEps = profile.normEps;
  const LayerReader read(source, options);
  if (part == AutoencoderPart::Encoder)
    readEncoder(profile, read);
  else
    readDecoder(profile, read);
}

/// Key prefix of the next block of the flat list; the step being read ends with it.
std::string Autoencoder::nextBlock() { return m_prefix + std::to_string(m_blocks++); }

void Autoencoder::readResiduals(const LayerReader& read, int count, std::array<int, 2> channels) {
  for (int i = 0; i < count; ++i) {
    const bool changes = i == 0 && channels[0] != channels[1];
    m_steps.emplace_back(
        read.residual(nextBlock(), NetworkFamily::Autoencoder, changes ? Shortcut::Convolution : Shortcut::Identity));
    m_blockOf.push_back(m_blocks - 1);
  }
}

void Autoencoder::readEncoder(const VaeProfile& profile, const LayerReader& read) {
  m_prefix = "encoder.blocks.";
  m_traceName = "enc";
  const auto note = [this](Step step) {
    m_steps.push_back(std::move(step));
    m_blockOf.push_back(m_blocks - 1);
  };
  note(read.convolution(nextBlock() + ".conv"));
  int channels = profile.channels.front();
  for (std::size_t level = 0; level < profile.channels.size(); ++level) {
    readResiduals(read, profile.numResBlocks[level], {channels, profile.channels[level]});
    channels = profile.channels[level];
    if (level + 1 < profile.channels.size())
      note(Downsampling{read.directConvolution(nextBlock() + ".conv.conv"), true});
  }
  NormalisedConvolution last{read.normalisation(nextBlock()), Activation::None, {}};
  last.convolution = read.convolution(nextBlock() + ".conv");
  note(std::move(last));
  m_latentConvolution = read.convolution("quant_conv_mu.conv");
}

void Autoencoder::readDecoder(const VaeProfile& profile, const LayerReader& read) {
  m_prefix = "decoder.blocks.";
  m_traceName = "dec";
  const auto note = [this](Step step) {
    m_steps.push_back(std::move(step));
    m_blockOf.push_back(m_blocks - 1);
  };
  m_latentConvolution = read.convolution("post_quant_conv.conv");
  note(read.convolution(nextBlock() + ".conv"));
  int channels = profile.channels.back();
  for (std::size_t level = profile.channels.size(); level-- > 0;) {
    readResiduals(read, profile.numResBlocks[level], {channels, profile.channels[level]});
    channels = profile.channels[level];
    if (level > 0) note(Upsampling{read.upsampledConvolution(nextBlock() + ".postconv.conv")});
  }
  NormalisedConvolution last{read.normalisation(nextBlock()), Activation::None, {}};
  last.convolution = read.convolution(nextBlock() + ".conv");
  note(std::move(last));
}

at::Tensor Autoencoder::apply(const Step& step, at::Tensor x, Operations& operations) {
  if (const auto* residual = std::get_if<ResidualBlock>(&step)) return operations.residual(std::move(x), *residual, {});
  if (const auto* down = std::get_if<Downsampling>(&step)) return operations.downsample(x, *down);
  if (const auto* up = std::get_if<Upsampling>(&step))
    return operations.upsampleAndConvolve(std::move(x), up->convolution);
  if (const auto* last = std::get_if<NormalisedConvolution>(&step))
    return operations.normaliseAndConvolve(std::move(x), *last);
  return operations.convolve(x, std::get<Convolution>(step));
}

at::Tensor Autoencoder::runBlocks(at::Tensor x, Operations& operations, const Trace& trace) const {
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    x = apply(m_steps[i], std::move(x), operations);
    if (trace) trace(m_traceName + (m_blockOf[i] < 10 ? "0" : "") + std::to_string(m_blockOf[i]), x);
  }
  return x;
}

at::Tensor Autoencoder::run(at::Tensor x, Operations& operations, const Trace& trace) const {
  if (m_traceName == "enc")
    return operations.convolve(runBlocks(std::move(x), operations, trace), m_latentConvolution);
  return runBlocks(operations.convolve(x, m_latentConvolution), operations, trace);
}

}  // namespace hipwright::nets
