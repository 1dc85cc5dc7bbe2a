// Names of the files in a training's folder.
#pragma once

#include "engine/torch/train/train.h"

namespace hipwright {

/// "vae_pre", "vae_metal" or "ldm" in the set's folder, with `ending` ".safetensors" or ".pt".
std::filesystem::path weightsFile(const TrainOptions& options, TrainStage stage, const std::string& ending);

/// train/<stage>.state.safetensors
std::filesystem::path stateFile(const TrainOptions& options, TrainStage stage);

/// train/<stage>.csv
std::filesystem::path logFile(const TrainOptions& options, TrainStage stage);

/// train/latents, one file for every kCasesPerShard cases.
std::filesystem::path shardFile(const TrainOptions& options, int shard);
inline constexpr int kCasesPerShard = 50;

}  // namespace hipwright
