#include "ui/session/plan_session.h"

#include "engine/core/platform.h"
#include "ui/session/stage_files.h"
#include "ui/text/wording.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <system_error>

namespace hipwright {
namespace fs = std::filesystem;

namespace {

constexpr int kSharePeriodMs = 100;

/// The last part of a path, also of a folder that ends with a slash.
QString nameOf(const fs::path& path) {
  return fromPath(path.has_filename() ? path.filename() : path.parent_path().filename());
}

}  // namespace

PlanSession::PlanSession(RunController& controller, QObject* parent) : QObject(parent), m_controller(controller) {
  m_shareTimer.setInterval(kSharePeriodMs);
  connect(&m_shareTimer, &QTimer::timeout, this, &PlanSession::takeShare);
}

void PlanSession::beginOpening(const QString& name) {
  m_openJob.request_stop();
  m_isOpening = true;
  m_share = std::make_shared<std::atomic<int>>(0);
  m_shareTimer.start();
  emit opening(name);
}

void PlanSession::takeShare() {
  if (const int share = m_share->load(); share > 0) emit openingShare(share);
}

void PlanSession::endOpening() {
  m_isOpening = false;
  takeShare();
  m_shareTimer.stop();
  emit openingEnded();
}

CaseReading PlanSession::readingOf(const Share& share, const std::stop_token& stop) {
  return {{}, [share](int done, int total) { *share = total > 0 ? int(std::int64_t(done) * 1000 / total) : 0; }, stop};
}

PlanSession::OpenedOrOffered PlanSession::openOrOffer(const CasePlace& place, const CaseReading& reading) {
  try {
    return {hipwright::openCase(place, reading), {}};
  } catch (const Error& error) {
    if (error.code() != ErrorCode::SeveralSeries) throw;
    // Without its progress: the bar stays where the first look ended.
    return {std::nullopt, listSeries(place.path, {{}, {}, reading.stop})};
  }
}

void PlanSession::openCase(const CasePlace& place) {
  beginOpening(nameOf(place.path));
  m_openJob = m_controller.background(
      [place, share = m_share](const std::stop_token& stop) { return openOrOffer(place, readingOf(share, stop)); },
      [this, folder = place.path](Answer<OpenedOrOffered>&& answer) {
        endOpening();
        if (const auto* error = std::get_if<Error>(&answer)) {
          emit failed(*error, Activity::OpeningCase);
          return;
        }
        auto& [opened, offered] = std::get<OpenedOrOffered>(answer);
        if (opened)
          takeCase(std::make_shared<const OpenedCase>(std::move(*opened)));
        else
          emit seriesOffered(folder, offered);
      });
}

void PlanSession::cancelOpening() {
  if (!m_isOpening) return;
  m_openJob.request_stop();
  endOpening();
}

void PlanSession::openRunWith(const fs::path& given, const fs::path& ct) {
  const fs::path folder = given.has_filename() ? given : given.parent_path();
  m_openingRun = folder;
  beginOpening(fromPath(folder.filename()));
  const auto openCaseHash = m_case ? m_case->file.sha256 : std::string();
  using RunAndCase = std::pair<PastRun, std::optional<OpenedCase>>;
  m_openJob = m_controller.background(
      [folder, ct, openCaseHash, share = m_share](const std::stop_token& stop) {
        PastRun run = readRun(folder);
        if (run.record.caseHash == openCaseHash) return RunAndCase(std::move(run), std::nullopt);
        const RunRequest& request = run.record.request;
        OpenedCase opened =
            hipwright::openCase({ct.empty() ? request.cond : ct, request.series}, readingOf(share, stop));
        if (opened.file.sha256 != run.record.caseHash)
          throw Error(ErrorCode::BadRunFile,
                      {{"path", platform::toUtf8(folder)}, {"reason", "its CT is another file than this one"}});
        return RunAndCase(std::move(run), std::move(opened));
      },
      [this](Answer<RunAndCase>&& answer) {
        endOpening();
        if (const auto* error = std::get_if<Error>(&answer)) {
          emit failed(*error, Activity::OpeningRun);
          return;
        }
        auto& [run, opened] = std::get<RunAndCase>(answer);
        if (opened) takeCase(std::make_shared<const OpenedCase>(std::move(*opened)));
        listBeside(run);
        showRun(run);
      });
}

void PlanSession::takeOver(std::shared_ptr<const OpenedCase> opened, const std::optional<PastRun>& run) {
  takeCase(std::move(opened));
  if (!run) return;
  listBeside(*run);
  showRun(*run);
}

void PlanSession::takeCase(std::shared_ptr<const OpenedCase> opened) {
  m_stageJob.request_stop();
  m_case = std::move(opened);
  m_besideOpened.clear();
  m_runs.clear();
  m_interrupted.clear();
  m_shownRun.reset();
  m_stage = {};
  emit caseChanged();
  emit stageShown();
  refreshRuns();
}

void PlanSession::setSaveFolder(const fs::path& folder) {
  if (folder == m_saveFolder) return;
  m_saveFolder = folder;
  refreshRuns();
}

void PlanSession::closeCase() {
  m_stageJob.request_stop();
  m_case.reset();
  m_runs.clear();
  m_interrupted.clear();
  m_shownRun.reset();
  m_stage = {};
  emit caseChanged();
  emit stageShown();
}

/// A run that was opened from anywhere stands in the list as well, and so do those beside it.
void PlanSession::listBeside(const PastRun& run) {
  m_besideOpened = run.folder.path().parent_path();
  refreshRuns();
}

PlanSession::Found PlanSession::findRuns(const std::vector<fs::path>& places, const OpenedCase& opened) {
  Found found;
  std::vector<fs::path> seen;
  for (const fs::path& place : places) {
    std::error_code failed;
    const fs::path real = fs::canonical(place, failed);
    if (failed || std::find(seen.begin(), seen.end(), real) != seen.end()) continue;
    seen.push_back(real);
    std::ranges::move(runsIn(place, opened.file.sha256), std::back_inserter(found.runs));
    std::ranges::move(interruptedIn(place, opened.place.path), std::back_inserter(found.interrupted));
  }
  std::ranges::stable_sort(found.runs, std::greater(), &PastRun::finished);
  std::ranges::stable_sort(found.interrupted, std::greater(), &InterruptedRun::changed);
  return found;
}

void PlanSession::refreshRuns() {
  m_listJob.request_stop();
  if (!m_case) return;
  m_listJob = m_controller.background([places = std::vector{m_saveFolder, m_besideOpened},
                                       opened = m_case](const std::stop_token&) { return findRuns(places, *opened); },
                                      [this](Answer<Found>&& answer) {
                                        if (auto* found = std::get_if<Found>(&answer)) {
                                          m_runs = std::move(found->runs);
                                          m_interrupted = std::move(found->interrupted);
                                        }
                                        emit runsChanged();
                                      });
}

void PlanSession::showRun(const PastRun& run) {
  m_shownRun = run;
  emit runShown();
  showStage(kFinalStage);
}

void PlanSession::showNoRun() {
  m_stageJob.request_stop();
  m_shownRun.reset();
  emit runShown();
  setStage({});
}

void PlanSession::showStage(int step) {
  m_stageJob.request_stop();
  if (step == kPreOpStage || !m_case || !m_shownRun) {
    setStage({step, nullptr, nullptr, false});
    return;
  }
  m_stageJob = m_controller.background(
      [step, run = *m_shownRun, ct = m_case->file.ct](const std::stop_token& stop) {
        if (step == kFinalStage) return ShownStage{step, readFinalField(run), readFinalMesh(run, ct->geometry), false};
        const VolumePtr field = readStageField(run, step, *ct);
        throwIfStopped(stop);
        return ShownStage{step, field, displaySurface(*field, 0, stop), false};
      },
      [this](Answer<ShownStage>&& answer) { takeAnswer(std::move(answer)); });
}

void PlanSession::takeAnswer(Answer<ShownStage>&& answer) {
  if (const auto* error = std::get_if<Error>(&answer))
    emit failed(*error, Activity::ShowingStage);
  else
    setStage(std::get<ShownStage>(std::move(answer)));
}

void PlanSession::showField(int step, const std::function<VolumePtr()>& make) {
  m_stageJob.request_stop();
  m_stageJob = m_controller.background(
      [step, make](const std::stop_token& stop) {
        const VolumePtr field = make();
        throwIfStopped(stop);
        return ShownStage{step, field, displaySurface(*field, 0, stop), false};
      },
      [this](Answer<ShownStage>&& answer) { takeAnswer(std::move(answer)); });
}

void PlanSession::showPicture(const ShownStage& picture) {
  m_stageJob.request_stop();
  setStage(picture);
}

void PlanSession::decodeStage(int step) {
  m_stageJob.request_stop();
  if (!m_case || !m_shownRun) return;
  emit decodingStage(step);
  m_stageJob = m_controller.afterRun(
      [step, run = *m_shownRun, ct = m_case->file.ct](Pipeline& pipeline, const std::stop_token& stop) {
        const auto field = std::make_shared<const Volume>(pipeline.decodeStage(run, step, *ct, stop));
        return ShownStage{step, field, displaySurface(*field, 0, stop), false};
      },
      [this](Answer<ShownStage>&& answer) { takeAnswer(std::move(answer)); });
}

void PlanSession::setStage(ShownStage stage) {
  m_stage = std::move(stage);
  emit stageShown();
}

}  // namespace hipwright
