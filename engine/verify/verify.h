// The proof that this program computes what the reference computes: a reference case run stage by stage.
#pragma once

#include "engine/diffusion/diffusion_model.h"
#include "engine/weights/checkpoint.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright {

struct ModelProfile;

/// How far one stage is from the reference, as the largest absolute difference.
struct StageDeviation {
  std::string stage;     ///< for example "run cfg3.5, step 4 of 7: prediction"
  double maxAbs = 0;     ///< infinite if a shape differs or a value is not a number
  double tolerance = 0;  ///< of a 32-bit port
  double seconds = 0;    ///< wall time since the stage before

  bool passed() const { return maxAbs <= tolerance; }
};

struct CaseCheckpoints {
  Checkpoint vaePre;
  Checkpoint vaeMetal;
  Checkpoint ldm;
};

/// Builds the model under test in 32-bit precision; injected, so that this layer does not know the library behind it.
using CaseModelLoader = std::function<std::unique_ptr<DiffusionModel>(const ModelProfile&, const CaseCheckpoints&)>;

using StageObserver = std::function<void(const StageDeviation&)>;

/// Every stage of the case in the order of the pipeline; `observer` (may be empty) is called after each. A stage beyond
/// its tolerance is reported, not thrown, and later stages still run. Each run is checked twice: step by step from the
/// reference's own latents, and freely from the seed to the fused CT.
/// Throws Error(BadGoldenCase | ...) if the case cannot be read, whatever the loader throws, and Cancelled.
std::vector<StageDeviation> verifyCase(const std::filesystem::path& folder, const CaseModelLoader& loader,
                                       const StageObserver& observer, const std::stop_token& stop);

bool allPassed(const std::vector<StageDeviation>& stages);

}  // namespace hipwright
