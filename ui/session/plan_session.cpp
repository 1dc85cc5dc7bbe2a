#include "ui/session/plan_session.h"

#include "engine/core/platform.h"
#include "ui/session/stage_files.h"
#include "ui/text/wording.h"

namespace hipwright {
namespace fs = std::filesystem;

PlanSession::PlanSession(RunController& controller, QObject* parent) : QObject(parent), m_controller(controller) {}

void PlanSession::beginOpening(const QString& name) {
  m_openJob.request_stop();
  m_isOpening = true;
  emit opening(name);
}

void PlanSession::endOpening() {
  m_isOpening = false;
  emit openingEnded();
}

void PlanSession::openCase(const fs::path& path) {
  beginOpening(fromPath(path.filename()));
  m_openJob = m_controller.background([path](const std::stop_token& stop) { return hipwright::openCase(path, stop); },
                                      [this](Answer<OpenedCase>&& answer) {
                                        endOpening();
                                        if (const auto* error = std::get_if<Error>(&answer))
                                          emit failed(*error, Activity::OpeningCase);
                                        else
                                          takeCase(std::move(std::get<OpenedCase>(answer)));
                                      });
}

void PlanSession::cancelOpening() {
  if (!m_isOpening) return;
  m_openJob.request_stop();
  endOpening();
}

void PlanSession::openRunWith(const fs::path& folder, const fs::path& ct) {
  m_openingRun = folder;
  beginOpening(fromPath(folder.filename()));
  const auto openCaseHash = m_case ? m_case->file.sha256 : std::string();
  using Found = std::pair<PastRun, std::optional<OpenedCase>>;
  m_openJob = m_controller.background(
      [folder, ct, openCaseHash](const std::stop_token& stop) {
        PastRun run = readRun(folder);
        if (run.record.caseHash == openCaseHash) return Found(std::move(run), std::nullopt);
        OpenedCase opened = hipwright::openCase(ct.empty() ? run.record.request.cond : ct, stop);
        if (opened.file.sha256 != run.record.caseHash)
          throw Error(ErrorCode::BadRunFile,
                      {{"path", platform::toUtf8(folder)}, {"reason", "its CT is another file than this one"}});
        return Found(std::move(run), std::move(opened));
      },
      [this](Answer<Found>&& answer) {
        endOpening();
        if (const auto* error = std::get_if<Error>(&answer)) {
          emit failed(*error, Activity::OpeningRun);
          return;
        }
        auto& [run, opened] = std::get<Found>(answer);
        if (opened) takeCase(std::move(*opened));
        showRun(run);
      });
}

void PlanSession::takeCase(OpenedCase opened) {
  m_stageJob.request_stop();
  m_case = std::make_shared<const OpenedCase>(std::move(opened));
  m_runs.clear();
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
  m_shownRun.reset();
  m_stage = {};
  emit caseChanged();
  emit stageShown();
}

void PlanSession::refreshRuns() {
  m_listJob.request_stop();
  if (!m_case) return;
  m_listJob = m_controller.background(
      [folder = m_saveFolder, hash = m_case->file.sha256](const std::stop_token&) { return runsIn(folder, hash); },
      [this](Answer<std::vector<PastRun>>&& answer) {
        if (auto* runs = std::get_if<std::vector<PastRun>>(&answer)) m_runs = std::move(*runs);
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
      [this](Answer<ShownStage>&& answer) {
        if (const auto* error = std::get_if<Error>(&answer))
          emit failed(*error, Activity::ShowingStage);
        else
          setStage(std::get<ShownStage>(std::move(answer)));
      });
}

void PlanSession::showApproximation(int step, VolumePtr thin) {
  m_stageJob.request_stop();
  ShownStage stage;
  stage.step = step;
  stage.sdf = std::move(thin);
  stage.isApproximate = true;
  setStage(std::move(stage));
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
      [this](Answer<ShownStage>&& answer) {
        if (const auto* error = std::get_if<Error>(&answer))
          emit failed(*error, Activity::ShowingStage);
        else
          setStage(std::get<ShownStage>(std::move(answer)));
      });
}

void PlanSession::setStage(ShownStage stage) {
  m_stage = std::move(stage);
  emit stageShown();
}

}  // namespace hipwright
