// The reference's AutoencoderKL: a CT window to the mean of its posterior, and a latent to a distance field.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/torch/operations.h"

#include <string_view>
#include <variant>
#include <vector>

namespace hipwright::nets {

/// Sees each activation by the reference's block index ("enc00", "dec10") or name ("down0"). The tensor may be
/// overwritten after the call.
using Trace = std::function<void(std::string_view name, const at::Tensor& activation)>;

enum class AutoencoderPart { Encoder, Decoder };

/// One half of the network: the pipeline never needs both halves of the same checkpoint.
class Autoencoder {
 public:
  Autoencoder(const VaeProfile& profile, AutoencoderPart part, const ParameterSource& source, LayerOptions options);

  /// Encoder: images (N, 1, X, Y, Z) to means (N, L, X/f, Y/f, Z/f). Decoder: latents (N, L, X, Y, Z) to fields
  /// (N, 1, fX, fY, fZ).
  at::Tensor run(at::Tensor x, Operations& operations, const Trace& trace = {}) const;

  /// The blocks without the 1x1x1 convolution at the latent: what the encoder's mean and its variance are read from.
  at::Tensor runBlocks(at::Tensor x, Operations& operations, const Trace& trace = {}) const;

 private:
  struct Upsampling {
    Convolution convolution;
  };
  using Step = std::variant<Convolution, ResidualBlock, Downsampling, Upsampling, NormalisedConvolution>;

  void readEncoder(const VaeProfile& profile, const LayerReader& read);
  void readDecoder(const VaeProfile& profile, const LayerReader& read);
  void readResiduals(const LayerReader& read, int count, std::array<int, 2> channels);
  std::string nextBlock();
  static at::Tensor apply(const Step& step, at::Tensor x, Operations& operations);

  std::string m_prefix;             ///< "encoder.blocks." or "decoder.blocks."
  std::string m_traceName;          ///< "enc" or "dec"
  Convolution m_latentConvolution;  ///< quant_conv_mu or post_quant_conv
  std::vector<Step> m_steps;
  std::vector<int> m_blockOf;  ///< index of each step's last block in the reference's flat list
  int m_blocks = 0;
};

}  // namespace hipwright::nets
