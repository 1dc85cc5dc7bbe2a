// Decoding a stage of a finished run from the latents it saved: the exact picture of what was only previewed.
#pragma once

#include "engine/core/volume.h"
#include "engine/run/model_set.h"
#include "engine/run/run_history.h"
#include "engine/run/warm_model.h"

#include <stop_token>

namespace hipwright {

/// The field of one step on the case's grid, as the run would have decoded it. `step` is one of the latents in the
/// run's folder; `ct` is the run's CT. Throws Error(BadRunFile) if there is no such latent or the model is another one
/// than the run's, Cancelled, and what reading and running the model throws. On the thread that owns `warm`.
struct StageRequest {
  const PastRun& run;
  int step = 0;
  const Volume& ct;
};
Volume decodeStage(const StageRequest& stage, const ModelSearch& search, WarmModel& warm, const std::stop_token& stop);

/// Steps whose latents a run with this request saves, rising; empty if the file is not there. Does not read it.
std::vector<int> decodableSteps(const PastRun& run);

}  // namespace hipwright
