// The noise schedule and the DDIM sampler (Song et al. 2021, arXiv 2010.02502, eta = 0), as in the reference.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/core/volume.h"

#include <vector>

namespace hipwright {

/// "Scaled linear" betas and their cumulative product of alphas, as float32 with a double accumulator (the reference's).
class NoiseSchedule {
 public:
  explicit NoiseSchedule(const SchedulerProfile& profile);

  const std::vector<float>& betas() const { return m_betas; }
  const std::vector<float>& alphasCumprod() const { return m_alphasCumprod; }

  /// Timesteps in falling order for `steps` (1 to numTrainTimesteps). Leading: i * (T / steps); Linspace: T-1 down to 0,
  /// rounded. Throws Error(BadRequest).
  std::vector<int> timesteps(int steps) const;

  const SchedulerProfile& profile() const { return m_profile; }

 private:
  SchedulerProfile m_profile;
  std::vector<float> m_betas;
  std::vector<float> m_alphasCumprod;
};

/// Result of one DDIM step: the latent for the next step, and the denoised estimate (x0) it goes towards.
struct SamplerStep {
  Latent next;
  Latent denoised;
};

/// One DDIM step from timestep t to `previous` (below 0: to the clean sample). `output` is what the network gave, read
/// according to the profile's prediction type. Computed in float32, as in the reference. Any thread.
SamplerStep ddimStep(const NoiseSchedule& schedule, const Latent& sample, const Latent& output, int t, int previous);

}  // namespace hipwright
