#include "ui/window/run_flow.h"

#include "engine/diffusion/preview.h"
#include "engine/run/stage_decoding.h"
#include "ui/charts/histogram.h"
#include "ui/charts/sdf_histogram.h"
#include "ui/filmstrip/plane_chooser.h"
#include "ui/parameters/request_text.h"
#include "ui/session/stage_files.h"
#include "ui/session/thin_field.h"
#include "ui/text/wording.h"

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kDistanceBins = 80;

/// The last frame, and how its distances are spread.
struct FinalPicture {
  StageFrame frame;
  Histogram distances;
};

/// Steps that will give a frame. The last one's picture stands in for the final result until that is decoded.
std::vector<int> frameSteps(const RunRequest& request) {
  std::vector<int> steps = request.preview > 0 ? previewIndices(request.ts, request.preview) : std::vector<int>();
  if (request.summary)
    for (const int step : stageIndices(request.ts)) steps.push_back(step);
  std::sort(steps.begin(), steps.end());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  std::erase(steps, request.ts - 1);
  return steps;
}

/// In the plane `wanted` unless that shows less than a quarter of the implant that the best one does.
std::shared_ptr<const CoronalPicture> pictureOf(const Volume& ct, const Volume* sdf,
                                                std::optional<std::int64_t> wanted) {
  constexpr double kWorthShowing = 0.25;
  const auto middle = ct.geometry.size[coronalCut(ct.geometry).depthAxis] / 2;
  if (sdf == nullptr) return std::make_shared<CoronalPicture>(coronalPicture(ct, nullptr, wanted.value_or(middle)));
  auto best = std::make_shared<CoronalPicture>(coronalPicture(ct, sdf, planeShowingImplant(*sdf)));
  if (!wanted || *wanted == best->plane) return best;
  auto asWanted = std::make_shared<CoronalPicture>(coronalPicture(ct, sdf, *wanted));
  return implantAreaCm2(*asWanted) >= kWorthShowing * implantAreaCm2(*best) ? asWanted : best;
}

}  // namespace

RunFlow::RunFlow(RunController& controller, PlanSession& session, StagesPanel& stages, QObject* parent)
    : QObject(parent), m_controller(controller), m_session(session), m_stages(stages) {
  connect(&m_controller, &RunController::runStarted, this, &RunFlow::begin);
  connect(&m_controller, &RunController::progressed, this, [this](const Progress& progress) {
    m_phase = progress.phase;
    m_stages.head().showProgress(progress);
  });
  connect(&m_controller, &RunController::stepFinished, &m_stages, &StagesPanel::addStep);
  connect(&m_controller, &RunController::previewReady, this, &RunFlow::takePreview);
  connect(&m_controller, &RunController::warned, this,
          [this](const RunWarning& warning) { emit logged(warningText(warning)); });
  connect(&m_controller, &RunController::runEnded, this, &RunFlow::end);
  connect(&m_stages.strip(), &FrameStrip::stepPicked, this, &RunFlow::pickStep);
  connect(&m_stages.head().plane(), &PlaneChooser::planeChosen, this, &RunFlow::cutAnew);
  connect(&m_session, &PlanSession::caseChanged, this, &RunFlow::showPreOp);
  connect(&m_session, &PlanSession::runShown, this, &RunFlow::showRunFromDisk);
  connect(&m_session, &PlanSession::stageShown, this, &RunFlow::takeStage);
}

void RunFlow::addFrameLater(StageFrame frame) {
  m_controller.background([frame = std::move(frame)](const std::stop_token&) { return drawn(frame); },
                          [this, opened = m_session.sharedCase()](Answer<StageFrame>&& answer) {
                            if (m_session.sharedCase() != opened) return;
                            if (const auto* done = std::get_if<StageFrame>(&answer)) m_stages.addFrame(*done);
                          });
}

void RunFlow::showPreOp() {
  const OpenedCase* opened = m_session.openedCase();
  if (opened == nullptr) return;
  StageFrame preOp;
  preOp.kind = FrameKind::PreOp;
  preOp.step = kPreOpStage;
  preOp.picture = pictureOf(*opened->file.ct, nullptr, std::nullopt);
  m_live = false;
  m_implantSeen = false;
  m_plane.reset();
  m_elsewhere.clear();
  m_onDisk.clear();
  m_stages.showPreOp(drawn(preOp));
  m_stages.strip().selectStep(kPreOpStage);
  m_stages.head().showIdle(tr("Ready"));
}

