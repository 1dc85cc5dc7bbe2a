// The networks as the pipeline sees them: encode, predict, decode. Implemented with LibTorch in engine/torch and by a fake
// in the tests, so that everything else builds and is tested without torch.
#pragma once

#include "engine/core/volume.h"

#include <array>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright {

/// Turns a VAE's posterior mean z into what the diffusion network sees: (z - mean) * scale.
struct LatentScaling {
  double scale = 1;
  double mean = 0;
};

enum class DeviceChoice { Auto, Cpu, Cuda };

struct ComputeOptions {
  DeviceChoice device = DeviceChoice::Auto;
  bool amp = true;          ///< fp16 or bf16 where it is faster; else fp32 with a notice
  int threads = 0;          ///< CPU threads; 0 for one per processor
  bool plainOperations = false;   ///< the differentiable operation table: the benchmark's baseline
};

/// What the model runs on, for run.json and the console.
struct ModelInfo {
  std::string device;       ///< "cpu" or "cuda:0"
  std::string deviceName;   ///< the processor's or GPU's own name
  std::string precision;    ///< "fp32", "bf16" or "fp16": what is really used
  std::string library;      ///< for example "LibTorch 1.13.1"
  int threads = 1;
  bool emaWeights = false;
  std::vector<std::string> notices;   ///< one sentence each, for the user
};

enum class NoiseSource { Cpu, Device };

/// Not thread-safe: one thread at a time. Every call checks `stop` at least before each convolution and throws Cancelled.
/// Throws Error(OutOfMemory | DeviceFailed). All arrays are on the CPU, in (C, X, Y, Z) order.
class DiffusionModel {
 public:
  virtual ~DiffusionModel() = default;

  virtual const ModelInfo& info() const = 0;
  virtual LatentScaling conditionScaling() const = 0;   ///< of the pre-operative VAE
  virtual LatentScaling implantScaling() const = 0;     ///< of the implant VAE

  /// How many windows to give in one call when the user asks for `requested`. A CPU gains nothing from more than one.
  virtual int windowBatch(int requested) const = 0;

  /// Posterior means of pre-operative images (1, X, Y, Z): (L, X/f, Y/f, Z/f) each. All images have the same shape.
  virtual std::vector<Latent> encode(std::span<const Tensor4> images, const std::stop_token& stop) = 0;

  /// The network's output (noise, sample or velocity, as the profile says) for one noisy latent under each condition.
  /// A null condition is the unconditional one (zeros). `timestep` is t of the training schedule.
  virtual std::vector<Latent> predict(const Latent& noisy, std::span<const Latent* const> conditions, int timestep,
                                      const std::stop_token& stop) = 0;

  /// Distance fields (1, X, Y, Z) of unscaled implant latents (L, X/f, Y/f, Z/f). All latents have the same shape.
  virtual std::vector<Tensor4> decode(std::span<const Latent> latents, const std::stop_token& stop) = 0;

  /// Gives back what is kept for later calls; worth it when memory has run out. The networks stay.
  virtual void freeMemory() {}

  /// Standard normal noise. Cpu: torch's CPU generator, the same numbers on every device.
  virtual Latent noise(const std::array<std::int64_t, 4>& shape, std::int64_t seed, NoiseSource source) = 0;
};

}  // namespace hipwright
