// What a run tells its observer while it works. Values only, so that they can be queued to another thread.
#pragma once

#include "engine/core/picture.h"
#include "engine/core/preflight_item.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace hipwright {

enum class Phase { ReadCase, LoadModel, Prepare, Encode, Denoise, Decode, Fuse, Surface, Write };

/// What the case is and what will be done with it; before any compute.
struct PreflightDone {
  std::vector<PreflightItem> items;
};

/// What the run will need, before it starts; it is refused afterwards if it cannot fit.
struct ForecastMade {
  Phase phase{};         ///< the one that needs most
  double bytes = 0;      ///< highest resident memory of the process
  double moreBytes = 0;  ///< of these, what it has not got yet
  double freeBytes = 0;  ///< 0 if unknown
  double seconds = 0;    ///< rough
};

struct RunStarted {
  std::filesystem::path folder;
  std::int64_t seed = 0;  ///< the resolved seed
  int steps = 0;
};

/// Coalesced freely by receivers; `overall` never falls and ends at 1.
struct Progress {
  Phase phase = Phase::ReadCase;
  int done = 0;  ///< windows, steps or files finished in this phase
  int total = 0;
  double overall = 0;                 ///< 0 to 1 over the whole run
  std::optional<double> secondsLeft;  ///< a forecast from the work already measured
};

/// After each denoising step. Never dropped.
struct StepMetrics {
  int step = 0;  ///< from 0
  int steps = 0;
  int timestep = 0;    ///< t of the noise schedule
  double change = 0;   ///< RMS change of the denoised estimate since the step before, in latent units; 0 for the first
  double seconds = 0;  ///< wall time of this step
  double relativeChange = 0;  ///< `change` as a share of the RMS of the estimate before, 1 is all of it; 0 if unknown
};

/// A coronal picture of the denoised estimate. Never dropped.
struct PreviewReady {
  int step = 0;
  int timestep = 0;
  bool exact = false;  ///< false: decoded from a slab of latent planes, an approximation
  double seconds = 0;  ///< wall time spent on it
  std::shared_ptr<const CoronalPicture> picture;
};

enum class WarningCode {
  GuidanceTooStrong,
  PrecisionFallback,
  AlreadyComplete,
  SurfaceEmpty,
  MeshOpen,
  HeaderAdapted,
  ResumedFromLatent,
  DemoModel,
  MemoryFreed,       ///< memory ran out; what was kept for later is given back, and the work is tried again
  SmallerBatch,      ///< memory ran out; from here on the networks take one window at a time
  ProcessorInstead,  ///< the device's memory ran out; from here on the processor computes
  PreviewsDropped,   ///< memory ran out for an approximate picture; there are no more of them
  StagesHeldBack,    ///< memory ran out for a stage; they are decoded once the denoising is saved
  ResumedFromStep,   ///< an interrupted run had done some of the denoising; it goes on from there
  KeptUnusable,      ///< what an interrupted run had kept is damaged or of another request; it is denoised anew
};

struct RunWarning {
  WarningCode code{};
  std::string text;  ///< one English sentence
};

struct RunFinished {
  std::filesystem::path folder;
};

using RunEvent =
    std::variant<RunStarted, Progress, StepMetrics, PreviewReady, RunWarning, RunFinished, PreflightDone, ForecastMade>;

/// Called on the thread that runs the pipeline. Must return quickly; may be empty.
using RunObserver = std::function<void(const RunEvent&)>;

/// Progress of one phase: windows or files done of a total.
using PhaseProgress = std::function<void(int done, int total)>;

std::string phaseName(Phase phase);
std::string warningName(WarningCode code);

}  // namespace hipwright
