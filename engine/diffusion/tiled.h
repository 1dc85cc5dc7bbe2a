// Encoding and decoding a whole padded image, in windows or at once.
#pragma once

#include "engine/core/events.h"
#include "engine/core/model_profile.h"
#include "engine/diffusion/diffusion_model.h"

#include <stop_token>

namespace hipwright {

struct TilingOptions {
  bool tiled = true;       ///< false: the whole volume in one call
  int windowBatch = 4;     ///< windows per call asked for by the user (--sw)
};

/// Posterior mean of a padded, normalised image (1, X, Y, Z), unscaled: (L, X/f, Y/f, Z/f).
Latent encodeImage(DiffusionModel& model, const Tensor4& image, const ModelProfile& profile, const TilingOptions& options,
                   const PhaseProgress& progress, const std::stop_token& stop);

/// Distance field (1, X, Y, Z) of a scaled implant latent, as the diffusion loop leaves it.
Tensor4 decodeLatent(DiffusionModel& model, const Latent& latent, const ModelProfile& profile, const TilingOptions& options,
                     const PhaseProgress& progress, const std::stop_token& stop);

}  // namespace hipwright
