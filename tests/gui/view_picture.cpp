// Opens a procedural hip in the viewer and saves pictures of it, dark and light: what the eye checks after a change.
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "ui/slices/slice_panel.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

namespace hipwright {
namespace {

struct Case {
  VolumePtr ct;
  VolumePtr sdf;
  Vec3 joint;
};

Case makeCase() {
  PhantomParameters parameters = drawParameters(7);
  const Geometry grid = phantomGrid(parameters.side, {{0.8, 0.8, 0.8}, {150, 130, 230}, "LPS"});
  Phantom phantom = makePhantom(parameters, grid, {});
  return {std::make_shared<const Volume>(std::move(phantom.ct)),
          std::make_shared<const Volume>(std::move(phantom.implantSdf)), phantom.plan.centreOfRotation};
}

}  // namespace
}  // namespace hipwright

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const QDir folder(application.arguments().value(1, "."));
  using namespace hipwright;
  Appearance appearance(application, SchemeChoice::Dark);
  const Case hip = makeCase();
  SlicePanel panel;
  panel.resize(904, 650);
  panel.setCase(hip.ct);
  panel.setImplant(hip.sdf);
  panel.scene().setNote("Stage: final");
  panel.scene().setSide("Right hip");
  panel.setCrosshair(hip.joint);
  panel.show();
  QTimer::singleShot(500, &application, [&] {
    panel.grab().save(folder.filePath("view-dark.png"));
    appearance.setChoice(SchemeChoice::Light);
    panel.grab().save(folder.filePath("view-light.png"));
    application.quit();
  });
  return application.exec();
}
