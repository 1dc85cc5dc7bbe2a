// Training of an autoencoder: of CTs or of implants.
#pragma once

#include "engine/torch/train/train.h"

namespace hipwright::nets {

/// As train() for TrainStage::VaePre and VaeMetal. Afterwards the latent convolutions are rescaled so that every latent
/// channel has mean 0 and variance 1 over training cases: zeros are then as far from all cases as can be, which the
/// unconditional pass relies on.
void trainAutoencoder(TrainStage stage, const TrainOptions& options, const TrainObserver& observer,
                      const std::stop_token& stop);

}  // namespace hipwright::nets
