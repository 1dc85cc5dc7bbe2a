// Denoising score matching on latents (Ho, Jain and Abbeel 2020, arXiv 2006.11239) with classifier-free guidance's
// dropped conditions (Ho and Salimans 2022, arXiv 2207.12598).
#include "engine/torch/train/ldm_training.h"

#include "engine/core/stop.h"
#include "engine/diffusion/schedule.h"
#include "engine/phantom/random_stream.h"
#include "engine/torch/device.h"
#include "engine/torch/noise.h"
#include "engine/torch/train/latent_store.h"
#include "engine/torch/train/train_files.h"
#include "engine/torch/train/train_log.h"
#include "engine/torch/train/training_operations.h"
#include "engine/torch/train/training_state.h"
#include "engine/torch/train/validation.h"
#include "engine/torch/unet.h"
#include "engine/weights/network_keys.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/index_select.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <cmath>

namespace hipwright::nets {
namespace {

constexpr int kReportEvery = 50;
constexpr int kSaveEvery = 500;
constexpr double kWarmUp = 100;      ///< steps
constexpr double kDecayShare = 0.5;  ///< of the steps, at the end, in which the rate falls to zero

struct Batch {
  at::Tensor clean, noise, condition;  ///< (B, L, X, Y, Z) float32
  at::Tensor timesteps;                ///< (B) float32
  at::Tensor signal, blur;             ///< (B, 1, 1, 1, 1): square roots of alphas_cumprod and of what is left
};

class DiffusionTraining {
 public:
  DiffusionTraining(const TrainOptions& options, const TrainObserver& observer, std::stop_token stop)
      : m_options(options),
        m_stop(std::move(stop)),
        m_placement(choosePlacement(options.compute)),
        m_layers{m_placement.device, m_placement.precision},
        m_parameters(unetParameters(options.profile.vae, options.profile.unet), options.seed + 7000, m_layers.device),
        m_optimiser(m_parameters, {}),
        m_average(m_parameters, options.averageDecay),
        m_schedule(options.profile.scheduler),
        m_log(TrainStage::Ldm, options, observer),
        m_operations(checkFor(m_stop)) {
    useThreads(options.compute.threads);
  }

  void run();

 private:
  double rate(std::int64_t step) const;
  Batch batch(std::int64_t step) const;
  at::Tensor lossOf(const Batch& b);
  at::Tensor target(const Batch& b) const;
  void writeWeights(const std::string& ending) const;
  void step();
  void afterStep(const TrainingState& state);

