// The autoencoder's loop: crops first, which are cheap, then whole volumes, whose statistics the norms must learn.
#include "engine/torch/train/vae_training.h"

#include "engine/core/stop.h"
#include "engine/phantom/random_stream.h"
#include "engine/torch/autoencoder.h"
#include "engine/torch/device.h"
#include "engine/torch/noise.h"
#include "engine/torch/train/latent_statistics.h"
#include "engine/torch/train/train_files.h"
#include "engine/torch/train/train_log.h"
#include "engine/torch/train/training_operations.h"
#include "engine/torch/train/training_state.h"
#include "engine/torch/train/volume_pool.h"
#include "engine/weights/network_keys.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/conv3d.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hipwright::nets {
namespace {

constexpr int kCropBatch = 2;
constexpr int kReportEvery = 10;
constexpr int kSaveEvery = 100;
constexpr int kHeldOut = 4;

/// Mean absolute difference of neighbours' differences: keeps surfaces sharp.
at::Tensor gradientLoss(const at::Tensor& a, const at::Tensor& b) {
  at::Tensor sum;
  for (std::int64_t axis = 2; axis < 5; ++axis) {
    const std::int64_t n = a.size(axis) - 1;
    const auto difference = [&](const at::Tensor& x) { return x.narrow(axis, 1, n) - x.narrow(axis, 0, n); };
    const at::Tensor term = (difference(a) - difference(b)).abs().mean();
    sum = sum.defined() ? sum + term : term;
  }
  return sum / 3;
}

double medianOf(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

class AutoencoderTraining {
 public:
  AutoencoderTraining(TrainStage stage, const TrainOptions& options, const TrainObserver& observer,
                      std::stop_token stop)
      : m_stage(stage),
        m_options(options),
        m_stop(std::move(stop)),
        m_placement(choosePlacement(options.compute)),
        m_layers{m_placement.device, m_placement.precision},
        m_parameters(autoencoderParameters(options.profile.vae), options.seed + static_cast<int>(stage) * 1000,
                     m_layers.device),
        m_optimiser(m_parameters, {}),
        m_pool(stage, options, m_stop),
        m_log(stage, options, observer),
        m_operations(checkFor(m_stop)) {}

  void run();

 private:
  int steps() const { return m_options.vaeCropSteps + m_options.vaeVolumeSteps; }
  double rate(std::int64_t step) const;
  at::Tensor batch(std::int64_t step);
  at::Tensor lossOf(const at::Tensor& x, std::int64_t step);
  std::optional<double> heldOutDice();
  Autoencoder part(AutoencoderPart which) const {
    return {m_options.profile.vae, which, m_parameters.source(), m_layers};
  }
  void finish();

  TrainStage m_stage;
  TrainOptions m_options;
  std::stop_token m_stop;
  Placement m_placement;
  LayerOptions m_layers;
  TrainableParameters m_parameters;
  AdamW m_optimiser;
  VolumePool m_pool;
  TrainLog m_log;
  TrainingOperations m_operations;
};

/// Warm-up, then half a cosine to a hundredth.
double AutoencoderTraining::rate(std::int64_t step) const {
  const double warm = std::min(1.0, static_cast<double>(step + 1) / 20);
  const double done = static_cast<double>(step) / steps();
  return m_options.vaeRate * warm * (0.01 + 0.99 * 0.5 * (1 + std::cos(std::numbers::pi * done)));
}

at::Tensor AutoencoderTraining::batch(std::int64_t step) {
  RandomStream random(mixBits(static_cast<std::uint64_t>(m_options.seed)) + static_cast<std::uint64_t>(step));
  const auto slot = [&] { return static_cast<std::size_t>(random.uniform() * static_cast<double>(m_pool.size())); };
  if (step >= m_options.vaeCropSteps) return m_pool.at(slot(), step).to(m_layers.device);
  std::vector<at::Tensor> crops;
  for (int i = 0; i < kCropBatch; ++i) {
    crops.push_back(cropAtSurface(m_pool.at(slot(), step), random));
  }
  return at::cat(crops).to(m_layers.device);
}

/// The negative evidence bound with an L1 likelihood (Kingma and Welling 2014, arXiv 1312.6114), as the reference's
/// family of models is trained.
at::Tensor AutoencoderTraining::lossOf(const at::Tensor& x, std::int64_t step) {
  const at::Tensor features = part(AutoencoderPart::Encoder).runBlocks(x.to(m_layers.precision), m_operations);
  const LayerReader read(m_parameters.source(), m_layers);
  const at::Tensor mean = m_operations.convolve(features, read.directConvolution("quant_conv_mu.conv")).to(at::kFloat);
  const at::Tensor logVariance = m_operations.convolve(features, read.directConvolution("quant_conv_log_sigma.conv"))
                                     .to(at::kFloat)
                                     .clamp(-30, 20);
  const at::Tensor noise = standardNormal(mean.sizes().vec(), m_options.seed * 1000000 + step, m_layers.device);
  const at::Tensor latent = mean + (logVariance / 2).exp() * noise;
  const at::Tensor y = part(AutoencoderPart::Decoder).run(latent.to(m_layers.precision), m_operations).to(at::kFloat);
  // Where there is bone or a surface, errors count more: most of a volume is empty and learnt at once.
  const at::Tensor weight = 1 + 3 * (x.abs() < 0.999).to(at::kFloat);
  const at::Tensor distance = ((y - x).abs() * weight).mean() / weight.mean();
  const at::Tensor divergence = 0.5 * (mean.square() + logVariance.exp() - 1 - logVariance).mean();
  return distance + m_options.gradientWeight * gradientLoss(y, x) + m_options.klWeight * divergence;
}

std::optional<double> AutoencoderTraining::heldOutDice() {
  if (m_stage != TrainStage::VaeMetal) return std::nullopt;
  const at::NoGradGuard noGradients;
  const Autoencoder encoder = part(AutoencoderPart::Encoder), decoder = part(AutoencoderPart::Decoder);
  std::vector<double> values;
  for (std::uint64_t i = 0; i < kHeldOut; ++i) {
    const at::Tensor truth = m_pool.unseen(i).to(m_layers.device);
    const at::Tensor found = decoder.run(encoder.run(truth.to(m_layers.precision), m_operations), m_operations);
    const at::Tensor both = ((truth > 0) & (found > 0)).sum();
    values.push_back(2 * both.item<double>() / ((truth > 0).sum() + (found > 0).sum()).item<double>());
  }
  return medianOf(values);
}

void AutoencoderTraining::finish() {
  const at::NoGradGuard noGradients;
  LatentMoments moments;
  const Autoencoder encoder = part(AutoencoderPart::Encoder);
  for (std::size_t slot = 0; slot < m_pool.size(); ++slot)
    moments.add(
        encoder.run(m_pool.at(slot, m_optimiser.steps()).to(m_layers.device, m_layers.precision), m_operations));
  standardiseLatents(m_parameters, moments);
  CheckpointExtras extras{1.0, 0.0, m_optimiser.steps(), {}, {}};
  if (const auto dice = heldOutDice()) extras.metrics["val_dice"] = *dice;
  const NamedTensors values = m_parameters.values();
  writeTorchCheckpoint(weightsFile(m_options, m_stage, ".pt"), values, extras, StoredPrecision::Float32);
  writeSafetensors(weightsFile(m_options, m_stage, ".safetensors"), values,
                   {{"scale_factor", "1"}, {"global_mean", "0"}, {"epoch", std::to_string(*extras.epoch)}},
                   StoredPrecision::Float16);
}

void AutoencoderTraining::run() {
  const std::filesystem::path file = stateFile(m_options, m_stage);
  const TrainingState state{m_parameters, m_optimiser};
  loadState(file, state);
  try {
    while (m_optimiser.steps() < steps()) {
      throwIfStopped(m_stop);
      const std::int64_t step = m_optimiser.steps();
      const at::Tensor loss = lossOf(batch(step), step);
      m_log.add(loss.item<double>());
      loss.backward();
      m_optimiser.step(rate(step));
      const int done = static_cast<int>(m_optimiser.steps());
      if (done % kSaveEvery == 0) saveState(file, state);
      if (done % kReportEvery == 0 || done == steps())
        m_log.report({m_stage, done, steps(), 0, rate(step), done % kSaveEvery == 0 ? heldOutDice() : std::nullopt, 0});
    }
  } catch (const Cancelled&) {
    m_parameters.clearGradients();
    saveState(file, state);
    throw;
  }
  saveState(file, state);
  finish();
}

}  // namespace

void trainAutoencoder(TrainStage stage, const TrainOptions& options, const TrainObserver& observer,
                      const std::stop_token& stop) {
  AutoencoderTraining(stage, options, observer, stop).run();
}

}  // namespace hipwright::nets
