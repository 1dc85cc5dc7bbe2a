#include "engine/run/shared_case.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/tiled.h"
#include "engine/plan/preflight.h"
#include "engine/run/phase_timer.h"
#include "engine/run/run_folder.h"

#include <algorithm>

namespace hipwright {
namespace {

std::string lowerCase(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool isLetter(char c) { return c >= 'a' && c <= 'z'; }

/// As a word of its own: "bright" says nothing of a side.
bool saysSide(const std::string& lowerName, const std::string& side) {
  for (std::size_t at = lowerName.find(side); at != std::string::npos; at = lowerName.find(side, at + 1)) {
    const std::size_t end = at + side.size();
    if ((at == 0 || !isLetter(lowerName[at - 1])) && (end == lowerName.size() || !isLetter(lowerName[end])))
      return true;
  }
  return false;
}

/// The files must say which hip was worked on, unless that is a mere assumption or the CT's name says it already.
std::string nameWithSide(const std::string& name, const CasePlan& plan) {
  const std::string side = toText(plan.side);
  const bool known = plan.sideSource == SideSource::Asked || plan.sideSource == SideSource::Found;
  const std::string low = lowerCase(name);
  const bool said = saysSide(low, side) && !saysSide(low, toText(otherSide(plan.side)));
  const bool enough = side.empty() || !known || said;
  return enough ? name : shortenedName(name, side.size() + 1) + "_" + side;
}

void report(const SharedWork& work, const Progress& progress) {
  if (work.control.observer) work.control.observer(progress);
}

void begin(const SharedWork& work, Phase phase) { report(work, {phase, 0, 1, 0, std::nullopt}); }

void readFiles(SharedCase& shared, const SharedWork& work, const ModelSearch& search) {
  begin(work, Phase::ReadCase);
  const auto progress = [&](int done, int total) { report(work, {Phase::ReadCase, done, total, 0, std::nullopt}); };
  const CaseReading reading{work.request.series, progress, work.control.stop};
  shared.file = timed(work.record, Phase::ReadCase, [&] { return readCase(work.request.cond, reading); });
  for (const CaseNote& note : shared.file.notes) warnShared(shared, work, WarningCode::HeaderAdapted, note.text());
  throwIfStopped(work.control.stop);
  begin(work, Phase::LoadModel);
  const ModelPaths paths = findModel(work.request.model, search);
  shared.set = timed(work.record, Phase::LoadModel, [&] { return readModelSet(paths, work.control.stop); });
  if (shared.set.profile.demo)
    warnShared(shared, work, WarningCode::DemoModel,
               "DEMO: this model was made to try the program with. Its implants are no proposals for any patient.");
}

WarningCode codeOf(MemoryRung rung) {
  switch (rung) {
    case MemoryRung::OneAtATime: return WarningCode::SmallerBatch;
    case MemoryRung::Processor: return WarningCode::ProcessorInstead;
    case MemoryRung::Freed: break;
  }
  return WarningCode::MemoryFreed;
}

/// Each once, although networks may be built twice.
void tellNotices(SharedCase& shared, const SharedWork& work) {
  if (shared.model == nullptr) return;  // told once it is loaded
  for (const std::string& text : shared.model->info().notices) {
    const auto same = [&](const RunWarning& warning) { return warning.text == text; };
    if (std::none_of(shared.warnings.begin(), shared.warnings.end(), same))
      warnShared(shared, work, WarningCode::PrecisionFallback, text);
  }
}

/// Of this run's arrays, what is in memory already and counted in the forecast of what is left.
double heldBytes(const SharedCase& shared, const SharedWork& work) {
  double voxels = static_cast<double>(shared.prepared.image.values.size());
  if (shared.view && !shared.ownGrid()) voxels += static_cast<double>(shared.view->voxels.size());
  const bool blending = work.left == ForecastFrom::Latents && work.request.tiled && shared.view;
  if (blending)  // sum and weights of the windows
    voxels += 2 * static_cast<double>(product(paddedGrid(shared.view->geometry.size, shared.set.profile)));
  return voxels * sizeof(float);
}

void refuseProcessor(const SharedCase& shared, const SharedWork& work, const std::string& phase) {
  RunRequest request = work.request;
  request.device = DeviceChoice::Cpu;
  const ModelProfile& profile = shared.set.profile;
  const ForecastGrids grids = ForecastGrids::of(shared.file.ct->geometry, shared.plan.grid, profile);
  const bool encoded = work.left == ForecastFrom::Start && shared.condition;
  const MemoryQuestion question{request, profile, grids, ForecastMachine::expected(request, false),
                                encoded ? ForecastFrom::Condition : work.left};
  refuseProcessorWithoutMemory(question, phase, heldBytes(shared, work),
                               static_cast<double>(platform::availableMemory()));
}

void checkSteps(const RunRequest& request, const ModelProfile& profile) {
  const int most = profile.scheduler.numTrainTimesteps;
  if (request.ts > most)
    throw Error(ErrorCode::BadRequest, {{"problems", "this model was trained with " + std::to_string(most) +
                                                         " steps; ts must not be larger"}});
}

}  // namespace

void warnShared(SharedCase& shared, const SharedWork& work, WarningCode code, const std::string& text) {
  shared.warnings.push_back({code, text});
  if (work.control.observer) work.control.observer(RunWarning{code, text});
}

void readShared(SharedCase& shared, const SharedWork& work, const ModelSearch& search) {
  if (shared.file.ct) return;
  SharedCase fresh;
  readFiles(fresh, work, search);
  checkSteps(work.request, fresh.set.profile);
  const PlanWish wish{work.request.grid, work.request.side, work.request.roi, fresh.file.notes, {}, fresh.file.tilt};
  fresh.plan = timed(work.record, Phase::Prepare,
                     [&] { return planCase(*fresh.file.ct, fresh.set.profile, wish, work.control.stop); });
  if (work.control.observer) work.control.observer(PreflightDone{fresh.plan.items});
  const std::string reasons = refusals(fresh.plan.items);
  if (!reasons.empty()) throw Error(ErrorCode::CaseRefused, {{"reasons", reasons}});
  fresh.name = nameWithSide(fresh.file.name, fresh.plan);
  shared = std::move(fresh);
}

void announce(const SharedWork& work, const MemoryStep& step) {
  const std::string text = textOf(step);
  const RunWarning warning{codeOf(step.rung), text};
  work.record.warnings.push_back(warning);
  work.record.memorySteps.push_back(step);
  if (work.control.observer) work.control.observer(warning);
}

void loadShared(SharedCase& shared, const SharedWork& work, WarmModel& warm) {
  const MemoryWatch watch{[&shared, work](const std::string& phase) { refuseProcessor(shared, work, phase); },
                          [&shared, work](const MemoryStep& step) {
                            announce(work, step);
                            if (step.rung == MemoryRung::Processor) tellNotices(shared, work);
                          }};
  if (shared.model != nullptr) return shared.model->watch(watch);
  const RunRequest& r = work.request;
  const ComputeOptions compute{r.device, r.amp, r.threads, false};
  shared.model = &timed(work.record, Phase::LoadModel,
                        [&]() -> FallbackModel& { return warm.get(shared.set, compute, watch, work.control.stop); });
  tellNotices(shared, work);
}

void prepareShared(SharedCase& shared, const SharedWork& work) {
  if (shared.view) return;
  begin(work, Phase::Prepare);
  timed(work.record, Phase::Prepare, [&] {
    const ModelGrid& grid = shared.plan.grid;
    VolumePtr view = shared.file.ct;
    if (grid.fit != GridFit::Own)
      view =
          std::make_shared<Volume>(onModelGrid(*shared.file.ct, grid.geometry, shared.set.profile, work.control.stop));
    shared.prepared = prepareAsIs(*view, shared.set.profile);
    shared.view = std::move(view);
  });
}

void encodeShared(SharedCase& shared, const SharedWork& work, const PhaseProgress& progress) {
  if (shared.condition) return progress(1, 1);
  Latent mean = timed(work.record, Phase::Encode, [&] {
    return encodeImage(*shared.model, shared.prepared.image, shared.set.profile, {work.request.tiled, work.request.sw},
                       progress, work.control.stop);
  });
  shared.condition = scaledLatent(std::move(mean), shared.model->conditionScaling());
  shared.prepared.image = {};
}

}  // namespace hipwright
