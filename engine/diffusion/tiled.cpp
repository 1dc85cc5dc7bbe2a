#include "engine/diffusion/tiled.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/window_plan.h"

#include <algorithm>
#include <string>

namespace hipwright {
namespace {

/// One pass of a network over a grid: in windows where `corners` has several, else at once.
struct Tiling {
  const Tensor4* input = nullptr;
  std::vector<Index3> corners;  ///< on the input grid
  Index3 window{};              ///< on the input grid
  std::vector<Index3> outputCorners;
  int batch = 1;
};

Index3 dividedBy(const Index3& n, std::int64_t f) { return {n[0] / f, n[1] / f, n[2] / f}; }
Index3 times(const Index3& n, std::int64_t f) { return {n[0] * f, n[1] * f, n[2] * f}; }
std::array<std::int64_t, 4> shapeOf(std::int64_t channels, const Index3& n) { return {channels, n[0], n[1], n[2]}; }

void checkDivisible(const Index3& n, std::int64_t f) {
  for (const auto v : n)
    if (v < 1 || v % f != 0)
      throw Error(ErrorCode::BadLatentShape,
                  {{"reason", "a side of " + std::to_string(v) + " voxels is not a multiple of " + std::to_string(f)}});
}

/// Runs `network` over batches of windows and hands each checked result to `take(window, index)`.
template <typename Network, typename Take>
void forEachWindow(const Tiling& tiling, const PhaseProgress& progress, const std::stop_token& stop, Network network,
                   Take take) {
  const std::size_t total = tiling.corners.size();
  const auto batch = static_cast<std::size_t>(std::max(tiling.batch, 1));
  for (std::size_t first = 0; first < total; first += batch) {
    throwIfStopped(stop);
    const std::size_t last = std::min(first + batch, total);
    std::vector<Tensor4> inputs;
    for (std::size_t i = first; i < last; ++i)
      inputs.push_back(cutWindow(*tiling.input, tiling.corners[i], tiling.window));
    const std::vector<Tensor4> outputs = network(inputs);
    if (outputs.size() != inputs.size())
      throw Error(ErrorCode::Internal, {{"reason", "the network gave another number of windows than it was given"}});
    for (std::size_t i = first; i < last; ++i) {
      take(outputs[i - first], i);
      if (progress) progress(static_cast<int>(i + 1), static_cast<int>(total));
    }
  }
}

/// The whole grid in one call.
template <typename Network>
Tensor4 atOnce(const Tensor4& input, const PhaseProgress& progress, const std::stop_token& stop, Network network) {
  throwIfStopped(stop);
  std::vector<Tensor4> outputs = network(std::span(&input, 1));
  if (outputs.size() != 1)
    throw Error(ErrorCode::Internal, {{"reason", "the network gave another number of volumes than it was given"}});
  if (progress) progress(1, 1);
  return std::move(outputs.front());
}

/// Windows over a grid, blended with `weights` (of one window on the output grid) into `outputShape`.
template <typename Network>
Tensor4 blended(const Tiling& tiling, const Tensor4& weights, const std::array<std::int64_t, 4>& outputShape,
                std::string_view phase, const PhaseProgress& progress, const std::stop_token& stop, Network network) {
  WindowBlender blender(static_cast<int>(outputShape[0]), {outputShape[1], outputShape[2], outputShape[3]}, weights);
  forEachWindow(tiling, progress, stop, network, [&](const Tensor4& window, std::size_t i) {
    checkModelOutput(window, shapeOf(outputShape[0], weights.gridSize()), phase);
    blender.add(window, tiling.outputCorners[i]);
  });
  return blender.take();
}

}  // namespace

Latent encodeImage(DiffusionModel& model, const Tensor4& image, const ModelProfile& profile,
                   const TilingOptions& options, const PhaseProgress& progress, const std::stop_token& stop) {
  const std::int64_t f = profile.vae.downsampling();
  const Index3 grid = image.gridSize();
  checkDivisible(grid, f);
  const auto network = [&](std::span<const Tensor4> images) { return model.encode(images, stop); };
  const auto shape = shapeOf(profile.vae.latentChannels, dividedBy(grid, f));
  if (!options.tiled) {
    Latent z = atOnce(image, progress, stop, network);
    checkModelOutput(z, shape, "encoding");
    return z;
  }
  Tiling tiling{&image,
                windowCorners(grid, profile.window.size, profile.window.overlap),
                profile.window.size,
                {},
                model.windowBatch(options.windowBatch)};
  // Integer division truncates, as MONAI does with start * zoom. Truncated starts never leave a gap.
  for (const Index3& corner : tiling.corners) tiling.outputCorners.push_back(dividedBy(corner, f));
  const Tensor4 weights = resampleNearestExact(gaussianWeights(tiling.window), dividedBy(tiling.window, f));
  return blended(tiling, weights, shape, "encoding", progress, stop, network);
}

Tensor4 decodeLatent(DiffusionModel& model, const Latent& latent, const ModelProfile& profile,
                     const TilingOptions& options, const PhaseProgress& progress, const std::stop_token& stop) {
  const std::int64_t f = profile.vae.downsampling();
  const Latent z = unscaledLatent(latent, model.implantScaling());
  const auto network = [&](std::span<const Tensor4> latents) { return model.decode(latents, stop); };
  const auto shape = shapeOf(1, times(z.gridSize(), f));
  if (!options.tiled) {
    Tensor4 field = atOnce(z, progress, stop, network);
    checkModelOutput(field, shape, "decoding");
    return field;
  }
  checkDivisible(profile.window.size, f);
  const Index3 window = dividedBy(profile.window.size, f);
  Tiling tiling{&z,
                windowCorners(z.gridSize(), window, profile.window.overlap),
                window,
                {},
                model.windowBatch(options.windowBatch)};
  for (const Index3& corner : tiling.corners) tiling.outputCorners.push_back(times(corner, f));
  const Tensor4 weights = resampleNearestExact(gaussianWeights(window), times(window, f));
  return blended(tiling, weights, shape, "decoding", progress, stop, network);
}

}  // namespace hipwright
