// A machine without OpenGL: a sentence stands in the place of the 3-D view, and everything else works.
#include "tests/gui/compare_scene.h"
#include "ui/compare/columns_view.h"
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

class TestNoOpenGl : public QObject {
  Q_OBJECT

 private slots:
  void worksInTwoDimensions();
  void comparesInTwoDimensions();
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

void TestNoOpenGl::comparesInTwoDimensions() {
  if (probeOpenGl().usable) QSKIP("This display has OpenGL.");
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  QVERIFY(s.page().columns().surfaces() == nullptr);
  const auto* message = s.page().findChild<QLabel*>("noSurfaces");
  QVERIFY(message != nullptr && message->isVisible() && !message->text().isEmpty());
  QCOMPARE(s.cell(NumberId::Dice, 3), QString("reference"));
  QVERIFY(s.cell(NumberId::Volume, 1).toDouble() > 0);
  QVERIFY(!s.page().grab().isNull());
}

QTEST_MAIN(TestNoOpenGl)
#include "test_no_opengl.moc"
