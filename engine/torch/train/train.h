// Training a model set on procedural hips: two autoencoders, the latents of many cases, and the diffusion network.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/diffusion/diffusion_model.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright {

/// In this order; the two autoencoders do not depend on each other and may be trained by two processes.
enum class TrainStage { VaePre, VaeMetal, Latents, Ldm };

std::string stageName(TrainStage stage);  ///< "vae-pre", "vae-metal", "latents", "ldm"

/// What decides the weights. Every count is of optimiser steps or cases: the same options give the same weights on the
/// same machine and build with the same number of threads.
struct TrainOptions {
  std::filesystem::path folder;  ///< the set, and its state in train/
  ModelProfile profile;
  std::int64_t seed = 1;
  int vaeCropSteps = 200;    ///< on batches of crops, which are cheap
  int vaeVolumeSteps = 200;  ///< on whole volumes after that
  double vaeRate = 3e-3;
  double klWeight = 1e-4;
  double gradientWeight = 0.5;
  int pool = 48;     ///< volumes in memory that their batches are drawn from
  int cases = 2000;  ///< of which the diffusion network learns
  int ldmSteps = 20000;
  int ldmBatch = 4;
  double ldmRate = 1e-3;
  double conditionDropout = 0.1;  ///< share of samples that are trained without their CT
  double averageDecay = 0.999;
  int validateEvery = 2000;  ///< steps of the diffusion network
  int validationCases = 4;
  ComputeOptions compute;

  std::vector<std::string> check() const;
};

/// Networks that two processor cores train in two hours: small, and predicting the sample.
ModelProfile demoProfile();

struct TrainProgress {
  TrainStage stage{};
  int step = 0;
  int steps = 0;
  double loss = 0;  ///< mean since the last report
  double learningRate = 0;
  std::optional<double> dice;  ///< median over held-out cases, when it was measured
  double seconds = 0;          ///< since this call began
};

/// Called on the calling thread every few steps.
using TrainObserver = std::function<void(const TrainProgress&)>;

/// Runs one stage, or goes on where its state file left off, and ends by writing the stage's checkpoint as .pt and
/// .safetensors, and profile.json. An autoencoder whose .pt exists is complete. Throws Error(BadRequest) with what
/// check() says, what reading the earlier stages' files throws, Error(FileUnwritable), and Cancelled after saving its
/// state.
void train(TrainStage stage, const TrainOptions& options, const TrainObserver& observer, const std::stop_token& stop);

}  // namespace hipwright
