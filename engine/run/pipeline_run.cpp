// The computing half of a run: inputs, encoding, decoding. pipeline_denoising.cpp has the denoising, run_outputs.cpp
// the writing of the files.
#include "engine/run/pipeline_run.h"

#include "engine/core/atomic_file.h"
#include "engine/core/sha256.h"
#include "engine/diffusion/guidance.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/window_plan.h"
#include "engine/run/phase_timer.h"
#include "engine/run/request_json.h"
#include "engine/run/run_forecast.h"

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

std::int64_t planeThrough(const Geometry& geometry, int axis, const Vec3& place) {
  const double index = geometry.patientToIndex(place)[static_cast<std::size_t>(axis)];
  return std::clamp<std::int64_t>(std::llround(index), 0, geometry.size[axis] - 1);
}

}  // namespace

PipelineRun::PipelineRun(const RunRequest& request, RunControl control, WarmModel& warm, SharedCase& shared)
    : PipelineRun(request, std::move(control), warm, shared, {}) {}

PipelineRun::PipelineRun(const RunRequest& request, RunControl control, WarmModel& warm, SharedCase& shared,
                         RunTarget target)
    : m_request(request), m_control(std::move(control)), m_warm(warm), m_shared(shared), m_target(std::move(target)) {
  if (m_target.parent.empty()) m_target.parent = m_request.save;
}

RunResult PipelineRun::execute(const ModelSearch& search) {
  checkRequest(m_request);
  readShared(m_shared, work(), search);
  if (m_request.cfg > kStrongGuidance)
    warn(WarningCode::GuidanceTooStrong, "Guidance above 10 distorts the implant; 3 to 7 is recommended.");
  identify();
  if (findComplete()) return {m_folder->path(), m_shared.name, true, {}};
  openFolder();
  try {
    return compute();
  } catch (...) {
    removeIfEmpty();
    throw;
  }
}

void PipelineRun::identify() {
  const ModelSet& set = m_shared.set;
  m_record.seed = m_request.seed ? *m_request.seed : static_cast<std::int64_t>(platform::randomNumber() >> 33);
  m_record.request = m_request;
  m_record.request.seed = m_record.seed;
  m_record.request.cond = fs::absolute(m_request.cond);  // so that the record can be repeated from any folder
  m_record.request.series = m_shared.file.series;        // its number: a UID would point to a patient
  m_record.request.save = fs::absolute(m_request.save);
  m_record.request.model = recordedModel(m_request.model, set.paths);
  const CaseFile& file = m_shared.file;
  m_record.plan = m_shared.plan;
  m_record.caseName = m_shared.name;
  m_record.caseHash = file.sha256;
  m_record.caseFormat = file.source.format + " " + file.source.voxelType;
  m_record.geometry = ct().geometry;
  setModelGrid(paddedGrid(m_shared.plan.grid.geometry.size, profile()));
  m_record.modelName = profile().name;
  m_record.demoModel = profile().demo;
  m_record.modelHashes = {{"vae_pre", set.vaePreHash}, {"vae_metal", set.vaeMetalHash}, {"ldm", set.ldmHash}};
  m_requestHash = sha256OfText(canonicalRequest(m_request, m_record.seed, file.sha256, set.hash()));
  m_record.requestHash = m_requestHash;
  m_folder.emplace(m_target.parent /
                       platform::fromUtf8(runFolderName(m_shared.name, m_request, m_record.seed, m_record.requestHash)),
                   m_shared.name);
}

bool PipelineRun::findComplete() {
  if (m_request.force) return false;
  if (!m_folder->complete()) {
    // A whole run has all that the essentials have; the other way round, only its latents are of use.
    if (m_target.output == RunOutput::Everything || m_target.elsewhere.empty()) return false;
    const RunFolder other(m_target.elsewhere / m_folder->path().filename(), m_shared.name);
    if (!other.complete()) return false;
    m_folder = other;
  }
  warn(WarningCode::AlreadyComplete, "This run is already there; use --force to compute it again.");
  if (m_control.observer) m_control.observer(RunFinished{m_folder->path()});
  return true;
}

void PipelineRun::openFolder() {
  fs::create_directories(m_folder->path());
  m_lock.emplace(m_folder->path());
  removeLeftovers(m_folder->path());
  writeAtomically(m_folder->request(), requestToJson(m_record.request));
  if (m_request.summary) fs::create_directories(m_folder->stages());
  if (m_request.preview > 0) fs::create_directories(m_folder->previews());
}

/// Not before the networks are loaded and the forecast allows the run: until then a finished run stays one.
void PipelineRun::discardFinished() {
  if (!m_request.force) return;
  fs::remove(m_folder->record());  // from here on the folder is not complete
  fs::remove(m_folder->latents());
  fs::remove(m_folder->partialLatents());
}

void PipelineRun::removeIfEmpty() noexcept {
  std::error_code ignored;
  m_lock.reset();
  for (const fs::path& folder : {m_folder->stages(), m_folder->previews()})
    if (fs::is_empty(folder, ignored)) fs::remove(folder, ignored);
  const auto left = std::distance(fs::directory_iterator(m_folder->path(), ignored), fs::directory_iterator());
  if (left == 1 || m_folder->complete()) fs::remove(m_folder->request(), ignored);  // there is nothing to go on with
  if (fs::is_empty(m_folder->path(), ignored)) fs::remove(m_folder->path(), ignored);
}

