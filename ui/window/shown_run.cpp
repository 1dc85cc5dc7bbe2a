// A finished run in the strip: its curve, and its frames as its folder has them.
#include "engine/diffusion/preview.h"
#include "engine/run/stage_decoding.h"
#include "ui/parameters/request_text.h"
#include "ui/session/stage_files.h"
#include "ui/text/wording.h"
#include "ui/window/run_flow.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

/// The plane that a run's quick pictures show, so that its result stands beside them in the same one. A run begins in
/// the middle of what the networks see; decoded stages, which come from the first step on, lead it to the implant.
std::int64_t planeOfPreviews(const RunRecord& record) {
  if (record.request.summary || record.request.preview == 0) return record.stripPlane;
  const int depth = coronalCut(record.geometry).depthAxis;
  const Vec3 middle = record.geometry.patientToIndex(boundingBox(record.plan.grid.geometry).centre());
  return std::clamp<std::int64_t>(std::llround(middle[static_cast<std::size_t>(depth)]), 0,
                                  record.geometry.size[depth] - 1);
}

}  // namespace

std::vector<int> frameSteps(const RunRequest& request) {
  std::vector<int> steps = request.preview > 0 ? previewIndices(request.ts, request.preview) : std::vector<int>();
  if (request.summary)
    for (const int step : stageIndices(request.ts)) steps.push_back(step);
  std::sort(steps.begin(), steps.end());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  std::erase(steps, request.ts - 1);
  return steps;
}

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

PictureStamp RunFlow::caseStamp() const {
  PictureStamp stamp;
  if (const OpenedCase* opened = m_session.openedCase()) stamp.caseName = QString::fromStdString(opened->file.name);
  return stamp;
}

PictureStamp RunFlow::stampOf(const RunRecord& record) const {
  PictureStamp stamp = caseStamp();
  stamp.settings = tr("Seed %1, CFG %2").arg(record.seed).arg(record.request.cfg);
  if (record.demoModel) stamp.mark = "DEMO";
  return stamp;
}

int RunFlow::timestepOf(int step) const {
  const auto& run = m_session.shownRun();
  if (!run || step < 0 || static_cast<std::size_t>(step) >= run->record.steps.size()) return 0;
  return run->record.steps[static_cast<std::size_t>(step)].timestep;
}

StageFrame RunFlow::frameOf(int step, FrameKind kind) const {
  StageFrame frame;
  frame.kind = kind;
  frame.step = step;
  frame.timestep = timestepOf(step);
  frame.crop = m_crop;
  return frame;
}

void RunFlow::showRunFromDisk() {
  const auto& run = m_session.shownRun();
  if (m_controller.isBusy()) return;
  if (!run) {
    if (!m_framesOf.empty()) showPreOp();  // it was deleted
    return;
  }
  const RunRecord& record = run->record;
  m_stages.head().showResult({run->printable ? IconName::Passed : IconName::Warning,
                              run->printable ? Tint::Success : Tint::Warning, tr("Finished"),
                              tr("%n step(s) in %1", nullptr, record.request.ts).arg(durationText(run->totalSeconds)),
                              stampOf(record).settings, true, false});
  const bool isNew = run->folder.path() != m_framesOf;
  if (isNew) emptyStrip();
  const std::vector<int> saved = savedStages(*run);
  m_onDisk = std::set<int>(saved.begin(), saved.end());
  const std::vector<int> decodable = decodableSteps(*run);
  m_decodable = std::set<int>(decodable.begin(), decodable.end());
  m_decodable.erase(record.request.ts - 1);  // the final frame stands for it
  if (isNew) showFramesFromDisk(*run);
}

void RunFlow::showFramesFromDisk(const PastRun& run) {
  const RunRecord& record = run.record;
  m_framesOf = run.folder.path();
  m_plane = planeOfPreviews(record);
  m_crop = cropAround(boundingBox(record.plan.grid.geometry), m_session.openedCase()->file.ct->geometry);
  m_stages.strip().setStamp(stampOf(record));
  matchPreOp(*m_plane);
  StagesPanel::Finished shown;
  for (const StageRecord& step : record.steps) {
    shown.changes.push_back(step.change);
    shown.shares.push_back(step.relativeChange);
  }
  std::vector<int> steps = frameSteps(record.request);
  if (steps.empty()) steps.assign(m_decodable.begin(), m_decodable.end());
  for (const int step : steps)
    shown.frames.push_back({step, m_decodable.contains(step) ? FrameKind::OnDemand : FrameKind::NotRun});
  m_stages.showFinished(shown);
  for (const int step : steps) {
    if (m_onDisk.contains(step))
      readSavedStage(step);
    else
      readSavedPreview(step);
  }
  readSavedPreview(record.request.ts - 1);  // the result is compared as it was previewed
}

void RunFlow::readSavedStage(int step) {
  m_controller.background(
      [frame = frameOf(step, FrameKind::Exact), ct = m_session.openedCase()->file.ct,
       run = *m_session.shownRun()](const std::stop_token&) {
        StageFrame read = frame;
        const VolumePtr sdf = readStageField(run, frame.step, *ct);
        read.picture = pictureOf(*ct, sdf.get(), run.record.stripPlane);
        return drawn(read);
      },
      [this, isShown = whileShown()](Answer<StageFrame>&& answer) {
        const auto* done = std::get_if<StageFrame>(&answer);
        if (done != nullptr && isShown()) m_stages.addFrame(*done);
      });
}

/// The last step's stands in for the result until that is read.
void RunFlow::readSavedPreview(int step) {
  StageFrame frame = frameOf(step, FrameKind::Approximate);
  if (step == m_session.shownRun()->record.request.ts - 1) frame.step = kFinalStage;
  m_controller.background(
      [frame, step, ct = m_session.openedCase()->file.ct, run = *m_session.shownRun(),
       plane = *m_plane](const std::stop_token&) {
        StageFrame read = frame;
        SavedPreview preview = readPreview(run, step, *ct);
        if (!preview.picture) return read;
        if (!preview.picture->sdf.empty()) {
          read.picture = std::move(preview.picture);
          return drawn(std::move(read));
        }
        preview.picture->plane = plane;
        read.image = read.crop ? croppedImage(preview.image, *preview.picture, *read.crop) : preview.image;
        read.picture = std::move(preview.picture);
        return read;
      },
      [this, isShown = whileShown()](Answer<StageFrame>&& answer) {
        const auto* done = std::get_if<StageFrame>(&answer);
        if (done != nullptr && !done->image.isNull() && isShown()) m_stages.addFrame(*done);
      });
}

}  // namespace hipwright
