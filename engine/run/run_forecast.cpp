#include "engine/run/run_forecast.h"

#include "engine/core/platform.h"
#include "engine/diffusion/guidance.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/window_plan.h"
#include "engine/prepare/prepare.h"
#include "engine/run/network_memory.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace hipwright {
namespace {

constexpr double kFloat = sizeof(float);

// Measured: the program with its libraries before any work, and what the allocator keeps of freed blocks once the
// networks have run.
constexpr double kProgramBytes = 195e6;
constexpr double kKeptBytes = 70e6;

double voxels(const Index3& size) { return static_cast<double>(product(size)); }

Index3 dividedBy(const Index3& n, std::int64_t f) { return {n[0] / f, n[1] / f, n[2] / f}; }

/// Everything the phases are added up from, in bytes.
class Parts {
 public:
  Parts(const RunRequest& request, const ModelProfile& profile, const ForecastGrids& grids,
        const ForecastMachine& machine)
      : m_request(request),
        m_profile(profile),
        m_grids(grids),
        m_onGpu(machine.device != "cpu"),
        m_valueBytes(machine.precision == "fp32" ? 4 : 2),
        m_window(request.tiled ? profile.window.size : grids.padded) {}

  /// Program, CT, weights on disk as they are mapped, and the networks.
  double loaded() const {
    double parameters = 0;
    for (const NetworkMemory& network : networksOf()) parameters += network.parameters;
    return kProgramBytes + kFloat * voxels(m_grids.ct) + networks() + parameters * kFloat;
  }

  double networks() const {
    if (m_onGpu) return 0;
    double weights = 0;
    for (const NetworkMemory& network : networksOf()) weights += network.weights;
    return weights;
  }

  double view() const { return m_grids.same ? 0 : kFloat * voxels(m_grids.view); }
  double image() const { return kFloat * voxels(m_grids.padded); }

  double encode() const {
    return image() + windowArrays() + activations(encoderMemory(m_profile.vae, m_window, m_valueBytes));
  }

  double denoise() const {
    const Index3 latent = dividedBy(m_grids.padded, m_profile.vae.downsampling());
    const double arrays = 8 * kFloat * m_profile.vae.latentChannels * voxels(latent);
    const double network = activations(unetMemory(m_profile, latent, m_valueBytes));
    return kKeptBytes + arrays + std::max({network, stage(), preview()});
  }

  /// Sum and weights of the windows, or the one field; then the field cut to the case beside it.
  double decode() const {
    const double blended = m_request.tiled ? 2 * image() + kFloat * voxels(m_window) : image();
    const double network = activations(decoderMemory(m_profile.vae, latentWindow(), m_valueBytes));
    return kKeptBytes + blended + std::max(windowArrays() + network, kFloat * voxels(m_grids.view)) + strip();
  }

  /// The field on the model's grid and on the case's, the CT with it, and the small fields of the strip.
  double write() const { return kKeptBytes + kFloat * (voxels(m_grids.view) + 2 * voxels(m_grids.ct)) + strip(); }

 private:
  std::array<NetworkMemory, 3> networksOf() const {
    return {encoderMemory(m_profile.vae, m_window, m_valueBytes),
            decoderMemory(m_profile.vae, latentWindow(), m_valueBytes),
            unetMemory(m_profile, latentWindow(), m_valueBytes)};
  }

  Index3 latentWindow() const { return dividedBy(m_window, m_profile.vae.downsampling()); }
  double activations(const NetworkMemory& network) const { return m_onGpu ? 0 : network.activations; }

  /// Windows as they are cut out of the image, or as the network gives them back.
  double windowArrays() const {
    if (!m_request.tiled) return 0;
    return (m_onGpu ? m_request.sw : 1) * kFloat * voxels(m_window);
  }

  double strip() const {
    if (!m_request.summary) return 0;
    return static_cast<double>(stageIndices(m_request.ts).size()) * voxels(m_grids.view);
  }

  /// Beside what the allocator keeps, which denoising counts itself.
  double stage() const { return m_request.summary ? std::max(decode(), write()) - kKeptBytes : 0; }

