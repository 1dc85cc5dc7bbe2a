// Mean and variance of latent channels, and how they are taken out of an autoencoder without changing what it does.
#pragma once

#include "engine/torch/train/trainable_parameters.h"

namespace hipwright::nets {

/// Per channel, in float64.
class LatentMoments {
 public:
  void add(const at::Tensor& latents);  ///< (N, C, X, Y, Z)
  at::Tensor mean() const;
  at::Tensor deviation() const;

 private:
  at::Tensor m_sum, m_squares;
  double m_count = 0;
};

/// Moves the moments from the latents into the 1x1x1 convolutions around them: the encoder's means get mean 0 and
/// variance 1, the decoder undoes it.
void standardiseLatents(TrainableParameters& autoencoder, const LatentMoments& moments);

}  // namespace hipwright::nets
