#include "engine/run/stage_decoding.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/tiled.h"
#include "engine/prepare/prepare.h"
#include "engine/run/latent_file.h"

#include <algorithm>
#include <system_error>

namespace hipwright {
namespace {

[[noreturn]] void refuse(const PastRun& run, const std::string& reason) {
  throw Error(ErrorCode::BadRunFile, {{"path", platform::toUtf8(run.folder.path())}, {"reason", reason}});
}

Latent latentOf(const PastRun& run, int step) {
  std::optional<RunLatents> latents =
      readLatents(run.folder.latents(), {run.record.latentShape, run.record.requestHash});
  if (!latents || !latents->denoised.contains(step)) refuse(run, "it did not save what this step needs");
  return std::move(latents->denoised.at(step));
}

void checkModel(const PastRun& run, const ModelSet& set) {
  const auto hash = run.record.modelHashes.find("vae_metal");
  if (hash != run.record.modelHashes.end() && hash->second != set.vaeMetalHash)
    refuse(run, "its model has changed since");
}

}  // namespace

Volume decodeStage(const StageRequest& stage, const ModelSearch& search, WarmModel& warm, const std::stop_token& stop) {
  const RunRequest& request = stage.run.record.request;
  const Latent latent = latentOf(stage.run, stage.step);
  const ModelSet set = readModelSet(findModel(request.model, search), stop);
  checkModel(stage.run, set);
  DiffusionModel& model = warm.get(set, {request.device, request.amp, request.threads, false}, {}, stop);
  const Geometry& grid = stage.run.record.plan.grid.geometry;
  const Prepared prepared = prepareAsIs(onModelGrid(stage.ct, grid, set.profile, stop), set.profile);
  const auto unheard = [](int, int) {};
  return onCaseGrid(
      restore(prepared, decodeLatent(model, latent, set.profile, {request.tiled, request.sw}, unheard, stop)),
      stage.ct.geometry, stop);
}

std::vector<int> decodableSteps(const PastRun& run) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(run.folder.latents(), ignored)) return {};
  const RunRequest& request = run.record.request;
  std::vector<int> steps = stageIndices(request.ts);
  if (request.preview > 0)
    for (const int step : previewIndices(request.ts, request.preview)) steps.push_back(step);
  std::sort(steps.begin(), steps.end());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  return steps;
}

}  // namespace hipwright