void RunFlow::start(const RunRequest& request) {
  m_request = request;
  m_userPicked = false;
  m_implantSeen = false;
  m_plane.reset();
  m_elsewhere.clear();
  m_live = true;
  m_onDisk.clear();
  m_session.showNoRun();
  m_stages.beginRun(request.ts, frameSteps(request));
  m_stages.head().showRunning();
  m_clock.start();
  emit logged(tr("Run started: %1 steps, CFG %2").arg(request.ts).arg(request.cfg));
  m_controller.start(request);
}

void RunFlow::stop() {
  if (m_controller.state() != RunState::Running) return;
  const bool oneBlock = m_phase == Phase::Encode || m_phase == Phase::Denoise || m_phase == Phase::Decode;
  m_stages.head().showStopping(oneBlock ? tr("Stopping, finishing one block") : tr("Stopping, finishing one file"));
  m_controller.stop();
}

void RunFlow::begin(const RunStarted& started) {
  PastRun live{RunFolder(started.folder, m_session.openedCase()->file.name), {}};
  live.record.request = m_request;
  live.record.seed = started.seed;
  m_session.followRun(live);
  emit seedDrawn(started.seed);
  emit savingTo(started.folder);
}

void RunFlow::takePreview(const PreviewReady& preview) {
  StageFrame frame;
  frame.kind = preview.exact ? FrameKind::Exact : FrameKind::Approximate;
  frame.step = preview.step == m_request.ts - 1 ? kFinalStage : preview.step;
  frame.timestep = preview.timestep;
  frame.picture = preview.picture;
  m_plane = preview.picture->plane;  // the final picture is compared with these
  emit logged(tr("Step %1: %2 picture in %3")
                  .arg(preview.step + 1)
                  .arg(preview.exact ? tr("exact") : tr("approximate"), durationText(preview.seconds)));
  addFrameLater(frame);
  if (!preview.exact) {
    if (!m_userPicked) showApproximation(preview);
    return;
  }
  m_onDisk.insert(preview.step);
  if (!m_userPicked) m_session.showStage(preview.step);
}

void RunFlow::showApproximation(const PreviewReady& preview) {
  const Geometry& geometry = m_session.openedCase()->file.ct->geometry;
  showImplantOnce(*preview.picture);
  if (VolumePtr thin = thinField(*preview.picture, geometry))
    m_session.showApproximation(preview.step, std::move(thin));
}

void RunFlow::showImplantOnce(const CoronalPicture& picture) {
  if (!std::exchange(m_implantSeen, true)) emit implantSeen(picture);
}

void RunFlow::pickStep(int step) {
  m_userPicked = true;
  const bool finalReady = step == kFinalStage && !m_controller.isBusy();
  if (step == kPreOpStage || finalReady || m_onDisk.contains(step))
    m_session.showStage(step);
  else if (!m_controller.isBusy() && m_decodable.contains(step))
    m_session.decodeStage(step);
}

void RunFlow::takeStage() {
  const ShownStage& stage = m_session.shownStage();
  // The last step's picture stands in the place of the final one until that is there.
  const bool standsIn = stage.isApproximate && stage.step == m_request.ts - 1;
  m_stages.strip().selectStep(standsIn ? kFinalStage : stage.step);
  if (!stage.sdf || stage.isApproximate || !m_session.openedCase() || m_onDisk.contains(stage.step)) return;
  StageFrame frame;
  frame.kind = stage.step == kFinalStage ? FrameKind::Final : FrameKind::Exact;
  frame.step = stage.step;
  frame.timestep = timestepOf(stage.step);
  if (stage.step == kFinalStage) m_finalField = stage.sdf;
  const auto ct = m_session.openedCase()->file.ct;
  m_controller.background(
      [frame, ct, sdf = stage.sdf, plane = m_plane](const std::stop_token&) {
        StageFrame shown = frame;
        shown.picture = pictureOf(*ct, sdf.get(), plane);
        return FinalPicture{drawn(shown), histogramOf(sdf->voxels, symmetricRange(sdf->voxels, kDistanceBins))};
      },
      [this, opened = m_session.sharedCase()](Answer<FinalPicture>&& answer) {
        const auto* done = std::get_if<FinalPicture>(&answer);
        if (done == nullptr || m_session.sharedCase() != opened) return;
        m_stages.addFrame(done->frame);
        showStripPlane(done->frame.picture->plane);
        showImplantOnce(*done->frame.picture);
        if (done->frame.kind == FrameKind::Final)
          m_stages.distances().setCounts(done->distances.first, done->distances.width, done->distances.counts);
        m_stages.strip().selectStep(m_session.shownStage().step);
      });
}

