// The window itself: where it stands, what has the keyboard, its menus and docks, and what it says to a dropped file.
#include "engine/io/volume_file.h"
#include "tests/gui/case_scene.h"
#include "tests/gui/window_scene.h"
#include "ui/case/case_panel.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/presets/preset_bar.h"
#include "ui/runs/run_list.h"
#include "ui/slices/slice_panel.h"
#include "ui/text/language.h"
#include "ui/text/wording.h"
#include "ui/window/log_panel.h"
#include "ui/window/preferences_dialog.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_host.h"

#include <QComboBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kWaitMs = 30'000;

QString statusOf(const MainWindow& window) {
  QStringList texts;
  for (const QLabel* label : window.statusBar()->findChildren<QLabel*>()) texts << label->text();
  return texts.join('|');
}

void drag(MainWindow& window, const QMimeData& data) {
  QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&window, &enter);
}

void drop(MainWindow& window, const QMimeData& data) {
  QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&window, &event);
}

FakeModelOptions slow() {
  FakeModelOptions options;
  options.hook = delayEach(std::chrono::milliseconds(100));
  return options;
}

}  // namespace

#define OPEN_CT(window, path)                                                    \
  do {                                                                           \
    (window).open(path);                                                         \
    QTRY_VERIFY_WITH_TIMEOUT((window).actions().generate->isEnabled(), kWaitMs); \
  } while (false)

class TestWindowFrame : public QObject {
  Q_OBJECT

 private slots:
  void staysOnASmallerScreen();
  void keepsItsSurfaceWhenTheViewsCome();
  void generateHasTheKeyboardAfterStop();
  void newCasesStartWithTheirPreset();
  void menusHaveKeys();
  void preferencesHoldAtOnce();
  void theSameRunIsAButton();
  void saysWhyADroppedFileIsNotOpened();
  void theLogIsAsWideAsTheStages();
  void theLogLeavesTheStagesAsTheyWere();
  void theLogSurvivesAnotherLanguage();
  void isReadyAgainOnTheStartPage();
  void namesNoRunOfAClosedCase();
  void theListOfRunsIsNoEmptyBox();
  void panelsFitTheScreen();
};

void TestWindowFrame::staysOnASmallerScreen() {
  WindowScene scene;
  {
    scene.start();
    QWidget larger;
    larger.setGeometry(500, 400, 3000, 2000);
    QSettings settings(fromPath(scene.root() / "data" / "settings.ini"), QSettings::IniFormat);
    settings.setValue("window/geometry", larger.saveGeometry());
    settings.sync();
    scene.window().hide();
  }
  const MainWindow& again = scene.start();
  const QRect room = again.screen()->availableGeometry();
  QVERIFY2(room.contains(again.geometry()),
           qPrintable(QString("%1,%2 %3x%4").arg(again.x()).arg(again.y()).arg(again.width()).arg(again.height())));
}

/// A window whose surface changes is black until everything is drawn anew.
void TestWindowFrame::keepsItsSurfaceWhenTheViewsCome() {
  WindowScene scene;
  MainWindow& window = scene.start();
  const WId before = window.winId();
  OPEN_CT(window, scene.ct());
  QTest::qWait(500);
  QCOMPARE(window.winId(), before);
}

void TestWindowFrame::generateHasTheKeyboardAfterStop() {
  WindowScene scene;
  scene.behave(slow());
  MainWindow& window = scene.start();
  OPEN_CT(window, scene.ct());
  window.activateWindow();
  auto* generate = window.findChild<QPushButton*>("generateButton");
  generate->setFocus();
  QTRY_VERIFY_WITH_TIMEOUT(generate->hasFocus(), kWaitMs);
  QTest::mouseClick(generate, Qt::LeftButton);
  QTRY_COMPARE_WITH_TIMEOUT(window.controller().state(), RunState::Running, kWaitMs);
  auto* stop = qobject_cast<QPushButton*>(QApplication::focusWidget());
  QVERIFY(stop != nullptr && stop->text() == window.actions().stop->text());
  QTest::mouseClick(stop, Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kWaitMs);
  QCOMPARE(QApplication::focusWidget(), generate);
}

