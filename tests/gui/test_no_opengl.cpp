// A machine without OpenGL: a sentence stands in the place of the 3-D view, and everything else works.
#include "tests/gui/window_scene.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/viewport/opengl_probe.h"
#include "ui/viewport/viewport.h"
#include "ui/window/window_actions.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kPatienceMs = 60'000;

}  // namespace

class TestNoOpenGl : public QObject {
  Q_OBJECT

 private slots:
  void worksInTwoDimensions();
};

void TestNoOpenGl::worksInTwoDimensions() {
  const OpenGlAnswer graphics = probeOpenGl();
  if (graphics.usable) QSKIP("This display has OpenGL.");
  QVERIFY(!graphics.problem.isEmpty());
  WindowScene scene;
  MainWindow& window = scene.start();
  window.open(scene.ct());
  QTRY_VERIFY_WITH_TIMEOUT(window.actions().generate->isEnabled(), kPatienceMs);
  QVERIFY(window.findChild<Viewport*>() == nullptr);
  const QList<QLabel*> labels = window.slices().findChildren<QLabel*>();
  QVERIFY(std::any_of(labels.begin(), labels.end(),
                      [&](const QLabel* label) { return label->text().contains(graphics.problem); }));
  RunRequest request = window.settingsPanel().form().request();
  request.ts = 4;
  window.settingsPanel().form().setRequest(request);
  window.actions().generate->trigger();
  QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
  QVERIFY(!window.grab().isNull());
}

QTEST_MAIN(TestNoOpenGl)
#include "test_no_opengl.moc"
