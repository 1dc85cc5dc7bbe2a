// Opens a procedural hip, or the CT named as the second argument, in the viewer and saves pictures of it, dark and
// light: what the eye checks after a change. Prints what the bone and a frame cost.
#include "engine/io/case_file.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/surface/isosurface.h"
#include "ui/slices/slice_panel.h"
#include "ui/theme/appearance.h"
#include "ui/viewport/bone_surface.h"
#include "ui/viewport/make_viewport.h"
#include "ui/viewport/opengl_probe.h"
#include "ui/viewport/viewport.h"
#include "ui/viewport/viewport_controls.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTimer>
#include <QVBoxLayout>
#include <cstdio>
#include <functional>

namespace hipwright {
namespace {

struct Case {
  VolumePtr ct;
  VolumePtr sdf;
  std::shared_ptr<const Mesh> implant;
  std::shared_ptr<const Mesh> bone;
  Vec3 joint;
  Side side;
};

Case openCase(const QString& path) {
  const VolumePtr ct = readCase(path.toStdString()).ct;
  QElapsedTimer timer;
  timer.start();
  auto bone = std::make_shared<const Mesh>(boneSurface(*ct, kBoneThreshold, {}));
  std::printf("bone of %lld x %lld x %lld voxels: %zu triangles in %lld ms\n",
              static_cast<long long>(ct->geometry.size[0]), static_cast<long long>(ct->geometry.size[1]),
              static_cast<long long>(ct->geometry.size[2]), bone->triangles.size(),
              static_cast<long long>(timer.elapsed()));
  return {ct, nullptr, nullptr, bone, boundingBox(ct->geometry).centre(), Side::Right};
}

Case makeCase() {
  PhantomParameters parameters = drawParameters(7);
  parameters.side = Side::Right;
  const Geometry grid = phantomGrid(parameters.side, {{0.8, 0.8, 0.8}, {150, 130, 230}, "LPS"});
  Phantom phantom = makePhantom(parameters, grid, {});
  auto implant = std::make_shared<const Mesh>(extractSurface(phantom.implantSdf, 0, {}));
  auto bone = std::make_shared<const Mesh>(boneSurface(phantom.ct, kBoneThreshold, {}));
  std::printf("bone %zu implant %zu triangles\n", bone->triangles.size(), implant->triangles.size());
  return {std::make_shared<const Volume>(std::move(phantom.ct)),
          std::make_shared<const Volume>(std::move(phantom.implantSdf)),
          implant,
          bone,
          phantom.plan.centreOfRotation + Vec3{6, 2, -40},
          parameters.side};
}

/// The panel with the 3-D view in it, and everything to see.
class Scene {
 public:
  explicit Scene(const Case& hip) : m_parts(makeViewport()) {
    m_panel.resize(904, 650);
    m_panel.setFourth(m_parts.view, m_parts.tools, m_parts.foot);
    m_panel.setCase(hip.ct);
    m_panel.setImplant(hip.sdf);
    m_panel.scene().setNote("Stage: final");
    m_panel.scene().setSide(hip.side == Side::Right ? "Right hip" : "Left hip");
    if (Viewport* viewport = m_parts.viewport) {
      QObject::connect(&m_panel, &SlicePanel::crosshairMoved, viewport, &Viewport::setCrosshair);
      viewport->setBone(hip.bone);
      viewport->setImplant(hip.implant);
      viewport->setCase(hip.ct);
    }
    m_panel.setCrosshair(hip.joint);
    m_panel.show();
  }

  SlicePanel& panel() { return m_panel; }
  Viewport* viewport() { return m_parts.viewport; }

 private:
  SlicePanel m_panel;
  ViewportParts m_parts;
};

/// What a picture costs at rest, while the camera is dragged, and when it rests again.
void printFrameTimes(Viewport& viewport) {
  constexpr int kFrames = 10;
  QElapsedTimer timer;
  const auto print = [&](const char* what, int frames) {
    std::printf("%s: %.1f ms\n", what, static_cast<double>(timer.nsecsElapsed()) / 1e6 / frames);
  };
  const auto drag = [&](int x) {
    QMouseEvent move(QEvent::MouseMove, QPointF(x, 100), viewport.mapToGlobal(QPointF(x, 100)), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&viewport, &move);
    viewport.grabFramebuffer();
  };
  viewport.grabFramebuffer();
  timer.start();
  for (int i = 0; i < kFrames; ++i) viewport.grabFramebuffer();
  print("one frame in 3-D at rest", kFrames);
  timer.restart();
  drag(50);
  print("the first while it is dragged", 1);
  timer.restart();
  for (int i = 1; i <= kFrames; ++i) drag(50 + i);
  print("one while it is dragged", kFrames);
  for (int i = kFrames; i >= 0; --i) drag(50 + i);
  timer.restart();
  viewport.screenshot();
  print("the first at rest again", 1);
  timer.restart();
  drag(51);
  print("the first of another drag", 1);
  drag(50);
  viewport.resetView();
}

}  // namespace
}  // namespace hipwright

int main(int argc, char** argv) {
  using namespace hipwright;
  QSurfaceFormat::setDefaultFormat(viewportFormat());
  QApplication application(argc, argv);
  const QDir folder(application.arguments().value(1, "."));
  Appearance appearance(application, SchemeChoice::Dark);
  const QString file = application.arguments().value(2);
  Scene scene(file.isEmpty() ? makeCase() : openCase(file));
  const std::vector<std::function<void()>> shots = {
      [&] {
        if (scene.viewport() != nullptr) {
          printFrameTimes(*scene.viewport());
        }
        scene.panel().grab().save(folder.filePath("view-dark.png"));
        appearance.setChoice(SchemeChoice::Light);
      },
      [&] {
        scene.panel().grab().save(folder.filePath("view-light.png"));
        scene.panel().setLayoutKind(ViewLayout::Grid);
        if (scene.viewport() != nullptr) scene.viewport()->setCut(Plane::Coronal);
      },
      [&] {
        scene.panel().grab().save(folder.filePath("view-grid.png"));
        if (scene.viewport() != nullptr) {
          scene.viewport()->setCut(std::nullopt);
          scene.viewport()->setSlicesShown(true);
          scene.viewport()->setCamera(orbited(scene.viewport()->camera(), {60, 30}));
          scene.panel().maximise(Pane::Volume);
        }
        appearance.setChoice(SchemeChoice::Dark);
      },
      [&] {
        scene.panel().grab().save(folder.filePath("view-volume.png"));
        application.quit();
      }};
  for (std::size_t i = 0; i < shots.size(); ++i)
    QTimer::singleShot(1200 * static_cast<int>(i + 1), &application, shots[i]);
  return application.exec();
}