void TestWindowFrame::newCasesStartWithTheirPreset() {
  WindowScene scene;
  const std::filesystem::path other = scene.root() / "other.nii.gz";
  writeNifti(other, block(24), {});
  WindowSetup setup = scene.setup();
  setup.presetFolder = HIPWRIGHT_SOURCE_DIR "/resources/presets";
  MainWindow window(setup, scene.appearance());
  window.show();
  OPEN_CT(window, scene.ct());
  auto* presets = window.findChild<PresetBar*>();
  presets->choose("quick-look");
  const int quick = window.settingsPanel().form().request().ts;
  PresetStore(setup.presetFolder, setup.dataFolder / "presets").setDefault("quick-look");
  presets->choose("high-fidelity");
  QVERIFY(window.settingsPanel().form().request().ts != quick);
  window.open(other);
  QTRY_COMPARE_WITH_TIMEOUT(window.session().openedCase()->place.path, other, kWaitMs);
  QCOMPARE(window.settingsPanel().form().request().ts, quick);
  QCOMPARE(presets->chosen(), std::string("quick-look"));
}

void TestWindowFrame::menusHaveKeys() {
  WindowScene scene;
  MainWindow& window = scene.start();
  QStringList titles;
  for (const QAction* menu : window.menuBar()->actions()) {
    QVERIFY2(menu->text().contains('&'), qPrintable(menu->text()));
    titles << menu->text().remove('&');
  }
  QCOMPARE(titles, QStringList({"File", "Edit", "View", "Run", "Tools", "Help"}));
  QCOMPARE(window.actions().preferences->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Comma));
}

void TestWindowFrame::preferencesHoldAtOnce() {
  WindowScene scene;
  WindowSetup setup = scene.setup();
  setup.presetFolder = HIPWRIGHT_SOURCE_DIR "/resources/presets";
  MainWindow window(setup, scene.appearance());
  window.show();
  window.actions().preferences->trigger();
  auto* dialog = window.findChild<PreferencesDialog*>();
  QVERIFY(dialog != nullptr);
  const QList<QComboBox*> combos = dialog->findChildren<QComboBox*>();
  QCOMPARE(combos.size(), 3);
  emit combos[1]->activated(2);
  QCOMPARE(scene.appearance().choice(), SchemeChoice::Light);
  const int quick = combos[2]->findData("quick-look");
  QVERIFY(quick >= 0);
  emit combos[2]->activated(quick);
  PresetStore store(setup.presetFolder, setup.dataFolder / "presets");
  QCOMPARE(store.defaultId(), std::string("quick-look"));
  scene.appearance().setChoice(SchemeChoice::System);
}

void TestWindowFrame::theSameRunIsAButton() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CT(window, scene.ct());
  RunRequest request = window.settingsPanel().form().request();
  request.seed = 7;
  request.ts = 4;
  window.settingsPanel().form().setRequest(request);
  window.actions().generate->trigger();
  QTRY_COMPARE_WITH_TIMEOUT(window.session().runs().size(), std::size_t(1), kWaitMs);
  auto* same = window.findChild<QPushButton*>("sameRun");
  QTRY_VERIFY_WITH_TIMEOUT(same->isVisible() && same->isEnabled(), kWaitMs);
  QVERIFY((same->focusPolicy() & Qt::TabFocus) != 0);
  QVERIFY2(same->accessibleName().startsWith("Same as run"), qPrintable(same->accessibleName()));
  window.session().showNoRun();
  same->setFocus();
  QTest::keyClick(same, Qt::Key_Space);
  QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun(), kWaitMs);
}

void TestWindowFrame::saysWhyADroppedFileIsNotOpened() {
  WindowScene scene;
  scene.behave(slow());
  MainWindow& window = scene.start();
  OPEN_CT(window, scene.ct());
  QMimeData picture;
  picture.setUrls({QUrl::fromLocalFile("/somewhere/cat.png")});
  drag(window, picture);
  auto* note = window.findChild<QWidget*>("dropNote");
  QVERIFY(note != nullptr && note->isVisible());
  QVERIFY2(note->accessibleName().contains("not a CT volume"), qPrintable(note->accessibleName()));
  drop(window, picture);
  QVERIFY(!note->isVisible());
  auto* said = window.findChild<QMessageBox*>();
  QVERIFY(said != nullptr && said->text().contains("not a CT volume"));
  delete said;
  window.actions().generate->trigger();
  QVERIFY(window.controller().isBusy());
  QMimeData ct;
  ct.setUrls({QUrl::fromLocalFile(fromPath(scene.ct()))});
  drag(window, ct);
  drop(window, ct);
  said = window.findChild<QMessageBox*>();
  QVERIFY(said != nullptr);
  QVERIFY2(said->text().contains("A run is going"), qPrintable(said->text()));
  delete said;
  window.actions().stop->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kWaitMs);
}

