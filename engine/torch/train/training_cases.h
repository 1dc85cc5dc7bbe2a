// Procedural hips as the networks see them: the normalised CT and the implant's distance field on the model grid.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/core/volume.h"

#include <cstdint>
#include <stop_token>

namespace hipwright {

/// Phantoms are right hips on their standard grid of 96 x 80 x 144 voxels of 1 mm. Seeds from kFirstUnseenSeed on are
/// never trained on: validation takes the first, evaluation and the demo take others.
inline constexpr std::uint64_t kFirstUnseenSeed = 8000000;

struct TrainingCase {
  Tensor4 image;  ///< (1, X, Y, Z), the profile's map of HU
  Tensor4 field;  ///< (1, X, Y, Z), -1 to 1, one unit is 5 mm, positive inside the metal
};

/// Throws Cancelled. Any thread.
TrainingCase makeTrainingCase(std::uint64_t seed, const ModelProfile& profile, const std::stop_token& stop);

/// The field alone, which is what the implant's autoencoder needs and costs less.
Tensor4 makeTrainingField(std::uint64_t seed, const ModelProfile& profile, const std::stop_token& stop);

}  // namespace hipwright
