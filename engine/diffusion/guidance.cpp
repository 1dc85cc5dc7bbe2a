#include "engine/diffusion/guidance.h"

namespace hipwright {

GuidanceMode guidanceMode(double weight) {
  if (weight == 0) return GuidanceMode::Unconditional;
  if (weight == 1) return GuidanceMode::Conditional;
  return GuidanceMode::Guided;
}

std::vector<const Latent*> conditionsFor(GuidanceMode mode, const Latent& condition) {
  if (mode == GuidanceMode::Unconditional) return {nullptr};
  if (mode == GuidanceMode::Conditional) return {&condition};
  return {&condition, nullptr};
}

Latent combineGuided(const Latent& unconditional, const Latent& conditional, double weight) {
  const float w = static_cast<float>(weight);
  Latent out(unconditional.shape);
  for (std::size_t i = 0; i < out.values.size(); ++i) {
    const float u = unconditional.values[i];
    out.values[i] = u + w * (conditional.values[i] - u);
  }
  return out;
}

}  // namespace hipwright