  TrainOptions m_options;
  std::stop_token m_stop;
  Placement m_placement;
  LayerOptions m_layers;
  TrainableParameters m_parameters;
  AdamW m_optimiser;
  WeightAverage m_average;
  NoiseSchedule m_schedule;
  TrainLog m_log;
  TrainingOperations m_operations;
  LatentPairs m_pairs;
};

double DiffusionTraining::rate(std::int64_t step) const {
  const double done = static_cast<double>(step) / m_options.ldmSteps;
  const double decay = std::clamp((1 - done) / kDecayShare, 0.01, 1.0);
  return m_options.ldmRate * std::min(1.0, static_cast<double>(step + 1) / kWarmUp) * decay;
}

/// Timesteps are spread evenly over the batch; everything follows from the seed and the step.
Batch DiffusionTraining::batch(std::int64_t step) const {
  RandomStream random(mixBits(static_cast<std::uint64_t>(m_options.seed) + 99) + static_cast<std::uint64_t>(step));
  const int count = m_options.ldmBatch, all = m_options.profile.scheduler.numTrainTimesteps;
  std::vector<std::int64_t> cases;
  std::vector<float> timesteps, signal, blur, kept;
  for (int i = 0; i < count; ++i) {
    cases.push_back(static_cast<std::int64_t>(random.uniform() * static_cast<double>(m_pairs.implants.size(0))));
    const int t = std::min(static_cast<int>((i + random.uniform()) / count * all), all - 1);
    const float alpha = m_schedule.alphasCumprod()[static_cast<std::size_t>(t)];
    timesteps.push_back(static_cast<float>(t));
    signal.push_back(std::sqrt(alpha));
    blur.push_back(std::sqrt(1 - alpha));
    kept.push_back(random.uniform() < m_options.conditionDropout ? 0.0F : 1.0F);
  }
  const at::Tensor chosen = at::tensor(cases);
  const auto column = [&](const std::vector<float>& v) {
    return at::tensor(v).view({count, 1, 1, 1, 1}).to(m_layers.device);
  };
  const auto samples = [&](const at::Tensor& from) {
    return from.index_select(0, chosen).to(m_layers.device, at::kFloat);
  };
  Batch b;
  b.clean = samples(m_pairs.implants);
  b.condition = samples(m_pairs.conditions).mul(column(kept));
  b.noise = standardNormal(b.clean.sizes().vec(), m_options.seed * 1000000007 + step, at::kCPU).to(m_layers.device);
  b.timesteps = at::tensor(timesteps);
  b.signal = column(signal);
  b.blur = column(blur);
  return b;
}

at::Tensor DiffusionTraining::target(const Batch& b) const {
  switch (m_options.profile.scheduler.prediction) {
    case PredictionType::Epsilon: return b.noise;
    case PredictionType::Sample: return b.clean;
    case PredictionType::V: break;
  }
  return b.signal * b.noise - b.blur * b.clean;
}

at::Tensor DiffusionTraining::lossOf(const Batch& b) {
  const Unet network(m_options.profile.unet, m_parameters.source(), m_layers);
  const at::Tensor noisy = b.signal * b.clean + b.blur * b.noise;
  const at::Tensor x = at::cat({noisy, b.condition}, 1).to(m_layers.precision);
  return (network.run(x, b.timesteps, m_operations).to(at::kFloat) - target(b)).square().mean();
}

void DiffusionTraining::writeWeights(const std::string& ending) const {
  const NamedTensors average = namedValues(m_average.tensors());
  const std::int64_t steps = m_optimiser.steps();
  if (ending == ".pt")
    writeTorchCheckpoint(weightsFile(m_options, TrainStage::Ldm, ending), m_parameters.values(),
                         {std::nullopt, std::nullopt, steps, {}, average}, StoredPrecision::Float32);
  else
    writeSafetensors(weightsFile(m_options, TrainStage::Ldm, ending), average, {{"epoch", std::to_string(steps)}},
                     StoredPrecision::Float16);
}

void DiffusionTraining::step() {
  const std::int64_t index = m_optimiser.steps();
  const at::Tensor loss = lossOf(batch(index));
  m_log.add(loss.item<double>());
  loss.backward();
  m_optimiser.step(rate(index));
  m_average.update(m_parameters, m_optimiser.steps());
}

void DiffusionTraining::afterStep(const TrainingState& state) {
  const int done = static_cast<int>(m_optimiser.steps());
  if (done % kSaveEvery == 0) saveState(stateFile(m_options, TrainStage::Ldm), state);
  if (done % kReportEvery != 0 && done != m_options.ldmSteps) return;
  std::optional<double> dice;
  if (done % m_options.validateEvery == 0 || done == m_options.ldmSteps) {
    writeWeights(".safetensors");
    dice = validationDice(m_options, m_stop);
  }
  m_log.report({TrainStage::Ldm, done, m_options.ldmSteps, 0, rate(done), dice, 0});
}

void DiffusionTraining::run() {
  const std::filesystem::path file = stateFile(m_options, TrainStage::Ldm);
  const TrainingState state{m_parameters, m_optimiser, &m_average};
  loadState(file, state);
  m_pairs = readLatents(m_options, m_stop);
  try {
    while (m_optimiser.steps() < m_options.ldmSteps) {
      throwIfStopped(m_stop);
      step();
      afterStep(state);
    }
  } catch (const Cancelled&) {
    m_parameters.clearGradients();
    saveState(file, state);
    throw;
  }
  saveState(file, state);
  writeWeights(".pt");
  writeWeights(".safetensors");
}

}  // namespace

void trainDiffusion(const TrainOptions& options, const TrainObserver& observer, const std::stop_token& stop) {
  DiffusionTraining(options, observer, stop).run();
}

}  // namespace hipwright::nets
