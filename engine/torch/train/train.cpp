// The stages of a training, the checks before them, and the demo's networks.
#include "engine/torch/train/train.h"

#include "engine/core/atomic_file.h"
#include "engine/core/error.h"
#include "engine/torch/device.h"
#include "engine/torch/failures.h"
#include "engine/torch/train/latent_store.h"
#include "engine/torch/train/ldm_training.h"
#include "engine/torch/train/train_files.h"
#include "engine/torch/train/vae_training.h"
#include "engine/weights/profile_file.h"

namespace hipwright {
namespace {

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += (text.empty() ? "" : "; ") + sentence;
  return text;
}

/// The other two go on by themselves: latents lack a shard, the diffusion network lacks steps.
bool isComplete(TrainStage stage, const TrainOptions& options) {
  const bool autoencoder = stage == TrainStage::VaePre || stage == TrainStage::VaeMetal;
  return autoencoder && std::filesystem::exists(weightsFile(options, stage, ".pt"));
}

}  // namespace

std::vector<std::string> TrainOptions::check() const {
  std::vector<std::string> problems = profile.check();
  const auto require = [&](bool fine, const char* sentence) {
    if (!fine) problems.emplace_back(sentence);
  };
  require(!folder.empty(), "a folder to save to must be given");
  require(seed >= 0 && seed < 1000000000, "seed must be between 0 and 999999999");
  require(vaeCropSteps >= 0 && vaeVolumeSteps >= 1, "the autoencoders need at least one step on whole volumes");
  require(pool >= 1 && pool <= 10000, "the pool must hold between 1 and 10000 volumes");
  require(cases >= 1 && cases < 1000000, "cases must be between 1 and 999999");
  require(ldmSteps >= 1 && ldmBatch >= 1 && ldmBatch <= 1024,
          "the diffusion network needs at least one step and one sample in a batch");
  require(vaeRate > 0 && ldmRate > 0, "learning rates must be positive");
  require(conditionDropout >= 0 && conditionDropout < 1,
          "the share of dropped conditions must be at least 0 and below 1");
  require(averageDecay >= 0 && averageDecay < 1, "the decay of the average must be at least 0 and below 1");
  require(validateEvery >= 1 && validationCases >= 0, "validation must be at least one step apart");
  return problems;
}

ModelProfile demoProfile() {
  ModelProfile p;
  p.name = "Hipwright demo";
  p.demo = true;
  p.license = "CC0-1.0";
  p.notes = "Trained on procedural hips alone. Not for patients. See MODEL_CARD.md.";
  p.vae = {{16, 16, 32}, {0, 1, 1}, 4, 8, 1e-6};
  p.unet = {{32, 64, 128}, {1, 1, 1}, {false, false, true}, 32, 16, 1e-6};
  p.scheduler.prediction = PredictionType::Sample;
  p.window = {{96, 80, 144}, 0.25};
  p.input.orientation = "LPS";
  p.input.side = ModelSide::Right;
  p.sdf.unitMm = 5;
  return p;
}

void train(TrainStage stage, const TrainOptions& options, const TrainObserver& observer, const std::stop_token& stop) {
  if (const auto problems = options.check(); !problems.empty())
    throw Error(ErrorCode::BadRequest, {{"problems", joined(problems)}});
  if (isComplete(stage, options)) return;
  std::filesystem::create_directories(options.folder / "train");
  writeAtomically(options.folder / "profile.json", profileToJson(options.profile));
  nets::useThreads(options.compute.threads);
  nets::translatingFailures({"training", "cpu"}, [&] {
    if (stage == TrainStage::Latents) return nets::makeLatents(options, observer, stop);
    if (stage == TrainStage::Ldm) return nets::trainDiffusion(options, observer, stop);
    nets::trainAutoencoder(stage, options, observer, stop);
  });
}

}  // namespace hipwright