std::optional<fs::path> PipelineRun::kept() const {
  if (!m_folder || m_folder->complete()) return std::nullopt;
  std::error_code ignored;
  const bool there = fs::exists(m_folder->latents(), ignored) || fs::exists(m_folder->partialLatents(), ignored);
  return there ? std::optional(fs::absolute(m_folder->path())) : std::nullopt;
}

RunResult PipelineRun::compute() {
  loadShared(m_shared, work(), m_warm);
  std::optional<RunLatents> latents = savedLatents();
  std::optional<PartialLatents> part = latents ? std::nullopt : savedPart();
  forecast(latents ? ForecastFrom::Latents : ForecastFrom::Start);
  discardFinished();
  if (m_control.observer) m_control.observer(RunStarted{m_folder->path(), m_record.seed, m_request.ts});
  givingUpNetworks("preparing the CT", [&] { startWork(); });
  loadShared(m_shared, work(), m_warm);
  if (latents)
    takeUp();
  else
    latents = denoised(std::move(part));
  decodeHeldStages(*latents);
  const Volume sdf = decode(latents->final);
  m_record.model = m_shared.model->info();
  latents.reset();
  writeResults(sdf);
  if (m_control.observer) m_control.observer(RunFinished{m_folder->path()});
  return {m_folder->path(), m_shared.name, false, std::move(m_record)};
}

/// With the networks loaded it is known where and in what precision they compute.
void PipelineRun::forecast(ForecastFrom from) {
  const ModelInfo& info = m_shared.model->info();
  const ForecastGrids grids = ForecastGrids::of(ct().geometry, m_shared.plan.grid, profile());
  const MemoryQuestion question{m_request, profile(), grids, {info.device, info.precision}, from};
  const RunForecast made = forecastRun(m_request, profile(), grids, question.machine, from);
  m_record.forecastBytes = static_cast<std::uint64_t>(made.peak());
  m_record.forecastPhase = phaseName(made.phase);
  if (m_shared.condition) return;  // the first run of a comparison was the largest
  const auto free = static_cast<double>(platform::availableMemory());
  if (m_control.observer) m_control.observer(ForecastMade{made.phase, made.peak(), made.more, free, made.seconds});
  refuseWithoutMemory(question, free);
}

void PipelineRun::startWork() {
  prepareShared(m_shared, work());
  planWork();
}

std::optional<Volume> PipelineRun::decodeAgain(const fs::path& path) {
  loadShared(m_shared, work(), m_warm);
  startWork();
  const std::optional<RunLatents> latents = readLatents(path, owner());
  return latents ? std::optional(decode(latents->final)) : std::nullopt;
}

void PipelineRun::setModelGrid(const Index3& grid) {
  const VaeProfile& vae = profile().vae;
  const int factor = vae.downsampling();
  m_record.modelGrid = grid;
  m_record.latentShape = {vae.latentChannels, grid[0] / factor, grid[1] / factor, grid[2] / factor};
}

void PipelineRun::planWork() {
  const ModelProfile& profile = m_shared.set.profile;
  const int factor = profile.vae.downsampling();
  const auto& padding = m_shared.prepared.padding;
  const Index3 grid = {padding[0].padded(), padding[1].padded(), padding[2].padded()};
  setModelGrid(grid);
  if (m_request.summary) m_stageSteps = stageIndices(m_request.ts);
  if (m_request.preview > 0) m_previewSteps = previewIndices(m_request.ts, m_request.preview);
  const int depth = coronalCut(m_record.geometry).depthAxis;
  m_plane = m_shared.ownGrid() ? m_record.geometry.size[depth] / 2
                               : planeThrough(m_record.geometry, depth, boundingBox(m_shared.view->geometry).centre());
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

Volume PipelineRun::decode(const Latent& latent) {
  const auto progress = [this](int done, int total) {
    m_meter->report(Phase::Decode, m_decodesDone * total + done, m_decodes * total);
  };
  const Tensor4 field = timed(m_record, Phase::Decode, [&] {
    return decodeLatent(*m_shared.model, latent, profile(), {m_request.tiled, m_request.sw}, progress, m_control.stop);
  });
  ++m_decodesDone;
  return keepingNetworks("mapping back", [&] { return restore(m_shared.prepared, field); });
}

Volume PipelineRun::onCase(const Volume& field) const {
  return m_shared.ownGrid() ? field : onCaseGrid(field, ct().geometry, m_control.stop);
}

std::int64_t PipelineRun::modelPlane() const {
  if (m_shared.ownGrid()) return m_plane;
  const int depth = coronalCut(m_record.geometry).depthAxis;
  Vec3 index = m_record.geometry.patientToIndex(boundingBox(m_shared.view->geometry).centre());
  index[static_cast<std::size_t>(depth)] = static_cast<double>(m_plane);
  return planeThrough(m_shared.view->geometry, coronalCut(m_shared.view->geometry).depthAxis,
                      m_record.geometry.indexToPatient(index));
}

void PipelineRun::freeFor(const char* phase, Networks networks) {
  announce(work(), {MemoryRung::Freed, phase});
  if (m_shared.model != nullptr) m_shared.model->freeMemory();
  if (networks == Networks::Keep) return;
  m_shared.model = nullptr;
  m_warm.drop();
  platform::returnFreeMemory();
}

void PipelineRun::warn(WarningCode code, const std::string& text) {
  m_record.warnings.push_back({code, text});
  if (m_control.observer) m_control.observer(RunWarning{code, text});
}

void PipelineRun::report(Phase phase, int done, int total) {
  if (m_meter)
    m_meter->report(phase, done, total);
  else if (m_control.observer)
    m_control.observer(Progress{phase, done, total, 0, std::nullopt});
}

}  // namespace hipwright
