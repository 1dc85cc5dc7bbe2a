#include "engine/diffusion/denoise.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/diffusion/guidance.h"
#include "engine/diffusion/tensor_window.h"

#include <chrono>
#include <cmath>
#include <utility>

namespace hipwright {
namespace {

double rmsDifference(const Latent& a, const Latent& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.values.size(); ++i) {
    const double d = static_cast<double>(a.values[i]) - b.values[i];
    sum += d * d;
  }
  return std::sqrt(sum / static_cast<double>(a.values.size()));
}

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Mixes the predictions of conditionsFor(Guided), or passes the only one on.
SamplerStep stepFrom(const NoiseSchedule& schedule, const Latent& latent, const std::vector<Latent>& predictions,
                     double guidance, std::pair<int, int> fromTo) {
  if (predictions.size() == 1) return ddimStep(schedule, latent, predictions[0], fromTo.first, fromTo.second);
  const Latent mixed = combineGuided(predictions[1], predictions[0], guidance);
  return ddimStep(schedule, latent, mixed, fromTo.first, fromTo.second);
}

}  // namespace

Latent denoise(DiffusionModel& model, const NoiseSchedule& schedule, const Latent& noise, const Latent& condition,
               const DenoiseOptions& options, const DenoiseObserver& observer, const std::stop_token& stop) {
  const std::vector<int> timesteps = schedule.timesteps(options.steps);
  if (noise.shape != condition.shape || noise.values.empty())
    throw Error(ErrorCode::Internal, {{"reason", "the noise and the condition have different shapes"}});
  const std::vector<const Latent*> conditions = conditionsFor(guidanceMode(options.guidance), condition);

  Latent latent = noise;
  Latent denoised;
  for (int i = 0; i < options.steps; ++i) {
    throwIfStopped(stop);
    const auto start = std::chrono::steady_clock::now();
    const int t = timesteps[i];
    const std::vector<Latent> predictions = model.predict(latent, conditions, t, stop);
    if (predictions.size() != conditions.size())
      throw Error(ErrorCode::Internal, {{"reason", "the network gave another number of predictions than asked for"}});
    for (const Latent& p : predictions) checkModelOutput(p, noise.shape, "denoising step " + std::to_string(i + 1));
    // The next timestep of the list is t - T / steps for leading spacing, and right for any other spacing too.
    const int previous = i + 1 < options.steps ? timesteps[i + 1] : -1;
    SamplerStep step = stepFrom(schedule, latent, predictions, options.guidance, {t, previous});
    const double change = i == 0 ? 0 : rmsDifference(step.denoised, denoised);
    latent = std::move(step.next);
    denoised = std::move(step.denoised);
    if (observer) observer({i, t, latent, denoised, predictions, change, secondsSince(start)});
  }
  return latent;
}

}  // namespace hipwright
