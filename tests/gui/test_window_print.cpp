// The badge in the 3-D view: says whether the shown implant prints, and opens the report that shows faults there.
#include "tests/gui/window_scene.h"
#include "ui/parameters/settings_panel.h"
#include "ui/text/language.h"
#include "ui/theme/parts.h"
#include "ui/viewport/viewport.h"
#include "ui/viewport/volume_badge.h"
#include "ui/window/print_flow.h"
#include "ui/window/window_actions.h"

#include <QApplication>
#include <QDockWidget>
#include <QPushButton>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kBeside = 15;  // px from the middle, where the crosshair is seen end on

Pill* badge(const MainWindow& window) {
  const auto* view = window.findChild<VolumeBadge*>();
  return view == nullptr ? nullptr : view->findChild<Pill*>();
}

}  // namespace

class TestWindowPrint : public QObject {
  Q_OBJECT

 private slots:
  void badgeOpensTheReport();
  void otherLimitsChangeTheBadge();

 private:
  static MainWindow& generated(WindowScene& scene);
};

MainWindow& TestWindowPrint::generated(WindowScene& scene) {
  MainWindow& window = scene.start();
  window.open(scene.ct());
  [&] { QTRY_VERIFY_WITH_TIMEOUT(window.actions().generate->isEnabled(), kPatienceMs); }();
  RunRequest request = window.settingsPanel().form().request();
  request.ts = 4;
  window.settingsPanel().form().setRequest(request);
  window.actions().generate->trigger();
  [&] { QTRY_VERIFY_WITH_TIMEOUT(window.printFlow().verdict().has_value(), kPatienceMs); }();
  return window;
}

void TestWindowPrint::badgeOpensTheReport() {
  WindowScene scene;
  MainWindow& window = generated(scene);
  auto* view = window.findChild<Viewport*>();
  if (view == nullptr) QSKIP("This display has no OpenGL.");
  QCOMPARE(badge(window)->text(), QString("Print-ready"));
  auto* dock = window.findChild<QDockWidget*>("printDock");
  QVERIFY(!dock->isVisible());
  QTest::mouseClick(badge(window), Qt::LeftButton);
  QTRY_VERIFY(dock->isVisible());
  PrintTable& table = window.printFlow().view().table();
  QTRY_COMPARE(table.rows().size(), std::size_t{11});
  QTRY_VERIFY_WITH_TIMEOUT(view->isReady(), kPatienceMs);
  const CameraPose before = view->camera();
  QPushButton* show = nullptr;
  for (QPushButton* each : table.findChildren<QPushButton*>())
    if (each->accessibleName().contains("Overhang")) show = each;
  QVERIFY(show != nullptr);
  QTest::keyClick(show, Qt::Key_Space);
  QTRY_VERIFY_WITH_TIMEOUT(view->isReady() && view->camera().back()[2] < -0.9, kPatienceMs);  // from below
  QVERIFY(before.back()[2] > -0.1);
  const QColor fault = themeOf(view->palette()).error;
  const QImage marked = view->screenshot();
  const auto isFault = [&](const QColor& at) { return at.red() > at.blue() + 60 && at.saturation() > 60; };
  const QPoint middle(marked.width() / 2 + kBeside, marked.height() / 2 + kBeside);
  QVERIFY2(isFault(marked.pixelColor(middle)), qPrintable(marked.pixelColor(middle).name() + " " + fault.name()));
  QTest::keyClick(badge(window), Qt::Key_Space);
  QTRY_VERIFY(!dock->isVisible());
  QCOMPARE(table.markedRow(), -1);
  const QImage clean = view->screenshot();
  QVERIFY(!isFault(clean.pixelColor(middle)));
}

void TestWindowPrint::otherLimitsChangeTheBadge() {
  WindowScene scene;
  MainWindow& window = generated(scene);
  if (badge(window) == nullptr) QSKIP("This display has no OpenGL.");
  PrintOptions limits;
  limits.printerMm = {10, 10, 10};
  window.printFlow().setLimits(limits);
  QTRY_COMPARE_WITH_TIMEOUT(badge(window)->text(), QString("1 check failed"), kPatienceMs);
}

int main(int argc, char** argv) {
  QSurfaceFormat format;
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  QSurfaceFormat::setDefaultFormat(format);
  QApplication application(argc, argv);
  Language language(application, "en");
  TestWindowPrint test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_window_print.moc"
