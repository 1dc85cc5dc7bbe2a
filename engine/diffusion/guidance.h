// Classifier-free guidance (Ho and Salimans 2022, arXiv 2207.12598): which predictions a weight needs and how they mix.
#pragma once

#include "engine/core/volume.h"

#include <vector>

namespace hipwright {

/// 0: unconditional alone. 1: conditional alone. Anything else: u + w (c - u).
/// Between 0 and 1 this differs from the reference script on purpose, which runs those values unconditionally.
enum class GuidanceMode { Unconditional, Conditional, Guided };

GuidanceMode guidanceMode(double weight);

/// The conditions to ask the network under: `condition`, null (none), or both in this order. Borrows `condition`.
std::vector<const Latent*> conditionsFor(GuidanceMode mode, const Latent& condition);

/// u + w (c - u) in float32. Shapes are equal. Any thread.
Latent combineGuided(const Latent& unconditional, const Latent& conditional, double weight);

}  // namespace hipwright
