// The latents of many training cases: made once by several threads, kept on disk in shards.
#pragma once

#include "engine/torch/train/train.h"

#include <ATen/core/Tensor.h>

namespace hipwright::nets {

/// As train() for TrainStage::Latents: encodes phantoms 1 to options.cases. A shard that exists is not made again.
void makeLatents(const TrainOptions& options, const TrainObserver& observer, const std::stop_token& stop);

/// (cases, L, X/f, Y/f, Z/f), scaled as the diffusion network sees them, float16 on the CPU.
struct LatentPairs {
  at::Tensor conditions;
  at::Tensor implants;
};

/// Throws Error(FileNotFound) if a shard is missing.
LatentPairs readLatents(const TrainOptions& options, const std::stop_token& stop);

}  // namespace hipwright::nets
