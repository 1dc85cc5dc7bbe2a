// A DiffusionModel without networks whose results are known: a sphere in the CT comes out as the same sphere's field.
//
// encode    averages f x f x f voxels into channel 0; the other channels are 0.
// predict   gives exactly the output (of the profile's prediction type) whose denoised estimate is the target: under a
//           condition the same posterior mean as the condition, without one the constant -1. So at guidance w the
//           denoised estimate is -1 + w (c + 1) in unscaled units, at every step, whatever the noise.
// decode    enlarges channel 0 linearly, extrapolating at the borders: exact for linear fields in every window.
//
// With a CT of sphereCt (sphere_case.h) the final field is the sphere's distance in units of `unitMm`, clamped to [-1,
// 1].
#pragma once

#include "engine/core/model_profile.h"
#include "engine/diffusion/diffusion_model.h"
#include "engine/diffusion/schedule.h"

#include <chrono>
#include <functional>

namespace hipwright::test {

enum class FakeCall { Encode, Predict, Decode, Noise };

/// Called at the start of every call with its kind, its number among all calls (from 0) and the call's stop token.
using FakeHook = std::function<void(FakeCall call, int number, const std::stop_token& stop)>;

/// Ready-made hooks. `number` counts the calls of `call`'s kind, from 0.
FakeHook throwAt(FakeCall call, int number);                          ///< Error(DeviceFailed)
FakeHook runOutAt(FakeCall call, int number, int times = 1);          ///< Error(OutOfMemory), in so many calls
FakeHook blockAt(FakeCall call, int number);                          ///< until the token is stopped
FakeHook stopAt(FakeCall call, int number, std::stop_source source);  ///< requests the stop itself
FakeHook delayEach(std::chrono::milliseconds delay);

struct FakeModelOptions {
  LatentScaling condition{1.5, 0.25};
  LatentScaling implant{0.8, -0.5};
  int maxBatch = 1;  ///< windowBatch() never exceeds it
  std::string device = "cpu";
  FakeHook hook{};  ///< may be empty
  std::vector<std::string> notices{};
};

struct FakeCallCounts {
  int encode = 0, predict = 0, decode = 0, noise = 0;
  int freed = 0;
  int windows = 0;  ///< encoded and decoded arrays in all
  int total() const { return encode + predict + decode + noise; }
};

class FakeModel : public DiffusionModel {
 public:
  explicit FakeModel(const ModelProfile& profile, FakeModelOptions options = {});

  const ModelInfo& info() const override { return m_info; }
  LatentScaling conditionScaling() const override { return m_options.condition; }
  LatentScaling implantScaling() const override { return m_options.implant; }
  int windowBatch(int requested) const override;

  std::vector<Latent> encode(std::span<const Tensor4> images, const std::stop_token& stop) override;
  std::vector<Latent> predict(const Latent& noisy, std::span<const Latent* const> conditions, int timestep,
                              const std::stop_token& stop) override;
  std::vector<Tensor4> decode(std::span<const Latent> latents, const std::stop_token& stop) override;
  Latent noise(const std::array<std::int64_t, 4>& shape, std::int64_t seed, NoiseSource source) override;

  /// Read it while no call is running.
  const FakeCallCounts& calls() const { return m_calls; }

  /// The scaled latent that the estimate under `condition` (null: none) is.
  Latent target(const Latent* condition, const std::array<std::int64_t, 4>& shape) const;

  void freeMemory() override { ++m_calls.freed; }

 private:
  void enter(FakeCall call, int& count, const std::stop_token& stop);

  ModelProfile m_profile;
  NoiseSchedule m_schedule;
  FakeModelOptions m_options;
  ModelInfo m_info;
  FakeCallCounts m_calls;
};

/// The reference's profile with a 16-voxel window, so that small volumes have several windows.
ModelProfile smallProfile();

}  // namespace hipwright::test
