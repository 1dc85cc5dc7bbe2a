#include "ui/window/run_flow.h"

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

/// A decoded frame, how its distances are spread, and what is kept of its field.
struct DecodedFrame {
  StageFrame frame;
  Histogram distances;
  std::shared_ptr<const KeptField> kept;
};

/// Stages stand in the plane of the others, whatever it shows of them. The result leads to the implant.
DecodedFrame decodedFrame(StageFrame frame, const Volume& ct, const Volume& sdf, std::optional<std::int64_t> plane) {
  const bool isFinal = frame.kind == FrameKind::Final;
  if (isFinal || !plane)
    frame.picture = pictureOf(ct, &sdf, plane);
  else
    frame.picture = std::make_shared<CoronalPicture>(coronalPicture(ct, &sdf, *plane));
  if (!isFinal) return {drawn(std::move(frame)), {}, std::make_shared<const KeptField>(keptField(sdf))};
  return {drawn(std::move(frame)), histogramOf(sdf.voxels, symmetricRange(sdf.voxels, kDistanceBins)), nullptr};
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
  connect(&m_session, &PlanSession::decodingStage, this, [this](int step) { m_stages.strip().frames().setBusy(step); });
  connect(&m_session, &PlanSession::failed, this, [this](const Error&, Activity activity) {
    if (activity != Activity::ShowingStage) return;
    m_stages.strip().frames().setBusy(std::nullopt);
    selectShown();
  });
  connect(&m_stages.head(), &RunHead::followRequested, this, &RunFlow::follow);
}

/// What was made in the background may come when the strip shows another run.
std::function<bool()> RunFlow::whileShown() const {
  return [this, turn = m_turn] { return turn == m_turn; };
}

void RunFlow::addFrameLater(StageFrame frame) {
  m_controller.background([frame = std::move(frame)](const std::stop_token&) { return drawn(frame); },
                          [this, isShown = whileShown()](Answer<StageFrame>&& answer) {
                            const auto* done = std::get_if<StageFrame>(&answer);
                            if (done == nullptr || !isShown()) return;
                            m_stages.addFrame(*done);
                            selectShown();
                          });
}

void RunFlow::emptyStrip() {
  ++m_turn;
  m_framesOf.clear();
  m_plane.reset();
  m_planeToTake.reset();
  m_elsewhere.clear();
  m_kept.clear();
  m_crop.reset();
  m_onDisk.clear();
  m_decodable.clear();
  m_stages.strip().setStamp(caseStamp());
}

void RunFlow::showPreOp() {
  const OpenedCase* opened = m_session.openedCase();
  if (opened == nullptr) return;
  StageFrame preOp;
  preOp.kind = FrameKind::PreOp;
  preOp.step = kPreOpStage;
  preOp.picture = pictureOf(*opened->file.ct, nullptr, std::nullopt);
  m_implantSeen = false;
  emptyStrip();
  namePlanes();
  m_stages.showPreOp(drawn(preOp));
  m_stages.strip().selectStep(kPreOpStage);
  m_stages.head().showIdle(m_readiness);
}

void RunFlow::setReadiness(const QString& text) {
  m_readiness = text;
  if (m_stages.head().isIdle()) m_stages.head().showIdle(text);
}

void RunFlow::start(const RunRequest& request, const ModelProfile& profile, const Geometry& modelGrid) {
  m_request = request;
  m_isDemo = profile.demo;
  m_userPicked = false;
  m_implantSeen = false;
  emptyStrip();
  m_crop = cropAround(boundingBox(modelGrid), m_session.openedCase()->file.ct->geometry);
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
  live.record.demoModel = m_isDemo;
  m_framesOf = started.folder;
  m_stages.strip().setStamp(stampOf(live.record));
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
  frame.crop = m_crop;
  m_plane = preview.picture->plane;  // the final picture is compared with these
  matchPreOp(*m_plane);
  emit logged(tr("Step %1: %2 picture in %3")
                  .arg(preview.step + 1)
                  .arg(preview.exact ? tr("exact") : tr("approximate"), durationText(preview.seconds)));
  addFrameLater(frame);
  if (preview.exact) m_onDisk.insert(preview.step);
  if (m_userPicked) return;
  if (!preview.exact) showImplantOnce(*preview.picture);
  showFrame(frame);
}

/// From disk where all of it is, otherwise what there is of it.
void RunFlow::showFrame(const StageFrame& frame) {
  const int step = frame.step == kFinalStage ? m_request.ts - 1 : frame.step;
  if (step == kPreOpStage || m_onDisk.contains(step)) return m_session.showStage(step);
  if (!frame.picture || m_session.openedCase() == nullptr) return;
  const VolumePtr thin = thinField(*frame.picture, m_session.openedCase()->file.ct->geometry);
  if (thin) m_session.showPicture({step, thin, nullptr, frame.kind == FrameKind::Approximate});
}

void RunFlow::showImplantOnce(const CoronalPicture& picture) {
  if (!std::exchange(m_implantSeen, true)) emit implantSeen(picture);
}

