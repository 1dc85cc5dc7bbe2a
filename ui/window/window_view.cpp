// Handing over what is shown from one window to the next.
#include "ui/window/window_view.h"

#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/viewport/viewport.h"
#include "ui/window/main_window.h"
#include "ui/window/run_flow.h"
#include "ui/window/volume_flow.h"

namespace hipwright {
namespace {

constexpr std::array<SliceLayer, 3> kLayers = {SliceLayer::Crosshair, SliceLayer::Overlay, SliceLayer::Region};

}  // namespace

WindowView MainWindow::view() const {
  WindowView view;
  view.opened = m_session.sharedCase();
  if (!view.opened) return view;
  if (m_session.hasFinishedRun()) view.run = m_session.shownRun();
  view.stage = m_session.shownStage();
  if (m_beforeDemo) view.demoRequest = m_settings->form().request();
  const SliceScene& scene = m_slices->scene();
  view.crosshair = scene.crosshair();
  view.window = scene.window();
  for (const SliceLayer layer : kLayers) view.layers[static_cast<std::size_t>(layer)] = scene.isShown(layer);
  view.measurements = scene.measurements();
  for (const Plane plane : kPlanes) {
    view.cameras.push_back(m_slices->view(plane).camera());
    view.windows.push_back(m_slices->view(plane).shownWindow());
  }
  view.maximised = m_slices->maximised();
  if (const Viewport* viewport = m_volume->viewport()) {
    if (viewport->isSteered()) view.camera = viewport->camera();
    view.cut = viewport->cut();
  }
  view.stripPlane = m_flow->plane();
  return view;
}

void MainWindow::takeOver(const WindowView& view) {
  if (!view.opened) return;
  m_opensDemo = view.demoRequest.has_value();
  m_session.takeOver(view.opened, view.run);
  if (view.demoRequest) {
    m_settings->form().setRequest(*view.demoRequest);
    settingsChanged();
  }
  showAsIn(view);
  if (!view.run || view.stage.step == kFinalStage) return;
  // The result is read first: the strip has its frame from there.
  connect(
      &m_session, &PlanSession::stageShown, this, [this, stage = view.stage] { m_session.showPicture(stage); },
      static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

void MainWindow::showAsIn(const WindowView& view) {
  SliceScene& scene = m_slices->scene();
  scene.setWindow(view.window);
  scene.setCrosshair(view.crosshair);
  for (const SliceLayer layer : kLayers)
    if (scene.isShown(layer) != view.layers[static_cast<std::size_t>(layer)]) scene.toggle(layer);
  for (const Measurement& measurement : view.measurements) scene.addMeasurement(measurement);
  for (const Plane plane : kPlanes) {
    const auto index = static_cast<std::size_t>(plane);
    m_slices->view(plane).setCamera(view.cameras[index]);
    if (view.windows[index] != view.window) m_slices->view(plane).chooseWindow(view.windows[index]);
  }
  m_slices->maximise(view.maximised);
  m_flow->showLike(view.stripPlane);
  if (Viewport* viewport = m_volume->viewport()) {
    if (view.camera) viewport->holdCamera(*view.camera);
    viewport->setCut(view.cut);
  }
}

}  // namespace hipwright
