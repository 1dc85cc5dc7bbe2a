#include "engine/diffusion/denoise.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/diffusion/guidance.h"
#include "engine/diffusion/tensor_window.h"

#include <array>
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

double rms(const Latent& a) {
  double sum = 0;
  for (const float value : a.values) sum += static_cast<double>(value) * value;
  return std::sqrt(sum / static_cast<double>(a.values.size()));
}

/// As a share of what changed; nothing has a share of nothing.
double shareOf(const Latent& before, double change) {
  const double size = change > 0 ? rms(before) : 0;
  return size > 0 ? change / size : 0;
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
  DenoiseState state{0, noise, {}};
  denoise(model, schedule, state, condition, options, observer, stop);
  return std::move(state.latent);
}

void denoise(DiffusionModel& model, const NoiseSchedule& schedule, DenoiseState& state, const Latent& condition,
             const DenoiseOptions& options, const DenoiseObserver& observer, const std::stop_token& stop) {
  const std::vector<int> timesteps = schedule.timesteps(options.steps);
  const std::array<std::int64_t, 4> shape = state.latent.shape;
  if (shape != condition.shape || state.latent.values.empty())
    throw Error(ErrorCode::Internal, {{"reason", "the noise and the condition have different shapes"}});
  if (state.step > 0 && state.denoised.shape != shape)
    throw Error(ErrorCode::Internal, {{"reason", "the last estimate and the condition have different shapes"}});
  const std::vector<const Latent*> conditions = conditionsFor(guidanceMode(options.guidance), condition);

  while (state.step < options.steps) {
    throwIfStopped(stop);
    const auto start = std::chrono::steady_clock::now();
    const int i = state.step, t = timesteps[static_cast<std::size_t>(i)];
    const std::vector<Latent> predictions = model.predict(state.latent, conditions, t, stop);
    if (predictions.size() != conditions.size())
      throw Error(ErrorCode::Internal, {{"reason", "the network gave another number of predictions than asked for"}});
    for (const Latent& p : predictions) checkModelOutput(p, shape, "denoising step " + std::to_string(i + 1));
    // The next timestep of the list is t - T / steps for leading spacing, and right for any other spacing too.
    const int previous = i + 1 < options.steps ? timesteps[static_cast<std::size_t>(i) + 1] : -1;
    SamplerStep step = stepFrom(schedule, state.latent, predictions, options.guidance, {t, previous});
    const double change = i == 0 ? 0 : rmsDifference(step.denoised, state.denoised);
    const double share = shareOf(state.denoised, change);
    state = {i + 1, std::move(step.next), std::move(step.denoised)};
    if (observer) observer({i, t, state.latent, state.denoised, predictions, change, secondsSince(start), share});
  }
}

}  // namespace hipwright
