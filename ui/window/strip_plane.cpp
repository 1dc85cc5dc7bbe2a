// The plane of the strip: cuts the frames of a finished run anew where the user wants to look.
#include "ui/filmstrip/plane_chooser.h"
#include "ui/session/stage_files.h"
#include "ui/slices/plane.h"
#include "ui/window/run_flow.h"

#include <utility>

namespace hipwright {
namespace {

/// "A 4.2": where a coronal plane lies in the patient, mm.
QString placeOf(std::int64_t plane, const Geometry& geometry) {
  const int axis = coronalCut(geometry).depthAxis;
  Vec3 middle{};
  for (int a = 0; a < 3; ++a) middle[a] = 0.5 * static_cast<double>(geometry.size[a] - 1);
  middle[axis] = static_cast<double>(plane);
  return placeText(1, geometry.indexToPatient(middle)[1]);
}

/// Of a field that is kept, read, or not there.
std::shared_ptr<const CoronalPicture> cutThrough(const Volume& ct, const KeptField* kept, const Volume* field,
                                                 std::int64_t plane) {
  auto picture = std::make_shared<CoronalPicture>(coronalPicture(ct, kept == nullptr ? field : nullptr, plane));
  if (kept != nullptr) picture->sdf = coronalPlane(*kept, coronalCut(ct.geometry), picture->plane);
  return picture;
}

}  // namespace

void RunFlow::showStripPlane(std::int64_t plane) {
  if (m_controller.isBusy() || m_session.openedCase() == nullptr) return;
  const Geometry geometry = m_session.openedCase()->file.ct->geometry;
  PlaneChooser& chooser = m_stages.head().plane();
  chooser.setPlanes(geometry.size[coronalCut(geometry).depthAxis],
                    [geometry](std::int64_t index) { return tr("%1 mm").arg(placeOf(index, geometry)); });
  chooser.setPlane(plane);
  chooser.show();
  m_plane = plane;
  m_stages.showAreasIn(plane);
}

void RunFlow::namePlanes() {
  const Geometry geometry = m_session.openedCase()->file.ct->geometry;
  m_stages.strip().setPlaneWords(
      [geometry](std::int64_t index) { return tr("Coronal %1 mm").arg(placeOf(index, geometry)); });
}

void RunFlow::matchPreOp(std::int64_t plane) {
  const std::vector<StageFrame>& frames = m_stages.strip().frames().frames();
  if (!m_session.shownRun() || frames.empty() || frames.front().kind != FrameKind::PreOp || !frames.front().picture)
    return;
  if (frames.front().picture->plane != plane || frames.front().crop != m_crop) cutStage(frames.front(), plane);
}

void RunFlow::showLike(const std::optional<std::int64_t>& plane) {
  m_implantSeen = true;
  m_planeToTake = plane;
}

void RunFlow::takePlane() {
  const std::optional<std::int64_t> plane = std::exchange(m_planeToTake, std::nullopt);
  if (!plane || plane == m_plane) return;
  showStripPlane(*plane);
  cutAnew(*plane);
}

void RunFlow::cutAnew(std::int64_t plane) {
  if (m_controller.isBusy() || !m_session.hasFinishedRun()) return;
  for (std::stop_source& job : m_planeJobs) job.request_stop();
  m_planeJobs.clear();
  m_plane = plane;
  m_stages.showAreasIn(plane);
  const std::vector<StageFrame> frames = m_stages.strip().frames().frames();
  for (const StageFrame& frame : frames) {
    const bool readable = frame.kind == FrameKind::PreOp || frame.step == kFinalStage ||
                          m_onDisk.contains(frame.step) || m_kept.contains(frame.step);
    if (readable) {
      cutStage(frame, plane);
      continue;
    }
    // The rest was seen in its own plane alone; elsewhere it can be decoded, and going back shows it again.
    if (frame.picture) m_elsewhere[frame.step] = frame;
    const auto kept = m_elsewhere.find(frame.step);
    if (kept == m_elsewhere.end()) continue;
    StageFrame shown = kept->second;
    if (shown.picture->plane != plane) {
      shown.image = {};
      shown.picture.reset();
      shown.areaCm2.reset();
      shown.change.reset();
      shown.kind = m_decodable.contains(frame.step) ? FrameKind::OnDemand : FrameKind::NotRun;
    }
    m_stages.addFrame(shown);
  }
}

void RunFlow::cutStage(StageFrame frame, std::int64_t plane) {
  const auto ct = m_session.openedCase()->file.ct;
  const ShownStage& shown = m_session.shownStage();
  const auto at = m_kept.find(frame.step);
  const auto kept = at == m_kept.end() ? nullptr : at->second;
  const VolumePtr known = shown.step == frame.step    ? shown.sdf
                          : frame.step == kFinalStage ? m_finalField.lock()
                                                      : nullptr;
  frame.crop = m_crop;
  const auto work = [frame = std::move(frame), ct, kept, known, plane,
                     run = *m_session.shownRun()](const std::stop_token& stop) {
    throwIfStopped(stop);
    VolumePtr field = known;
    if (!field && !kept && frame.kind != FrameKind::PreOp)
      field = frame.step == kFinalStage ? readFinalField(run) : readStageField(run, frame.step, *ct);
    StageFrame cut = frame;
    cut.picture = cutThrough(*ct, kept.get(), field.get(), plane);
    return drawn(std::move(cut));
  };
  m_planeJobs.push_back(m_controller.background(work, [this, isShown = whileShown()](Answer<StageFrame>&& answer) {
    const auto* done = std::get_if<StageFrame>(&answer);
    if (done != nullptr && isShown()) m_stages.addFrame(*done);
  }));
}

}  // namespace hipwright