int RunFlow::timestepOf(int step) const {
  const auto& run = m_session.shownRun();
  if (!run || step < 0 || static_cast<std::size_t>(step) >= run->record.steps.size()) return 0;
  return run->record.steps[static_cast<std::size_t>(step)].timestep;
}

void RunFlow::end(const RunOutcome& outcome) {
  if (const auto* result = std::get_if<RunResult>(&outcome)) {
    finish(*result);
    return;
  }
  m_stages.endRun();
  m_session.showNoRun();
  if (std::holds_alternative<RunCancelled>(outcome)) {
    m_stages.head().showResult({IconName::Note, Tint::Secondary, tr("Stopped"),
                                tr("after %1").arg(durationText(elapsed())), tr("Nothing was saved as a result."),
                                false, false});
    emit logged(tr("Stopped by the user"));
    emit cancelled();
    return;
  }
  const Error& error = std::get<RunFailed>(outcome).error;
  m_stages.head().showResult(
      {IconName::Failed, Tint::Error, tr("Failed"), whatText(error).section('\n', 0, 0), {}, false, true});
  emit logged(QString::fromUtf8(error.what()));
  emit failed(error);
}

void RunFlow::finish(const RunResult& result) {
  m_stages.endRun();
  const double took = elapsed();
  m_controller.background([folder = result.folder](const std::stop_token&) { return readRun(folder); },
                          [this, took, found = result.alreadyComplete](Answer<PastRun>&& answer) {
                            if (const auto* error = std::get_if<Error>(&answer)) {
                              emit failed(*error);
                              return;
                            }
                            const PastRun& run = std::get<PastRun>(answer);
                            m_live = !found;
                            m_session.showRun(run);
                            m_session.refreshRuns();
                            emit logged(tr("Finished in %1: %2").arg(durationText(took), fromPath(run.folder.path())));
                            emit finished(run);
                          });
}

void RunFlow::showRunFromDisk() {
  const auto& run = m_session.shownRun();
  if (!run || m_controller.isBusy()) return;
  const RunRecord& record = run->record;
  m_stages.head().showResult({run->printable ? IconName::Passed : IconName::Warning,
                              run->printable ? Tint::Success : Tint::Warning, tr("Finished"),
                              tr("%n step(s) in %1", nullptr, record.request.ts).arg(durationText(run->totalSeconds)),
                              tr("Seed %1, CFG %2").arg(record.seed).arg(record.request.cfg), true, false});
  const std::vector<int> saved = savedStages(*run);
  m_onDisk = std::set<int>(saved.begin(), saved.end());
  const std::vector<int> decodable = decodableSteps(*run);
  m_decodable = std::set<int>(decodable.begin(), decodable.end());
  m_decodable.erase(record.request.ts - 1);  // the final frame stands for it
  if (m_live) return;
  m_plane = record.stripPlane;
  m_elsewhere.clear();
  if (!m_stages.strip().frames().frames().empty()) cutStage(m_stages.strip().frames().frames().front(), *m_plane);
  StagesPanel::Finished shown;
  for (const StageRecord& step : record.steps) shown.changes.push_back(step.change);
  shown.frameSteps = {m_decodable.begin(), m_decodable.end()};
  m_stages.showFinished(shown);
  const auto ct = m_session.openedCase()->file.ct;
  for (const int step : saved) {
    StageFrame frame;
    frame.kind = FrameKind::Exact;
    frame.step = step;
    frame.timestep = timestepOf(step);
    m_controller.background(
        [frame, ct, run = *run](const std::stop_token&) {
          StageFrame read = frame;
          const VolumePtr sdf = readStageField(run, frame.step, *ct);
          read.picture = pictureOf(*ct, sdf.get(), run.record.stripPlane);
          return drawn(read);
        },
        [this, folder = run->folder.path()](Answer<StageFrame>&& answer) {
          if (!m_session.shownRun() || m_session.shownRun()->folder.path() != folder) return;
          if (const auto* done = std::get_if<StageFrame>(&answer)) m_stages.addFrame(*done);
        });
  }
}

}  // namespace hipwright
