// When to show the denoised estimate, and a fast approximation of one plane of it.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/diffusion/diffusion_model.h"

#include <stop_token>
#include <vector>

namespace hipwright {

/// The reference's stage indices below `steps`: 0, 10, 30, 60, 100, 150, ...
std::vector<int> stageIndices(int steps);

/// About `frames` steps spread evenly over the run, the last step included, rising, without repetition.
std::vector<int> previewIndices(int steps, int frames);

/// Latent planes decoded on either side of the one that holds the picture's plane. Against the full decode of the
/// golden case A, pixels on the wrong side of the surface in the middle plane: margin 1: 12 %, 2: 3.0 %, 3: 2.4 %,
/// 4: 2.4 %; the cost grows in proportion to 2 * margin + 1.
inline constexpr std::int64_t kPreviewMargin = 2;

/// One decoded plane of the model grid perpendicular to an index axis.
struct PreviewPlane {
  Tensor4 field;         ///< (1, X, Y, Z) with size 1 along the axis
  int latentPlanes = 0;  ///< how many latent planes were decoded for it
};

/// Decodes a slab of latent planes around `plane` (a voxel index of the padded model grid along `axis`, 0 to 2) in one
/// call and cuts the plane out. `latent` is scaled, as the diffusion loop leaves it; `plane` is clamped to the grid. An
/// approximation: normalisation statistics of the slab are not those of the full windows.
PreviewPlane decodePreviewPlane(DiffusionModel& model, const Latent& latent, const ModelProfile& profile, int axis,
                                std::int64_t plane, const std::stop_token& stop);

}  // namespace hipwright
