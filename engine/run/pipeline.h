// The only door to a run: a request in, a run folder out. The programs and the tests build the same object.
#pragma once

#include "engine/core/error.h"
#include "engine/core/events.h"
#include "engine/run/compared_cfgs.h"
#include "engine/run/model_set.h"
#include "engine/run/run_history.h"
#include "engine/run/run_record.h"
#include "engine/run/warm_model.h"

#include <filesystem>
#include <stop_token>
#include <variant>

namespace hipwright {

struct RunResult {
  std::filesystem::path folder;
  std::string caseName;
  bool alreadyComplete = false;  ///< found on disk; nothing was computed and `record` is empty
  RunRecord record;
};

struct RunCancelled {};

struct RunFailed {
  Error error;
};

using RunOutcome = std::variant<RunResult, RunCancelled, RunFailed>;

/// Keeps the last model's weights between runs. One run at a time, on any one thread; nothing is thrown.
class Pipeline {
 public:
  Pipeline(ModelLoader loader, ModelSearch search);

  /// Reads, prepares, encodes, denoises, decodes, fuses, extracts the surface and writes the run folder; run.json last.
  /// A complete folder of the same request is found instead, unless `force`. A run that memory or the device broke off
  /// goes on from the last step of its denoising, or from its end, to the same bytes. Cancelled work leaves no
  /// half-written file and no run.json; of its denoising only a finished one is kept.
  RunOutcome run(const RunRequest& request, const RunObserver& observer, const std::stop_token& stop);

  /// Runs the guidance values `cfgs`, which another thread may change meanwhile (see compared_cfgs.h), on a case that
  /// is read, prepared and encoded once; each gives what run() gives for it, to the last byte. Finished values of the
  /// same request (case, model, settings and noise) are found in the folder, interrupted ones go on from their latents.
  /// One value is in memory at a time. Tables and strip are written at the end, however it ends.
  ComparisonOutcome compare(const ComparisonRequest& request, ComparedCfgs& cfgs, const ComparisonObserver& observer,
                            const std::stop_token& stop);

  /// Decodes one step of a finished run with its own model, on the run's thread. Throws as decodeStage() does.
  Volume decodeStage(const PastRun& run, int step, const Volume& ct, const std::stop_token& stop);

 private:
  WarmModel m_model;
  ModelSearch m_search;
};

}  // namespace hipwright
