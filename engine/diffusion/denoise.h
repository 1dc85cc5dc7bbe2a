// The denoising loop: from noise to a clean latent, one callback per step.
#pragma once

#include "engine/diffusion/diffusion_model.h"
#include "engine/diffusion/schedule.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace hipwright {

struct DenoiseOptions {
  int steps = 50;       ///< 1 to the schedule's number of training timesteps
  double guidance = 1;  ///< classifier-free guidance weight
};

/// What a step gave. The references are valid during the callback only.
struct DenoiseStep {
  int step = 0;  ///< from 0
  int timestep = 0;
  const Latent& next;
  const Latent& denoised;
  const std::vector<Latent>& predictions;  ///< raw network outputs; guided: conditional, unconditional
  double change = 0;                       ///< RMS difference of `denoised` from the step before; 0 for the first
  double seconds = 0;                      ///< wall time of the step without the callback
  double relativeChange = 0;               ///< `change` as a share of the RMS of the estimate before; 0 if that is zero
};

using DenoiseObserver = std::function<void(const DenoiseStep&)>;

/// How far a denoising is. The sampler draws nothing on the way (eta = 0), so this is all it takes to go on.
struct DenoiseState {
  int step = 0;     ///< steps done; the next one has this index
  Latent latent;    ///< what the next step starts from: the noise, or what the last step gave
  Latent denoised;  ///< the last step's estimate; empty before the first
};

/// Runs all steps and returns the final latent (scaled, as the implant VAE's latents were in training).
/// `condition` is the scaled condition latent, of the noise's shape. Throws Cancelled between steps and inside the
/// model, Error(ModelGaveNonFinite) if a prediction is not a number.
Latent denoise(DiffusionModel& model, const NoiseSchedule& schedule, const Latent& noise, const Latent& condition,
               const DenoiseOptions& options, const DenoiseObserver& observer, const std::stop_token& stop);

/// The same from where `state` is to the end, to the same bytes as without a break. Whatever is thrown, `state` is what
/// the last finished step left; a step is finished before the observer hears of it.
void denoise(DiffusionModel& model, const NoiseSchedule& schedule, DenoiseState& state, const Latent& condition,
             const DenoiseOptions& options, const DenoiseObserver& observer, const std::stop_token& stop);

}  // namespace hipwright