  double preview() const {
    if (m_request.preview == 0) return 0;
    Index3 slab = dividedBy(m_grids.padded, m_profile.vae.downsampling());
    slab[1] = std::min<std::int64_t>(slab[1], 2 * kPreviewMargin + 1);
    return activations(decoderMemory(m_profile.vae, slab, m_valueBytes));
  }

  const RunRequest& m_request;
  const ModelProfile& m_profile;
  const ForecastGrids& m_grids;
  bool m_onGpu;
  int m_valueBytes;
  Index3 m_window;
};

double unetCost(const UnetProfile& unet) { return std::pow(unet.channels.front() / 64.0, 2); }
double vaeCost(const VaeProfile& vae) { return std::pow(vae.channels.front() / 32.0, 2); }

double secondsOf(const RunRequest& request, const ModelProfile& profile, const Index3& grid, ForecastFrom from) {
  // Measured with the reference's networks on two processors, for one window of 128 voxels.
  constexpr double kEncode = 5.2, kDecode = 8.5, kStep = 2.25, kReferenceLatents = 40.0 * 36 * 44;
  constexpr double kCube = 128.0 * 128 * 128;
  const bool tiled = request.tiled;
  const double windows =
      tiled ? static_cast<double>(windowCorners(grid, profile.window.size, profile.window.overlap).size()) : 1;
  const double share = voxels(tiled ? profile.window.size : grid) / kCube * vaeCost(profile.vae);
  const double latents = voxels(dividedBy(grid, profile.vae.downsampling()));
  const double passes = guidanceMode(request.cfg) == GuidanceMode::Guided ? 2 : 1;
  const double decodes = 1 + (request.summary ? static_cast<double>(stageIndices(request.ts).size()) : 0);
  const double decoding = windows * share * decodes * kDecode;
  if (from == ForecastFrom::Latents) return decoding;
  return (from == ForecastFrom::Start ? windows * share * kEncode : 0) + decoding +
         request.ts * passes * kStep * latents / kReferenceLatents * unetCost(profile.unet);
}

}  // namespace

ForecastMachine ForecastMachine::expected(const RunRequest& request, bool hasCuda) {
  if (request.device == DeviceChoice::Cuda || (request.device == DeviceChoice::Auto && hasCuda))
    return {"cuda", request.amp ? "fp16" : "fp32"};
  return {"cpu", request.amp && platform::processorHasBf16() ? "bf16" : "fp32"};
}

ForecastGrids ForecastGrids::of(const Geometry& ct, const ModelGrid& grid, const ModelProfile& profile) {
  return {ct.size, grid.geometry.size, paddedGrid(grid.geometry.size, profile), grid.fit == GridFit::Own};
}

Index3 paddedGrid(const Index3& size, const ModelProfile& profile) {
  Index3 grid{};
  for (int axis = 0; axis < 3; ++axis)
    grid[axis] = axisPadding(size[axis], profile.window.size[axis], profile.input.padMultiple).padded();
  return grid;
}

RunForecast forecastRun(const RunRequest& request, const ModelProfile& profile, const ForecastGrids& grids,
                        const ForecastMachine& machine, ForecastFrom from) {
  const Parts parts(request, profile, grids, machine);
  const double there = parts.loaded() + parts.view();
  RunForecast out;
  out.bytes = {{Phase::Prepare, there + parts.image()},
               {Phase::Decode, there + parts.decode()},
               {Phase::Write, there + parts.write()}};
  if (from == ForecastFrom::Start) out.bytes[Phase::Encode] = there + parts.encode();
  if (from != ForecastFrom::Latents) out.bytes[Phase::Denoise] = there + parts.denoise();
  for (const auto& [phase, bytes] : out.bytes)
    if (bytes > out.bytes[out.phase]) out.phase = phase;
  out.more = out.peak() - parts.loaded();
  out.networks = parts.networks();
  out.seconds = secondsOf(request, profile, grids.padded, from);
  return out;
}

std::string memoryText(double bytes) {
  char text[32];
  if (bytes >= 1e9)
    std::snprintf(text, sizeof text, "%.1f GB", bytes / 1e9);
  else
    std::snprintf(text, sizeof text, "%.0f MB", bytes / 1e6);
  return text;
}

}  // namespace hipwright
