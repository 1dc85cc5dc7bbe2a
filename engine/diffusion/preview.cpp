#include "engine/diffusion/preview.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/diffusion/tensor_window.h"

#include <algorithm>

namespace hipwright {

std::vector<int> stageIndices(int steps) {
  std::vector<int> out{0};
  for (int gap = 10; out.back() + gap < steps; gap += 10) out.push_back(out.back() + gap);
  return out;
}

std::vector<int> previewIndices(int steps, int frames) {
  const int count = std::clamp(frames, 0, std::max(steps, 0));
  std::vector<int> out;
  for (int i = 1; i <= count; ++i)
    out.push_back(static_cast<int>((static_cast<std::int64_t>(i) * steps + count / 2) / count) - 1);
  return out;
}

PreviewPlane decodePreviewPlane(DiffusionModel& model, const Latent& latent, const ModelProfile& profile, int axis,
                                std::int64_t plane, const std::stop_token& stop) {
  throwIfStopped(stop);
  const std::int64_t f = profile.vae.downsampling();
  Index3 size = latent.gridSize();
  const std::int64_t voxel = std::clamp<std::int64_t>(plane, 0, size[axis] * f - 1);
  const std::int64_t slab = std::min(2 * kPreviewMargin + 1, size[axis]);
  Index3 corner{0, 0, 0};
  corner[axis] = std::clamp<std::int64_t>(voxel / f - kPreviewMargin, 0, size[axis] - slab);
  size[axis] = slab;

  const Latent z = unscaledLatent(cutWindow(latent, corner, size), model.implantScaling());
  const std::vector<Tensor4> fields = model.decode(std::span(&z, 1), stop);
  if (fields.size() != 1)
    throw Error(ErrorCode::Internal, {{"reason", "the network gave another number of volumes than it was given"}});
  checkModelOutput(fields[0], {1, size[0] * f, size[1] * f, size[2] * f}, "decoding a preview");

  Index3 cut{0, 0, 0};
  cut[axis] = voxel - corner[axis] * f;
  Index3 thin = fields[0].gridSize();
  thin[axis] = 1;
  return {cutWindow(fields[0], cut, thin), static_cast<int>(slab)};
}

}  // namespace hipwright
