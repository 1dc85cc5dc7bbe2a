// The reference's DiffusionModelUNet with self-attention.
#pragma once

#include "engine/torch/autoencoder.h"

namespace hipwright::nets {

class Unet {
 public:
  Unet(const UnetProfile& profile, const ParameterSource& source, LayerOptions options);

  /// (N, in, X, Y, Z) at timestep t to (N, out, X, Y, Z). X, Y and Z are divisible by 2^(levels - 1).
  at::Tensor run(at::Tensor x, double timestep, Operations& operations, const Trace& trace = {}) const;

  /// The same with a timestep for each sample, float32 (N): for training, with the plain table.
  at::Tensor run(at::Tensor x, const at::Tensor& timesteps, Operations& operations, const Trace& trace = {}) const;

 private:
  struct Level {
    std::vector<ResidualBlock> residuals;
    std::vector<Attention> attentions;         ///< empty, or one per residual block
    std::optional<Downsampling> downsampling;  ///< on the way down
    std::optional<Convolution> upsampling;     ///< on the way up
  };
  using Skips = std::vector<at::Tensor>;

  void readDown(const UnetProfile& profile, const LayerReader& read);
  void readUp(const UnetProfile& profile, const LayerReader& read);
  at::Tensor embedTime(const at::Tensor& timesteps) const;
  at::Tensor runDown(const Level& level, at::Tensor x, Skips& skips, Operations& operations,
                     const at::Tensor& time) const;
  at::Tensor runUp(const Level& level, at::Tensor x, Skips& skips, Operations& operations,
                   const at::Tensor& time) const;

  std::int64_t m_embeddingChannels = 0;
  Convolution m_first;
  Linear m_timeIn, m_timeOut;
  std::vector<Level> m_down, m_up;
  ResidualBlock m_middleFirst, m_middleSecond;
  Attention m_middleAttention;
  NormalisedConvolution m_last;
};

/// [cos(t f), sin(t f)] with f_k = exp(-ln(10000) k / (dim / 2)), float32 (N) to (N, dim): cosines first, unlike in
/// most texts.
at::Tensor timestepEmbedding(const at::Tensor& timesteps, std::int64_t dim);

}  // namespace hipwright::nets
