// Memory that one call of a network needs, counted from its shapes as the fast table of engine/torch works: tensors by
// the order in which they are made and dropped, weights in the forms they are kept in.
#pragma once

#include "engine/core/model_profile.h"

namespace hipwright {

struct NetworkMemory {
  double activations = 0;  ///< bytes, at the highest
  double weights = 0;      ///< bytes, as the network keeps them
  double parameters = 0;   ///< how many numbers the file holds
};

/// `bytes` of one value of an activation: 4 for fp32, 2 for bf16. Sizes in voxels; the profile has been checked.
NetworkMemory encoderMemory(const VaeProfile& vae, const Index3& image, int bytes);
NetworkMemory decoderMemory(const VaeProfile& vae, const Index3& latent, int bytes);
NetworkMemory unetMemory(const ModelProfile& profile, const Index3& latent, int bytes);

}  // namespace hipwright