void TestWindowFrame::theLogIsAsWideAsTheStages() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CT(window, scene.ct());
  const int stages = window.stagesPanel().width();
  window.actions().log->setChecked(true);
  QTRY_VERIFY_WITH_TIMEOUT(window.log().isVisible(), kWaitMs);
  QTRY_VERIFY2(window.log().width() > stages * 9 / 10, qPrintable(QString::number(window.log().width())));
  window.actions().log->setChecked(false);
  QTRY_COMPARE_WITH_TIMEOUT(window.stagesPanel().width(), stages, kWaitMs);
  QVERIFY(window.stagesPanel().isVisible());
}

void TestWindowFrame::theLogLeavesTheStagesAsTheyWere() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CT(window, scene.ct());
  QTest::qWait(200);
  const int height = window.stagesPanel().height();
  QToolButton* button = nullptr;
  for (QToolButton* each : window.statusBar()->findChildren<QToolButton*>())
    if (each->defaultAction() == window.actions().log) button = each;
  QVERIFY(button != nullptr);
  for (int i = 0; i < 2; ++i) {
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window.log().isVisible(), kWaitMs);
    QTest::qWait(200);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!window.log().isVisible(), kWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(window.stagesPanel().height(), height, 2000);
  }
}

void TestWindowFrame::theLogSurvivesAnotherLanguage() {
  WindowScene scene;
  Language language(*qApp, "en");
  {
    WindowHost host(scene.setup(), scene.appearance(), language);
    host.window().log().add("something happened");
    for (QAction* action : host.window().actions().languages->actions())
      if (action->data().toString() == "zh_CN") action->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(language.code(), QString("zh_CN"), kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(host.window().log().text().contains("something happened"), kWaitMs);
  }
  language.setCode("en");
}

void TestWindowFrame::isReadyAgainOnTheStartPage() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CT(window, scene.ct());
  QTRY_VERIFY_WITH_TIMEOUT(statusOf(window).contains("Pre-op"), kWaitMs);
  window.actions().closeCase->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().openedCase() == nullptr, kWaitMs);
  QVERIFY2(!statusOf(window).contains("Pre-op"), qPrintable(statusOf(window)));
}

void TestWindowFrame::namesNoRunOfAClosedCase() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CT(window, scene.ct());
  RunRequest request = window.settingsPanel().form().request();
  request.ts = 4;
  window.settingsPanel().form().setRequest(request);
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && !window.controller().isBusy(), kWaitMs);
  const QString folder = fromPath(window.session().shownRun()->folder.path().filename());
  QVERIFY2(statusOf(window).contains(folder), qPrintable(statusOf(window)));
  window.actions().closeCase->trigger();
  QVERIFY2(!statusOf(window).contains(folder), qPrintable(statusOf(window)));
}

void TestWindowFrame::theListOfRunsIsNoEmptyBox() {
  CasePanel panel;
  panel.resize(264, 700);
  panel.show();
  QVERIFY(!panel.runs().isVisible());
  panel.showRunCount(1);
  QVERIFY(panel.runs().isVisible());
}

/// The widths and heights of the guide, and the results in sight.
void TestWindowFrame::panelsFitTheScreen() {
  WindowScene scene;
  MainWindow& window = scene.start();
  window.resize(1280, 800);
  OPEN_CT(window, scene.ct());
  QTRY_COMPARE_WITH_TIMEOUT(window.settingsPanel().width(), 272, kWaitMs);
  QCOMPARE(window.casePanel().width(), 224);
  QCOMPARE(window.stagesPanel().height(), 208);
  QVERIFY2(window.slices().view(Plane::Axial).width() >= 185,
           qPrintable(QString::number(window.slices().view(Plane::Axial).width())));
  QVERIFY(window.casePanel().runs().parentWidget()->visibleRegion().boundingRect().height() >= 40);
  window.resize(1584, 940);
  QTRY_COMPARE_WITH_TIMEOUT(window.settingsPanel().width(), 296, kWaitMs);
  QCOMPARE(window.casePanel().width(), 264);
  QCOMPARE(window.stagesPanel().height(), 248);
}

QTEST_MAIN(TestWindowFrame)
#include "test_window_frame.moc"
