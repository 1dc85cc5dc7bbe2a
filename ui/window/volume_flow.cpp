#include "ui/window/volume_flow.h"

#include "ui/text/wording.h"
#include "ui/viewport/bone_surface.h"
#include "ui/viewport/shown_surface.h"
#include "ui/viewport/viewport.h"
#include "ui/viewport/viewport_controls.h"

#include <QFileDialog>
#include <QTimer>

namespace hipwright {
namespace {

constexpr int kAfterSlicesMs = 60;
constexpr std::size_t kBoneOnProcessor = 48'000;  // triangles that it draws in about 20 ms

}  // namespace

VolumeFlow::VolumeFlow(RunController& controller, PlanSession& session, SlicePanel& slices, QObject* parent)
    : QObject(parent), m_controller(controller), m_session(session), m_slices(slices) {
  connect(&m_session, &PlanSession::caseChanged, this, &VolumeFlow::showCase);
  connect(&m_session, &PlanSession::stageShown, this, [this] {
    const auto& mesh = m_session.shownStage().mesh;
    if (m_parts.viewport == nullptr) return;
    showBadge();
    if (mesh == m_shownMesh) return;  // live pictures have none: no new picture in 3-D
    m_shownMesh = mesh;
    // The slices show the stage first: all of it in one picture would keep the window busy for too long.
    QTimer::singleShot(kAfterSlicesMs, m_parts.viewport, [this, mesh] {
      if (mesh == m_shownMesh) m_parts.viewport->setImplant(mesh);
    });
  });
}

void VolumeFlow::makeView() {
  if (m_parts.view != nullptr) return;
  m_parts = makeViewport();
  m_slices.setFourth(m_parts.view, m_parts.tools, m_parts.foot);
  if (m_parts.viewport == nullptr)
    emit logged(m_parts.problem);
  else
    connectView();
}

void VolumeFlow::connectView() {
  Viewport& view = *m_parts.viewport;
  SliceScene& scene = m_slices.scene();
  view.setWindow(scene.window());
  connect(&view, &Viewport::picked, &scene, &SliceScene::setCrosshair);
  connect(&scene, &SliceScene::crosshairMoved, &view, &Viewport::setCrosshair);
  connect(&scene, &SliceScene::sideChanged, &view, &Viewport::setSide);
  connect(&scene, &SliceScene::windowChanged, &view, &Viewport::setWindow);
  connect(&scene, &SliceScene::layersChanged, &view, [&view, &scene] {
    view.setCrosshairShown(scene.isShown(SliceLayer::Crosshair));
    view.setImplantShown(scene.isShown(SliceLayer::Overlay));
  });
  for (const auto signal : {&SliceScene::layersChanged, &SliceScene::regionChanged})
    connect(&scene, signal, this, &VolumeFlow::showRegion);
  connect(m_parts.foot, &ViewportFoot::boneThresholdChanged, this, &VolumeFlow::extractBone);
  connect(&view.badge(), &VolumeBadge::clicked, this, &VolumeFlow::printReportWanted);
  connect(m_parts.tools, &ViewportTools::screenshotWanted, this, &VolumeFlow::savePicture);
}

void VolumeFlow::showCase() {
  m_boneJob.request_stop();
  const OpenedCase* opened = m_session.openedCase();
  if (opened != nullptr) makeView();
  if (m_parts.viewport == nullptr) return;
  m_parts.viewport->setBone(nullptr);
  m_parts.viewport->setImplant(nullptr);
  m_parts.viewport->mark({});
  m_shownMesh.reset();
  m_parts.viewport->setCase(opened == nullptr ? nullptr : opened->file.ct);
  m_parts.viewport->setCrosshair(m_slices.scene().crosshair());
  m_parts.viewport->setSide(m_slices.scene().side());
  showRegion();
  if (opened != nullptr) extractBone(m_parts.foot->boneThreshold());
}

void VolumeFlow::showRegion() {
  const SliceScene& scene = m_slices.scene();
  m_parts.viewport->setRegion(scene.isShown(SliceLayer::Region) ? scene.region() : std::nullopt);
}

void VolumeFlow::showBadge() {
  const auto& run = m_session.shownRun();
  const ShownStage& stage = m_session.shownStage();
  if (!run || stage.step == kPreOpStage) return m_parts.viewport->badge().show({}, {});
  std::vector<VolumeBadge::Mark> marks;
  QString lines;
  if (!stage.mesh) {
    lines = whyNoSurface(*run);
  } else if (stage.step == kFinalStage) {
    marks.push_back(printMark());
    const Vec3 extent = run->record.mesh.upper - run->record.mesh.lower;
    lines = tr("%1 × %2 × %3 mm").arg(numberText(extent[0], 0), numberText(extent[1], 0), numberText(extent[2], 0)) +
            '\n' + tr("%1 cm³").arg(numberText(run->record.mesh.volumeMm3 / 1000, 1));
  } else {
    lines = tr("Stage: step %1").arg(stage.step + 1);
  }
  if (run->record.demoModel) marks.push_back({IconName::Warning, "DEMO", "warning"});
  m_parts.viewport->badge().show(marks, lines);
}

/// Quick pictures are one plane thick.
QString VolumeFlow::whyNoSurface(const PastRun& run) const {
  if (m_session.hasFinishedRun()) return tr("No surface of an approximate picture");
  return run.record.request.summary ? tr("Surfaces come with exact stages and at the end")
                                    : tr("The surface comes at the end");
}

VolumeBadge::Mark VolumeFlow::printMark() const {
  if (!m_verdict) return {IconName::Waiting, tr("Checking…"), {}, VolumeBadge::Use::Look};
  const IconName icon = m_verdict->state == "ok" ? IconName::Printer : IconName::Failed;
  return {icon, m_verdict->text, m_verdict->state, VolumeBadge::Use::Click};
}

void VolumeFlow::setPrintVerdict(const std::optional<PrintVerdict>& verdict) {
  m_verdict = verdict;
  if (m_parts.viewport != nullptr) showBadge();
}

void VolumeFlow::mark(const std::optional<MarkedPart>& part) {
  if (m_parts.viewport != nullptr)
    m_parts.viewport->mark(part);
  else if (part)
    emit logged(m_parts.problem);
}

void VolumeFlow::extractBone(double hu) {
  m_boneJob.request_stop();
  if (m_session.openedCase() == nullptr) return;
  m_boneJob = m_controller.background(
      [hu, software = m_parts.software, ct = m_session.openedCase()->file.ct](const std::stop_token& stop) {
        Mesh bone = boneSurface(*ct, static_cast<float>(hu), stop);
        if (software) bone = rougher(bone, kBoneOnProcessor);
        return std::make_shared<const Mesh>(std::move(bone));
      },
      [this](Answer<std::shared_ptr<const Mesh>>&& answer) {
        if (const auto* error = std::get_if<Error>(&answer))
          emit logged(whatText(*error));
        else
          m_parts.viewport->setBone(std::get<std::shared_ptr<const Mesh>>(answer));
      });
}

void VolumeFlow::savePicture() {
  if (m_parts.viewport == nullptr) return;
  const QImage picture = m_parts.viewport->screenshot();
  auto* dialog =
      new QFileDialog(m_slices.window(), tr("Save picture of the 3-D view"), "3d.png", tr("Pictures (*.png)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("png");
  connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString& path) {
    if (picture.save(path, "PNG"))
      emit logged(tr("Saved %1").arg(path));
    else
      emit saveFailed(path);
  });
  dialog->open();
}

}  // namespace hipwright
