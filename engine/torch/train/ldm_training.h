// Training of the diffusion network on stored latents.
#pragma once

#include "engine/torch/train/train.h"

namespace hipwright::nets {

/// As train() for TrainStage::Ldm.
void trainDiffusion(const TrainOptions& options, const TrainObserver& observer, const std::stop_token& stop);

}  // namespace hipwright::nets
