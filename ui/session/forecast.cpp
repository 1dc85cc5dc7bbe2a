#include "ui/session/forecast.h"

#include "engine/diffusion/guidance.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/window_plan.h"
#include "engine/prepare/prepare.h"

#include <cmath>

namespace hipwright {
namespace {

double unetCost(const UnetProfile& unet) { return std::pow(unet.channels.front() / 64.0, 2); }
double vaeCost(const VaeProfile& vae) { return std::pow(vae.channels.front() / 32.0, 2); }

}  // namespace

Index3 paddedGrid(const Index3& size, const ModelProfile& profile) {
  Index3 grid{};
  for (int axis = 0; axis < 3; ++axis)
    grid[axis] = axisPadding(size[axis], profile.window.size[axis], profile.input.padMultiple).padded();
  return grid;
}

Forecast forecast(const Index3& grid, const ModelProfile& profile, const RunRequest& request, double speed) {
  // Measured with the reference's networks on two processors: seconds and bytes for one window of 128 voxels.
  constexpr double kEncode = 5.2, kDecode = 8.5, kStep = 2.25, kReferenceLatents = 40.0 * 36 * 44;
  constexpr double kDecodeBytes = 1.7e9, kFixedBytes = 0.6e9, kCube = 128.0 * 128 * 128;
  const double voxels = static_cast<double>(product(grid));
  double windowVoxels = voxels;
  double windows = 1;
  if (request.tiled) {
    windows = static_cast<double>(windowCorners(grid, profile.window.size, profile.window.overlap).size());
    windowVoxels = static_cast<double>(product(profile.window.size));
  }
  const double share = windowVoxels / kCube * vaeCost(profile.vae);
  const double factor = profile.vae.downsampling();
  const double latents = voxels / (factor * factor * factor);
  const double passes = guidanceMode(request.cfg) == GuidanceMode::Guided ? 2 : 1;
  const double decodes = 1 + (request.summary ? static_cast<double>(stageIndices(request.ts).size()) : 0);
  Forecast f;
  f.seconds = windows * share * (kEncode + decodes * kDecode) +
              request.ts * passes * kStep * latents / kReferenceLatents * unetCost(profile.unet);
  f.seconds *= speed;
  f.bytes = kFixedBytes + share * kDecodeBytes + 8.0 * voxels * sizeof(float);
  return f;
}

}  // namespace hipwright
