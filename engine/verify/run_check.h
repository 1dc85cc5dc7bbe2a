// One run of a reference case: each step from the reference's latents, then the whole way from the seed.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/diffusion/diffusion_model.h"
#include "engine/diffusion/schedule.h"
#include "engine/prepare/prepare.h"
#include "engine/verify/golden_case.h"
#include "engine/verify/stage_log.h"

namespace hipwright {

/// What all runs of a case share. The members outlive it.
struct RunContext {
  DiffusionModel& model;
  const GoldenCase& golden;
  const NoiseSchedule& schedule;
  const Volume& ct;
  const Prepared& prepared;
  const Latent& condition;  ///< the reference's
  const std::stop_token& stop;
};

/// Reports every stage of `run` to `log`. Throws what the model throws, and Error(BadGoldenCase | File...).
void checkRun(const RunContext& context, const GoldenRun& run, StageLog& log);

}  // namespace hipwright
