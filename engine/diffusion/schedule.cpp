#include "engine/diffusion/schedule.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

/// A float32 ramp computed from both ends towards the middle, as torch.linspace does.
std::vector<float> ramp(float first, float last, int count) {
  std::vector<float> out(static_cast<std::size_t>(count), first);
  const float step = (last - first) / static_cast<float>(std::max(count - 1, 1));
  for (int i = 0; i < count; ++i)
    out[i] = i < count / 2 ? first + step * static_cast<float>(i) : last - step * static_cast<float>(count - 1 - i);
  return out;
}

struct Estimate {
  float denoised;
  float noise;
};

/// The clean sample and the noise that one value of a network output stands for.
struct OutputReader {
  PredictionType type;
  float signal;  ///< sqrt(alpha_t)
  float noise;   ///< sqrt(1 - alpha_t)

  Estimate operator()(float x, float output) const {
    if (type == PredictionType::Sample) return {output, (x - signal * output) / noise};
    if (type == PredictionType::V) return {signal * x - noise * output, signal * output + noise * x};
    return {(x - noise * output) / signal, output};
  }
};

}  // namespace

NoiseSchedule::NoiseSchedule(const SchedulerProfile& profile) : m_profile(profile) {
  m_betas = ramp(static_cast<float>(std::sqrt(profile.betaStart)), static_cast<float>(std::sqrt(profile.betaEnd)),
                 profile.numTrainTimesteps);
  double accumulated = 1;
  for (float& beta : m_betas) {
    beta *= beta;
    accumulated *= static_cast<double>(1.0F - beta);
    m_alphasCumprod.push_back(static_cast<float>(accumulated));
  }
}

std::vector<int> NoiseSchedule::timesteps(int steps) const {
  const int training = m_profile.numTrainTimesteps;
  if (steps < 1 || steps > training)
    throw Error(ErrorCode::BadRequest, {{"problems", "the number of steps must be between 1 and " +
                                                         std::to_string(training) + ", not " + std::to_string(steps)}});
  std::vector<int> out;
  for (int i = 0; i < steps; ++i) {
    if (m_profile.spacing == TimestepSpacing::Leading) {
      out.push_back((steps - 1 - i) * (training / steps));
    } else {
      const double position = steps == 1 ? 0 : static_cast<double>(i) / (steps - 1);
      out.push_back(static_cast<int>(std::nearbyint((training - 1) * (1 - position))));
    }
  }
  return out;
}

SamplerStep ddimStep(const NoiseSchedule& schedule, const Latent& sample, const Latent& output, int t, int previous) {
  const std::vector<float>& alphas = schedule.alphasCumprod();
  const float alpha = alphas.at(static_cast<std::size_t>(t));
  const float alphaPrevious = previous >= 0 ? alphas.at(static_cast<std::size_t>(previous)) : 1.0F;
  const OutputReader read{schedule.profile().prediction, std::sqrt(alpha), std::sqrt(1.0F - alpha)};
  const float signalPrevious = std::sqrt(alphaPrevious);
  const float noisePrevious = std::sqrt(1.0F - alphaPrevious);

  SamplerStep step{Latent(sample.shape), Latent(sample.shape)};
  for (std::size_t i = 0; i < sample.values.size(); ++i) {
    Estimate e = read(sample.values[i], output.values[i]);
    // The noise is not recomputed from the clamped estimate: neither does the reference.
    if (schedule.profile().clipSample) e.denoised = std::clamp(e.denoised, -1.0F, 1.0F);
    step.denoised.values[i] = e.denoised;
    step.next.values[i] = signalPrevious * e.denoised + noisePrevious * e.noise;
  }
  return step;
}

}  // namespace hipwright
