// The computing half of a run: inputs, encoding, denoising, decoding. run_outputs.cpp writes the files.
#include "engine/run/pipeline_run.h"

#include "engine/core/atomic_file.h"
#include "engine/core/sha256.h"
#include "engine/diffusion/guidance.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/schedule.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/window_plan.h"
#include "engine/plan/preflight.h"
#include "engine/run/phase_timer.h"
#include "engine/run/request_json.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

void checkRequest(const RunRequest& request) {
  std::string all;
  for (const std::string& problem : request.check()) all += (all.empty() ? "" : "; ") + problem;
  if (!all.empty()) throw Error(ErrorCode::BadRequest, {{"problems", all}});
}

bool contains(const std::vector<int>& sorted, int value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

fs::path absoluteOrEmpty(const fs::path& path) { return path.empty() ? fs::path() : fs::absolute(path); }

/// The choice as given, or the files that were found where none was named, so that a repetition takes the same ones.
ModelChoice recordedModel(const ModelChoice& choice, const ModelPaths& found) {
  if (choice.set.empty())
    return {{},
            absoluteOrEmpty(found.vaePre),
            absoluteOrEmpty(found.vaeMetal),
            absoluteOrEmpty(found.ldm),
            absoluteOrEmpty(found.profile)};
  return {absoluteOrEmpty(choice.set), absoluteOrEmpty(choice.vaePre), absoluteOrEmpty(choice.vaeMetal),
          absoluteOrEmpty(choice.ldm), absoluteOrEmpty(choice.profile)};
}

std::string lowerCase(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// A CT that shows more than the hip that was worked on: its files must say which one.
std::string nameWithSide(const std::string& name, const CasePlan& plan) {
  const std::string side = toText(plan.side);
  const bool chosen = plan.region.has_value() || plan.sideSource == SideSource::Asked;
  if (side.empty() || !chosen || lowerCase(name).find(side) != std::string::npos) return name;
  return name + "_" + side;
}

std::int64_t planeThrough(const Geometry& geometry, int axis, const Vec3& place) {
  const double index = geometry.patientToIndex(place)[static_cast<std::size_t>(axis)];
  return std::clamp<std::int64_t>(std::llround(index), 0, geometry.size[axis] - 1);
}

}  // namespace

PipelineRun::PipelineRun(const RunRequest& request, RunControl control, WarmModel& warm)
    : m_request(request), m_control(std::move(control)), m_warm(warm) {}

RunResult PipelineRun::execute(const ModelSearch& search) {
  checkRequest(m_request);
  readInputs(search);
  makePlan();
  identify();
  if (findComplete()) return {m_folder->path(), m_name, true, {}};
  openFolder();
  try {
    return compute();
  } catch (...) {
    removeIfEmpty();
    throw;
  }
}

void PipelineRun::readInputs(const ModelSearch& search) {
  report(Phase::ReadCase, 0, 1);
  const CaseReading reading{m_request.series, [this](int done, int total) { report(Phase::ReadCase, done, total); },
                            m_control.stop};
  m_case = timed(m_record, Phase::ReadCase, [&] { return readCase(m_request.cond, reading); });
  for (const CaseNote& note : m_case.notes) warn(WarningCode::HeaderAdapted, note.text());
  if (m_request.cfg > kStrongGuidance)
    warn(WarningCode::GuidanceTooStrong, "Guidance above 10 distorts the implant; 3 to 7 is recommended.");
  throwIfStopped(m_control.stop);
  report(Phase::LoadModel, 0, 1);
  const ModelPaths paths = findModel(m_request.model, search);
  m_set = timed(m_record, Phase::LoadModel, [&] { return readModelSet(paths, m_control.stop); });
  if (m_set.profile.demo)
    warn(WarningCode::DemoModel,
         "DEMO: this model was made to try the program with. Its implants are no proposals for any patient.");
  if (m_request.ts > m_set.profile.scheduler.numTrainTimesteps)
    throw Error(ErrorCode::BadRequest, {{"problems", "this model was trained with " +
                                                         std::to_string(m_set.profile.scheduler.numTrainTimesteps) +
                                                         " steps; ts must not be larger"}});
}

void PipelineRun::makePlan() {
  const PlanWish wish{m_request.grid, m_request.side, m_request.roi, m_case.notes};
  m_record.plan =
      timed(m_record, Phase::Prepare, [&] { return planCase(*m_case.ct, m_set.profile, wish, m_control.stop); });
  if (m_control.observer) m_control.observer(PreflightDone{m_record.plan.items});
  const std::string reasons = refusals(m_record.plan.items);
  if (!reasons.empty()) throw Error(ErrorCode::CaseRefused, {{"reasons", reasons}});
  m_name = nameWithSide(m_case.name, m_record.plan);
}

void PipelineRun::identify() {
  m_record.seed = m_request.seed ? *m_request.seed : static_cast<std::int64_t>(platform::randomNumber() >> 33);
  m_record.request = m_request;
  m_record.request.seed = m_record.seed;
  m_record.request.cond = fs::absolute(m_request.cond);  // so that the record can be repeated from any folder
  m_record.request.series = m_case.series;        // its number: a UID would point to a patient
  m_record.request.save = fs::absolute(m_request.save);
  m_record.request.model = recordedModel(m_request.model, m_set.paths);
  m_record.caseName = m_name;
  m_record.caseHash = m_case.sha256;
  m_record.caseFormat = m_case.source.format + " " + m_case.source.voxelType;
  m_record.geometry = m_case.ct->geometry;
  m_record.modelName = m_set.profile.name;
  m_record.demoModel = m_set.profile.demo;
  m_record.modelHashes = {{"vae_pre", m_set.vaePreHash}, {"vae_metal", m_set.vaeMetalHash}, {"ldm", m_set.ldmHash}};
  m_record.requestHash = sha256OfText(canonicalRequest(m_request, m_record.seed, m_case.sha256, m_set.hash()));
  m_folder.emplace(
      m_request.save / platform::fromUtf8(runFolderName(m_name, m_request, m_record.seed, m_record.requestHash)),
      m_name);
}

bool PipelineRun::findComplete() {
  if (m_request.force || !m_folder->complete()) return false;
  warn(WarningCode::AlreadyComplete, "This run is already there; use --force to compute it again.");
  if (m_control.observer) m_control.observer(RunFinished{m_folder->path()});
  return true;
}

void PipelineRun::openFolder() {
  fs::create_directories(m_folder->path());
  m_lock.emplace(m_folder->path());
  removeLeftovers(m_folder->path());
  if (m_request.summary) fs::create_directories(m_folder->stages());
  if (m_request.preview > 0) fs::create_directories(m_folder->previews());
  if (!m_request.force) return;
  fs::remove(m_folder->record());  // from here on the folder is not complete
  fs::remove(m_folder->latents());
}

void PipelineRun::removeIfEmpty() noexcept {
  std::error_code ignored;
  m_lock.reset();
  for (const fs::path& folder : {m_folder->stages(), m_folder->previews(), m_folder->path()})
    if (fs::is_empty(folder, ignored)) fs::remove(folder, ignored);
}

RunResult PipelineRun::compute() {
  const ComputeOptions compute{m_request.device, m_request.amp, m_request.threads, false};
  m_model = &timed(m_record, Phase::LoadModel,
                   [&]() -> DiffusionModel& { return m_warm.get(m_set, compute, m_control.stop); });
  m_record.model = m_model->info();
  for (const std::string& text : m_record.model.notices) warn(WarningCode::PrecisionFallback, text);
  if (m_control.observer) m_control.observer(RunStarted{m_folder->path(), m_record.seed, m_request.ts});
  timed(m_record, Phase::Prepare, [&] {
    const ModelGrid& grid = m_record.plan.grid;
    m_view = m_case.ct;
    if (grid.fit != GridFit::Own)
      m_view = std::make_shared<Volume>(onModelGrid(*m_case.ct, grid.geometry, m_set.profile, m_control.stop));
    m_prepared = prepareAsIs(*m_view, m_set.profile);
  });
  planWork();
  std::optional<RunLatents> latents = readLatents(m_folder->latents(), m_record.latentShape);
  if (latents) {
    warn(WarningCode::ResumedFromLatent,
         "An interrupted run of this request had finished denoising; it goes on from there.");
    m_meter->report(Phase::Encode, 1, 1);
    m_meter->report(Phase::Denoise, 1, 1);
    decodeStages(*latents);
  } else {
    latents = sample(encodeCase());
  }
  writeResults(decode(latents->final));
  if (m_control.observer) m_control.observer(RunFinished{m_folder->path()});
  return {m_folder->path(), m_name, false, std::move(m_record)};
}

void PipelineRun::planWork() {
  const ModelProfile& profile = m_set.profile;
  const int factor = profile.vae.downsampling();
  const Index3 grid = m_prepared.image.gridSize();
  m_record.modelGrid = grid;
  m_record.latentShape = {profile.vae.latentChannels, grid[0] / factor, grid[1] / factor, grid[2] / factor};
  if (m_request.summary) m_stageSteps = stageIndices(m_request.ts);
  if (m_request.preview > 0) m_previewSteps = previewIndices(m_request.ts, m_request.preview);
  const int depth = coronalCut(m_record.geometry).depthAxis;
  m_plane = m_view == m_case.ct ? m_record.geometry.size[depth] / 2
                                : planeThrough(m_record.geometry, depth, boundingBox(m_view->geometry).centre());
  m_decodes = 1 + static_cast<int>(m_stageSteps.size());

  WorkPlan plan;
  const double cube = static_cast<double>(factor) * factor * factor;
  plan.latentVoxels = static_cast<double>(product(grid)) / cube;
  plan.windowLatentVoxels = plan.latentVoxels;
  if (m_request.tiled) {
    plan.encodeWindows = static_cast<int>(windowCorners(grid, profile.window.size, profile.window.overlap).size());
    plan.decodeWindows = plan.encodeWindows;
    plan.windowLatentVoxels = static_cast<double>(product(profile.window.size)) / cube;
  }
  plan.steps = m_request.ts;
  plan.predictionsPerStep = guidanceMode(m_request.cfg) == GuidanceMode::Guided ? 2 : 1;
  plan.decodes = m_decodes;
  m_meter.emplace(plan, m_control.observer);
}

Latent PipelineRun::encodeCase() {
  const auto progress = [this](int done, int total) { m_meter->report(Phase::Encode, done, total); };
  Latent mean = timed(m_record, Phase::Encode, [&] {
    return encodeImage(*m_model, m_prepared.image, m_set.profile, {m_request.tiled, m_request.sw}, progress,
                       m_control.stop);
  });
  m_prepared.image = {};  // the way back needs the padding only
  return scaledLatent(std::move(mean), m_model->conditionScaling());
}

RunLatents PipelineRun::sample(const Latent& condition) {
  const NoiseSchedule schedule(m_set.profile.scheduler);
  const Latent noise = m_model->noise(condition.shape, m_record.seed, m_request.rng);
  RunLatents latents;
  latents.final = denoise(
      *m_model, schedule, noise, condition, {m_request.ts, m_request.cfg},
      [&](const DenoiseStep& step) { onStep(step, latents); }, m_control.stop);
  // Even if a stop was asked for during the last step: nothing may lose a finished denoising.
  writeLatents(m_folder->latents(), latents, m_record.requestHash);
  return latents;
}

void PipelineRun::onStep(const DenoiseStep& step, RunLatents& latents) {
  m_record.steps.push_back({step.step, step.timestep, step.change, step.seconds});
  m_record.seconds[phaseName(Phase::Denoise)] += step.seconds;
  m_meter->report(Phase::Denoise, step.step + 1, m_request.ts);
  if (m_control.observer)
    m_control.observer(StepMetrics{step.step, m_request.ts, step.timestep, step.change, step.seconds});
  // Kept without --summary too, and for the live pictures, so that each can still be decoded exactly later.
  if (contains(stageIndices(m_request.ts), step.step) || contains(m_previewSteps, step.step))
    latents.denoised[step.step] = step.denoised;
  if (contains(m_stageSteps, step.step)) {
    writeStage(step.step, step.timestep, step.denoised);
  } else if (contains(m_previewSteps, step.step)) {
    writePreview(step);
  }
}

void PipelineRun::decodeStages(const RunLatents& latents) {
  const std::vector<int> timesteps = NoiseSchedule(m_set.profile.scheduler).timesteps(m_request.ts);
  for (const auto& [step, denoised] : latents.denoised)
    if (contains(m_stageSteps, step)) writeStage(step, timesteps[static_cast<std::size_t>(step)], denoised);
}

Volume PipelineRun::decode(const Latent& latent) {
  const auto progress = [this](int done, int total) {
    m_meter->report(Phase::Decode, m_decodesDone * total + done, m_decodes * total);
  };
  const Tensor4 field = timed(m_record, Phase::Decode, [&] {
    return decodeLatent(*m_model, latent, m_set.profile, {m_request.tiled, m_request.sw}, progress, m_control.stop);
  });
  ++m_decodesDone;
  return restore(m_prepared, field);
}

Volume PipelineRun::onCase(const Volume& field) const {
  return m_view == m_case.ct ? field : onCaseGrid(field, m_case.ct->geometry, m_control.stop);
}

std::int64_t PipelineRun::modelPlane() const {
  if (m_view == m_case.ct) return m_plane;
  const int depth = coronalCut(m_record.geometry).depthAxis;
  Vec3 index = m_record.geometry.patientToIndex(boundingBox(m_view->geometry).centre());
  index[static_cast<std::size_t>(depth)] = static_cast<double>(m_plane);
  return planeThrough(m_view->geometry, coronalCut(m_view->geometry).depthAxis,
                      m_record.geometry.indexToPatient(index));
}

void PipelineRun::warn(WarningCode code, const std::string& text) {
  m_record.warnings.push_back(text);
  if (m_control.observer) m_control.observer(RunWarning{code, text});
}

void PipelineRun::report(Phase phase, int done, int total) {
  if (m_meter)
    m_meter->report(phase, done, total);
  else if (m_control.observer)
    m_control.observer(Progress{phase, done, total, 0, std::nullopt});
}

}  // namespace hipwright
