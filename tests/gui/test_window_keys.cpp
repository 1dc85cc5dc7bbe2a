// The keys of the window as a whole, each where it should act and where it should not.
#include "tests/gui/window_scene.h"
#include "ui/case/case_panel.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/window/window_actions.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <set>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kPatienceMs = 30'000;

}  // namespace

#define OPEN(window, path)                                                             \
  do {                                                                                 \
    (window).open(path);                                                               \
    QTRY_VERIFY_WITH_TIMEOUT((window).session().openedCase() != nullptr, kPatienceMs); \
  } while (false)

class TestWindowKeys : public QObject {
  Q_OBJECT

 private slots:
  void keysMoveBetweenPanels();
  void numbersChooseLayoutsInAView();
  void escapeAsksAfterLongWork();
};

void TestWindowKeys::keysMoveBetweenPanels() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  window.activateWindow();
  const std::vector<QWidget*> panels = {&window.slices(), &window.casePanel(), &window.settingsPanel(),
                                        &window.stagesPanel()};
  window.slices().view(Plane::Axial).setFocus();
  const auto focusedPanel = [&] {
    for (std::size_t i = 0; i < panels.size(); ++i)
      if (window.focusWidget() != nullptr && panels[i]->isAncestorOf(window.focusWidget())) return int(i);
    return -1;
  };
  QCOMPARE(focusedPanel(), 0);
  std::set<int> seen;
  QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), &window.slices().view(Plane::Axial), kPatienceMs);
  for (int i = 0; i < 4; ++i) {
    window.actions().nextPanel->trigger();
    seen.insert(focusedPanel());
  }
  QVERIFY(seen.size() >= 3 && !seen.contains(-1));
  QVERIFY(seen.contains(2));
}

void TestWindowKeys::numbersChooseLayoutsInAView() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  window.activateWindow();
  SliceView& view = window.slices().view(Plane::Axial);
  view.setFocus();
  QTRY_VERIFY_WITH_TIMEOUT(view.hasFocus(), kPatienceMs);
  QTest::keyClick(&view, Qt::Key_3);
  QCOMPARE(window.slices().layoutKind(), ViewLayout::Slices);
  QTest::keyClick(&view, Qt::Key_2);
  QCOMPARE(window.slices().layoutKind(), ViewLayout::Grid);
  auto* steps = window.settingsPanel().form().findChild<QSpinBox*>();
  steps->setFocus();
  QTRY_VERIFY_WITH_TIMEOUT(steps->hasFocus(), kPatienceMs);
  QTest::keyClick(steps, Qt::Key_1);
  QCOMPARE(window.slices().layoutKind(), ViewLayout::Grid);
}

void TestWindowKeys::escapeAsksAfterLongWork() {
  WindowScene scene;
  FakeModelOptions slow;
  slow.hook = delayEach(std::chrono::milliseconds(100));
  scene.behave(std::move(slow));
  WindowSetup setup = scene.setup();
  setup.askAfterSeconds = 0;
  MainWindow window(setup, scene.appearance());
  window.show();
  OPEN(window, scene.ct());
  window.actions().generate->trigger();
  window.actions().escape->trigger();
  QCOMPARE(window.controller().state(), RunState::Running);
  auto* question = window.findChild<QMessageBox*>();
  QVERIFY(question != nullptr);
  for (QAbstractButton* button : question->buttons())
    if (question->buttonRole(button) == QMessageBox::AcceptRole) button->click();
  QVERIFY(window.controller().state() != RunState::Running);
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
}

QTEST_MAIN(TestWindowKeys)
#include "test_window_keys.moc"
