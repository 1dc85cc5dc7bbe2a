// Cutting boxes out of dense arrays, checking what a network gave back, and the scaling of latents.
#pragma once

#include "engine/core/volume.h"
#include "engine/diffusion/diffusion_model.h"

#include <string_view>

namespace hipwright {

/// The box of `size` voxels at `corner`, all channels. The box lies inside the tensor.
Tensor4 cutWindow(const Tensor4& tensor, const Index3& corner, const Index3& size);

/// Throws Error(ModelGaveNonFinite) naming `phase` if a value is infinite or not a number, and Error(Internal) if the
/// tensor is not of the shape the caller counts on.
void checkModelOutput(const Tensor4& tensor, const std::array<std::int64_t, 4>& shape, std::string_view phase);

/// (z - mean) * scale: a posterior mean as the diffusion network sees it. Float32, as in the reference.
Latent scaledLatent(Latent z, const LatentScaling& scaling);

/// latent / scale + mean: what the decoder expects. Float32, as in the reference.
Latent unscaledLatent(Latent latent, const LatentScaling& scaling);

}  // namespace hipwright
