// Validation through the product's own model and sampler.
#include "engine/torch/train/validation.h"

#include "engine/diffusion/denoise.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/tiled.h"
#include "engine/torch/torch_model.h"
#include "engine/torch/train/train_files.h"
#include "engine/torch/train/training_cases.h"

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kSteps = 20;

/// As the measure of that name, on network arrays: these have no geometry.
double diceOf(const Tensor4& a, const Tensor4& b) {
  double both = 0, sum = 0;
  for (std::size_t i = 0; i < a.values.size(); ++i) {
    const bool inA = a.values[i] > 0, inB = b.values[i] > 0;
    both += inA && inB ? 1 : 0;
    sum += (inA ? 1 : 0) + (inB ? 1 : 0);
  }
  return sum > 0 ? 2 * both / sum : 1;
}

}  // namespace

double validationDice(const TrainOptions& options, const std::stop_token& stop) {
  if (options.validationCases == 0) return 0;
  const auto weights = [&](TrainStage stage) { return readCheckpoint(weightsFile(options, stage, ".safetensors")); };
  const auto model = loadTorchModel(options.profile, weights(TrainStage::VaePre), weights(TrainStage::VaeMetal),
                                    weights(TrainStage::Ldm), options.compute, stop);
  const NoiseSchedule schedule(options.profile.scheduler);
  std::vector<double> values;
  for (int i = 0; i < options.validationCases; ++i) {
    const TrainingCase truth =
        makeTrainingCase(kFirstUnseenSeed + static_cast<std::uint64_t>(i), options.profile, stop);
    const Latent condition = scaledLatent(encodeImage(*model, truth.image, options.profile, {false, 1}, {}, stop),
                                          model->conditionScaling());
    const Latent noise = model->noise(condition.shape, options.seed + i, NoiseSource::Cpu);
    const Latent found = denoise(*model, schedule, noise, condition, {kSteps, 1}, {}, stop);
    values.push_back(diceOf(decodeLatent(*model, found, options.profile, {false, 1}, {}, stop), truth.field));
  }
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace hipwright
