// The computing half of a comparison. comparison_results.cpp measures and writes.
#include "engine/run/comparison_run.h"

#include "engine/core/atomic_file.h"
#include "engine/core/stop.h"
#include "engine/io/case_file.h"
#include "engine/measure/implant_crop.h"
#include "engine/run/run_history.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

void checkComparison(const ComparisonRequest& request) {
  std::string all;
  for (const std::string& problem : request.check()) all += (all.empty() ? "" : "; ") + problem;
  if (!all.empty()) throw Error(ErrorCode::BadRequest, {{"problems", all}});
}

/// Both volumes of voxels with a positive field; a crop that lost one is not the run's.
bool sameVolume(const Volume& crop, double implantMm3) {
  const auto inside = std::count_if(crop.voxels.begin(), crop.voxels.end(), [](float v) { return v > 0; });
  const Vec3& s = crop.geometry.spacing;
  return std::abs(static_cast<double>(inside) * s[0] * s[1] * s[2] - implantMm3) <= 1e-6 * std::max(1.0, implantMm3);
}

std::optional<PastRun> pastRun(const fs::path& folder) {
  try {
    return readRun(folder);
  } catch (const Error&) {
    return std::nullopt;  // it runs again
  }
}

/// The field of a finished run as it was on the model's grid.
std::optional<Volume> fieldOnDisk(const fs::path& file, const Geometry& grid) {
  try {
    Volume field = *readCase(file).ct;
    if (field.geometry.size != grid.size) return std::nullopt;
    field.geometry = grid;
    return field;
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

ComparisonRun::ComparisonRun(const ComparisonRequest& request, ComparedCfgs& cfgs, ComparisonControl control,
                             WarmModel& warm)
    : m_request(request), m_cfgs(cfgs), m_control(std::move(control)), m_warm(warm) {}

void ComparisonRun::execute(const ModelSearch& search) {
  checkComparison(m_request);
  open(search);
  try {
    computeAll(search);
    joinEarlier();
    measureWhatIsLeft();
    arrangeRows();
    comparePairs();
  } catch (...) {
    keepFinished();
    throw;
  }
  finish();
}

void ComparisonRun::open(const ModelSearch& search) {
  RunRecord unrecorded;  // reading belongs to no single value
  const RunControl control{[this](const RunEvent& event) { tell(CaseEvent{event}); }, m_control.stop};
  readShared(m_shared, {m_request.run, unrecorded, control}, search);
  const ModelSet& set = m_shared.set;
  m_folder.emplace(comparisonPath(m_request.run, m_shared.name, m_shared.file.sha256, set.hash()));
  fs::create_directories(m_folder->path());
  m_lock.emplace(m_folder->path());
  removeLeftovers(m_folder->path());
  removeLeftovers(m_folder->fields());
  m_table.caseName = m_shared.name;
  m_table.caseHash = m_shared.file.sha256;
  m_table.modelName = set.profile.name;
  m_table.demoModel = set.profile.demo;
  m_table.modelHashes = {{"vae_pre", set.vaePreHash}, {"vae_metal", set.vaeMetalHash}, {"ldm", set.ldmHash}};
  m_table.steps = m_request.run.ts;
  m_table.merged = m_cfgs.merged();
  readEarlier();
  m_table.reference = chooseReference();
  chooseSeeds();
  tell(ComparisonStarted{m_folder->path(), m_shared.name, m_cfgs.all(), m_table.seeds, m_table.reference,
                         m_table.merged, m_table.mergedSeeds});
}

/// From the table that is here; from the runs themselves if it is damaged.
void ComparisonRun::readEarlier() {
  if (!isDamagedComparison(m_folder->json())) {
    m_earlier = earlierValues(m_folder->json(), m_folder->path());
    return;
  }
  tell(TableDamaged{m_folder->json(), "The table of this comparison, " + platform::toUtf8(m_folder->json().filename()) +
                                          ", cannot be read; its values are taken from their runs."});
  for (const PastRun& run : m_folder->finishedRuns(m_request.run.save))
    m_earlier.push_back({{run.record.request.cfg, run.record.seed}, run.folder.path(), run.record.requestHash});
  std::sort(m_earlier.begin(), m_earlier.end(), [](const EarlierValue& a, const EarlierValue& b) {
    return std::pair(a.value.cfg, a.value.seed) < std::pair(b.value.cfg, b.value.seed);
  });
}

/// What was asked for; else that of the table that is here, whose numbers would change otherwise.
double ComparisonRun::chooseReference() const {
  const std::optional<double> here = referenceOfComparison(m_folder->json());
  if (m_request.reference || !here) return m_cfgs.reference();
  const auto isHere = [&](const EarlierValue& earlier) { return sameGuidance(earlier.value.cfg, *here); };
  const bool stays = m_cfgs.holds(*here) || std::any_of(m_earlier.begin(), m_earlier.end(), isHere);
  return stays ? *here : m_cfgs.reference();
}

void ComparisonRun::chooseSeeds() {
  std::vector<std::int64_t> asked = m_request.seeds;
  if (asked.empty() && m_request.run.seed) asked = {*m_request.run.seed};
  if (asked.empty()) asked = seedsOfComparison(m_folder->json());
  if (asked.empty()) asked = {static_cast<std::int64_t>(platform::randomNumber() >> 33)};
  for (const std::int64_t seed : asked) {
    const auto same = [&](std::int64_t other) { return sameNoise(seed, other, m_request.run.rng); };
    const bool known = std::any_of(m_table.seeds.begin(), m_table.seeds.end(), same);
    (known ? m_table.mergedSeeds : m_table.seeds).push_back(seed);
  }
  // So that a comparison that is ended before its first value goes on with the same noise.
  if (!fs::exists(m_folder->json())) writeAtomically(m_folder->json(), comparisonJson(m_table, m_folder->path()));
}

void ComparisonRun::computeAll(const ModelSearch& search) {
  m_cfgs.restart();
  while (const std::optional<ComparedCfgs::Turn> turn = m_cfgs.next()) takeTurn(*turn, search);
  runAgainWhatHadOtherNoise(search);
}

void ComparisonRun::takeTurn(const ComparedCfgs::Turn& turn, const ModelSearch& search) {
  m_taken.push_back(turn.cfg);
  for (const std::int64_t seed : m_table.seeds) {
    throwIfStopped(m_control.stop);
    if (turn.removed.stop_requested()) return;
    const ComparedValue value{turn.cfg, seed};
    m_progress.plan(m_cfgs.all(), m_table.seeds.size());
    m_progress.start(value);
    tell(ValueStarted{value, m_progress.number(), m_progress.count()});
    compute(value, requestFor(value), turn, search);
  }
}

/// The whole comparison's stop and the value's own end one run; only the first ends the comparison.
void ComparisonRun::compute(const ComparedValue& value, const RunRequest& request, const ComparedCfgs::Turn& turn,
                            const ModelSearch& search) {
  std::stop_source either;
  const std::stop_callback onStop(m_control.stop, [&] { either.request_stop(); });
  const std::stop_callback onRemoval(turn.removed, [&] { either.request_stop(); });
  try {
    Result result = resultOf(value, request, either.get_token(), search);
    m_progress.finish(result.row.found ? ComparisonProgress::Source::Found : ComparisonProgress::Source::Computed);
    keep(std::move(result));
  } catch (const Cancelled&) {
    throwIfStopped(m_control.stop);
    tell(ValueRemoved{value});
  }
}

ComparisonRun::Result ComparisonRun::resultOf(const ComparedValue& value, const RunRequest& request,
                                              const std::stop_token& stop, const ModelSearch& search) {
  std::optional<Volume> crop;
  RunTarget target;
  target.output = m_request.keep == KeptRuns::Folders ? RunOutput::Everything : RunOutput::Essentials;
  target.parent = m_request.keep == KeptRuns::Folders ? m_request.run.save : m_folder->runs();
  target.elsewhere = m_request.keep == KeptRuns::Folders ? m_folder->runs() : m_request.run.save;
  target.onField = [&](const Volume& sdf) { crop = onBox(sdf, boxAroundImplant(sdf), sdf.geometry); };
  PipelineRun run(request, controlFor(value, stop), m_warm, m_shared, target);
  const RunResult result = run.execute(search);
  ComparisonRow row = rowOf(value, result.folder);
  row.requestHash = run.requestHash();
  row.noiseHash = result.record.noiseHash;
  row.found = result.alreadyComplete;
  if (result.alreadyComplete) crop = foundField(run, row);
  if (!crop) {
    RunRequest again = request;
    again.force = true;
    return resultOf(value, again, stop, search);
  }
  return {std::move(row), std::move(*crop)};
}

/// Nothing if what is there is not the run that was asked for, or started from other noise than this session's runs.
std::optional<Volume> ComparisonRun::foundField(PipelineRun& run, ComparisonRow& row) {
  const std::optional<PastRun> past = pastRun(row.folder);
  if (!past || past->record.requestHash != row.requestHash) return std::nullopt;
  row.noiseHash = past->record.noiseHash;
  const auto noise = m_noise.find(row.value.seed);
  if (noise != m_noise.end() && !row.noiseHash.empty() && row.noiseHash != noise->second) return std::nullopt;
  run.prepare();
  const Geometry& grid = m_shared.view->geometry;
  const std::string mark = m_shared.set.mark();
  std::optional<Volume> crop = loadCrop(cropFile(row.folder), grid);
  if (crop && sameVolume(*crop, past->record.implantMm3)) return crop;
  std::optional<Volume> field = fieldOnDisk(fieldOf(past->folder), grid);
  if (!field) field = run.decodeAgain(past->folder.latents());
  if (!field || !sameVolume(*field, past->record.implantMm3)) return std::nullopt;
  return saveCrop(cropFile(row.folder), *field, mark);
}

fs::path ComparisonRun::fieldOf(const RunFolder& run) const {
  return m_shared.ownGrid() ? run.metal() : run.surfaceField();
}

/// As foundField(), of a value that was not asked for: nothing is computed for it.
std::optional<Volume> ComparisonRun::earlierField(const EarlierValue& earlier, ComparisonRow& row) {
  const std::optional<PastRun> past = pastRun(earlier.run);
  if (!past || past->record.requestHash != earlier.requestHash) return std::nullopt;
  row = rowOf(earlier.value, earlier.run);
  row.requestHash = earlier.requestHash;
  row.noiseHash = past->record.noiseHash;
  row.found = true;
  const auto noise = m_noise.find(earlier.value.seed);
  if (noise != m_noise.end() && !row.noiseHash.empty() && row.noiseHash != noise->second) return std::nullopt;
  const Geometry& grid = m_shared.view->geometry;
  std::optional<Volume> crop = loadCrop(cropFile(earlier.run), grid);
  if (crop && sameVolume(*crop, past->record.implantMm3)) return crop;
  const std::optional<Volume> field = fieldOnDisk(fieldOf(past->folder), grid);
  if (!field || !sameVolume(*field, past->record.implantMm3)) return std::nullopt;
  return saveCrop(cropFile(earlier.run), *field, m_shared.set.mark());
}

/// A run of this session is the measure of what its seed's noise is; found runs must have had the same.
void ComparisonRun::noteNoise(const ComparisonRow& row) {
  if (!row.found) m_noise[row.value.seed] = row.noiseHash;
}

void ComparisonRun::runAgainWhatHadOtherNoise(const ModelSearch& search) {
  std::vector<ComparedValue> stale;
  for (const ComparisonRow& row : m_table.rows) {
    const auto noise = m_noise.find(row.value.seed);
    if (row.found && noise != m_noise.end() && !row.noiseHash.empty() && row.noiseHash != noise->second)
      stale.push_back(row.value);
  }
  for (const ComparedValue& value : stale) {
    RunRequest request = requestFor(value);
    request.force = true;
    tell(ValueStarted{value, m_progress.number(), m_progress.count()});
    compute(value, request, {value.cfg, {}}, search);
  }
}

ComparisonRow ComparisonRun::rowOf(const ComparedValue& value, const fs::path& folder) const {
  ComparisonRow row;
  row.value = value;
  row.folder = folder;
  row.steps = m_table.steps;
  row.modelName = m_table.modelName;
  return row;
}

RunRequest ComparisonRun::requestFor(const ComparedValue& value) const {
  RunRequest request = m_request.run;
  request.cfg = value.cfg;
  request.seed = value.seed;
  return request;
}

RunControl ComparisonRun::controlFor(const ComparedValue& value, const std::stop_token& stop) {
  const auto pass = [this, value](const RunEvent& event) {
    if (const auto* progress = std::get_if<Progress>(&event)) {
      m_progress.plan(m_cfgs.all(), m_table.seeds.size());  // values may have come or gone since this one began
      m_progress.advance(progress->overall);
    }
    tell(ValueEvent{value, event, m_progress.overall(), m_progress.secondsLeft()});
  };
  return {pass, stop};
}

void ComparisonRun::tell(const ComparisonEvent& event) const {
  if (m_control.observer) m_control.observer(event);
}

}  // namespace hipwright