void RunFlow::pickStep(int step) {
  m_stages.strip().frames().setBusy(std::nullopt);
  if (m_controller.isBusy()) {
    m_userPicked = true;
    m_stages.head().showViews(RunHead::Views::Held);
  }
  if (step == kFinalStage && m_session.hasFinishedRun()) return m_session.showStage(step);
  if (const auto kept = m_kept.find(step); kept != m_kept.end())
    return m_session.showField(
        step, [field = kept->second]() -> VolumePtr { return std::make_shared<const Volume>(restored(*field)); });
  const FrameModel& frames = m_stages.strip().frames();
  const int row = frames.rowOf(step);
  if (row >= 0) showFrame(frames.frames()[static_cast<std::size_t>(row)]);
  const bool exact = step == kPreOpStage || m_onDisk.contains(step);
  if (!exact && !m_controller.isBusy() && m_decodable.contains(step)) m_session.decodeStage(step);
}

void RunFlow::follow() {
  m_userPicked = false;
  m_stages.head().showViews(RunHead::Views::Follow);
  const std::vector<StageFrame>& frames = m_stages.strip().frames().frames();
  const auto newest =
      std::find_if(frames.rbegin(), frames.rend(), [](const StageFrame& frame) { return !frame.image.isNull(); });
  if (newest != frames.rend()) showFrame(StageFrame(*newest));
}

/// The last step's picture stands in the place of the final one until that is there.
void RunFlow::selectShown() {
  FrameStrip& strip = m_stages.strip();
  const ShownStage& stage = m_session.shownStage();
  strip.selectStep(strip.frames().rowOf(stage.step) < 0 ? kFinalStage : stage.step);
}

void RunFlow::takeStage() {
  const ShownStage& stage = m_session.shownStage();
  m_stages.strip().frames().setBusy(std::nullopt);
  selectShown();
  if (!stage.mesh || !m_session.openedCase() || m_onDisk.contains(stage.step)) return;
  if (m_kept.contains(stage.step)) return;
  const StageFrame frame = frameOf(stage.step, stage.step == kFinalStage ? FrameKind::Final : FrameKind::Exact);
  if (stage.step == kFinalStage) m_finalField = stage.sdf;
  m_controller.background([frame, ct = m_session.openedCase()->file.ct, sdf = stage.sdf,
                           plane = m_plane](const std::stop_token&) { return decodedFrame(frame, *ct, *sdf, plane); },
                          [this, isShown = whileShown()](Answer<DecodedFrame>&& answer) {
                            const auto* done = std::get_if<DecodedFrame>(&answer);
                            if (done == nullptr || !isShown()) return;
                            const std::int64_t plane = done->frame.picture->plane;
                            if (done->kept) m_kept[done->frame.step] = done->kept;
                            // The user has moved the plane meanwhile.
                            if (done->kept && m_plane && *m_plane != plane) return cutStage(done->frame, *m_plane);
                            m_stages.addFrame(done->frame);
                            showStripPlane(plane);
                            matchPreOp(plane);
                            showImplantOnce(*done->frame.picture);
                            takePlane();
                            if (done->frame.kind == FrameKind::Final)
                              m_stages.distances().setCounts(done->distances.first, done->distances.width,
                                                             done->distances.counts);
                            selectShown();
                          });
}

void RunFlow::end(const RunOutcome& outcome) {
  if (const auto* result = std::get_if<RunResult>(&outcome)) {
    finish(*result);
    return;
  }
  m_stages.endRun(FrameModel::End::Stopped);
  m_framesOf.clear();
  m_onDisk.clear();  // stages of a run that is not complete cannot be read
  const bool kept = m_session.shownRun() && isInterrupted(m_session.shownRun()->folder.path());
  m_session.showNoRun();
  if (std::holds_alternative<RunCancelled>(outcome)) {
    m_stages.head().showResult(
        {IconName::Note, Tint::Secondary, tr("Stopped"), tr("after %1").arg(durationText(elapsed())),
         kept ? tr("There is no result. Runs of this case lists it, to continue or delete.") : tr("Nothing was saved."),
         false, false});
    emit logged(tr("Stopped by the user"));
    emit cancelled();
    return;
  }
  const Error& error = std::get<RunFailed>(outcome).error;
  m_stages.head().showResult(
      {IconName::Failed, Tint::Error, tr("Failed"), whatText(error).section('\n', 0, 0), {}, false, true});
  emit logged(whatText(error));
  emit failed(error);
}

void RunFlow::finish(const RunResult& result) {
  m_stages.endRun(FrameModel::End::Finished);
  const double took = elapsed();
  m_controller.background([folder = result.folder](const std::stop_token&) { return readRun(folder); },
                          [this, took](Answer<PastRun>&& answer) {
                            if (const auto* error = std::get_if<Error>(&answer)) {
                              emit failed(*error);
                              return;
                            }
                            const PastRun& run = std::get<PastRun>(answer);
                            m_session.showRun(run);
                            m_session.refreshRuns();
                            emit logged(tr("Finished in %1: %2").arg(durationText(took), fromPath(run.folder.path())));
                            emit finished(run);
                          });
}

}  // namespace hipwright
