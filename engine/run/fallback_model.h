// A model that goes on when memory runs out: what is kept for later is given back, then the networks take one input at
// a time, then the processor computes. Tiling and windows stay, so the result stays what was asked for.
#pragma once

#include "engine/diffusion/diffusion_model.h"

#include <functional>
#include <memory>
#include <optional>

namespace hipwright {

/// Freed: memory was given back, and the same is tried again (a processor's only rung).
enum class MemoryRung { Freed, OneAtATime, Processor };

struct MemoryStep {
  MemoryRung rung{};
  std::string phase;  ///< what memory ran out in: "encoding"
};

/// Whom a model asks and tells when memory runs out. Both may be empty.
struct MemoryWatch {
  /// Throws if the run would not fit on the processor either; asked before the device is given up. `phase` as above.
  std::function<void(const std::string& phase)> allowProcessor{};
  /// Hears of every step down once it is taken and before the work is tried again.
  std::function<void(const MemoryStep&)> told{};
};

/// Throws as the model below it does; Error(OutOfMemory) once there is no rung left, and what the watch throws. One
/// thread at a time.
class FallbackModel final : public DiffusionModel {
 public:
  using Loader = std::function<std::unique_ptr<DiffusionModel>()>;

  explicit FallbackModel(std::unique_ptr<DiffusionModel> model);

  /// How to build the same networks for the processor. Called at most once, during a call of the model.
  void setProcessorLoader(Loader loader) { m_processorLoader = std::move(loader); }

  void watch(MemoryWatch watch) { m_watch = std::move(watch); }

  /// While such an object lives, the model stays where it is: a picture on the way is not worth the device.
  class Staying {
   public:
    explicit Staying(FallbackModel& model) : m_model(model) { m_model.m_stays = true; }
    ~Staying() { m_model.m_stays = false; }
    Staying(const Staying&) = delete;
    Staying& operator=(const Staying&) = delete;

   private:
    FallbackModel& m_model;
  };

  /// Back to batches for a new run.
  void takeBatches() { m_oneAtATime = false; }

  /// True once it computes elsewhere than it was built for, or not at all: a new run needs a new model.
  bool moved() const { return m_moved; }

  const ModelInfo& info() const override { return m_info; }
  LatentScaling conditionScaling() const override { return m_conditionScaling; }
  LatentScaling implantScaling() const override { return m_implantScaling; }
  int windowBatch(int requested) const override;
  void freeMemory() override;

  std::vector<Latent> encode(std::span<const Tensor4> images, const std::stop_token& stop) override;
  std::vector<Latent> predict(const Latent& noisy, std::span<const Latent* const> conditions, int timestep,
                              const std::stop_token& stop) override;
  std::vector<Tensor4> decode(std::span<const Latent> latents, const std::stop_token& stop) override;
  Latent noise(const std::array<std::int64_t, 4>& shape, std::int64_t seed, NoiseSource source) override;

 private:
  template <class Input, class Call>
  auto steadily(std::span<Input> inputs, const std::string& phase, const Call& call);
  template <class Input, class Call>
  auto attempt(std::span<Input> inputs, const Call& call);

  DiffusionModel& model();
  bool onProcessor() const { return m_info.device == "cpu"; }
  void keepFacts();
  void stepDown(MemoryRung rung, const std::string& phase);
  void moveToProcessor(const std::string& phase);

  std::unique_ptr<DiffusionModel> m_model;  ///< none after a move that failed
  Loader m_processorLoader;
  MemoryWatch m_watch;
  ModelInfo m_info;
  LatentScaling m_conditionScaling, m_implantScaling;
  bool m_oneAtATime = false;
  bool m_moved = false;
  bool m_stays = false;
};

/// "Memory ran out in encoding; it goes on with one window at a time."
std::string textOf(const MemoryStep& step);

}  // namespace hipwright
