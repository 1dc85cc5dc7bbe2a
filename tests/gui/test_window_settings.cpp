// Settings that must stay what they are: across presets, cases, models, restarts, and under the wheel.
#include "engine/io/volume_file.h"
#include "engine/run/preset_store.h"
#include "engine/run/request_json.h"
#include "tests/gui/case_scene.h"
#include "tests/support/sphere_case.h"
#include "ui/parameters/settings_panel.h"
#include "ui/presets/preset_bar.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_memory.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

using namespace hipwright;
using namespace hipwright::test;

namespace {

/// A window with the presets that come with the program.
struct PresetScene {
  WindowScene scene;
  std::unique_ptr<MainWindow> window;

  WindowSetup setup() {
    WindowSetup setup = scene.setup();
    setup.presetFolder = HIPWRIGHT_SOURCE_DIR "/resources/presets";
    return setup;
  }
  MainWindow& start() {
    window.reset();
    window = std::make_unique<MainWindow>(setup(), scene.appearance());
    window->show();
    return *window;
  }
  void choosePreset(const char* id) { window->findChild<PresetBar*>()->choose(id); }
  const RunRequest& shown() const { return window->settingsPanel().form().request(); }
  RunRequest remembered() { return WindowMemory(setup().dataFolder).request({}); }
  /// As the user changes a setting.
  void edit(const std::function<void(RunRequest&)>& change) {
    RunRequest request = shown();
    change(request);
    window->settingsPanel().form().setRequest(request);
    emit window->settingsPanel().form().edited();
  }
};

std::filesystem::path anotherCt(const std::filesystem::path& folder) {
  Geometry geometry = RunScene::standardGeometry();
  geometry.size = {30, 27, 33};
  const Sphere sphere{geometry.indexToPatient({15, 13, 16}), 9, 10};
  writeNifti(folder / "other.nii.gz", sphereCt(geometry, sphere, smallProfile()), {});
  return folder / "other.nii.gz";
}

/// As from the mouse: only such an event goes on to the panel around a control that leaves it.
void turnWheel(QWidget& widget, int notches) {
  const QPointF at = QRectF(widget.rect()).center();
  QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                    false);
  QSpontaneKeyEvent::setSpontaneous(&event);
  qApp->notify(&widget, &event);
}

}  // namespace

class TestWindowSettings : public QObject {
  Q_OBJECT

 private slots:
  /// The side was chosen for the case before.
  void presetLeavesSideAndRegionToTheCase() {
    PresetScene s;
    MainWindow& window = s.start();
    OPEN_CASE(window, s.scene.ct());
    s.edit([](RunRequest& r) {
      r.side = SideChoice::Right;
      r.roi = {RegionChoice::Whole, {}};
    });
    window.open(anotherCt(s.scene.root()));
    QTRY_COMPARE_WITH_TIMEOUT(s.shown().side, SideChoice::Auto, kPatienceMs);
    s.choosePreset("quick-look");
    QCOMPARE(s.shown().ts, 20);
    QCOMPARE(s.shown().side, SideChoice::Auto);
    QCOMPARE(s.shown().roi, RegionWish());
    QCOMPARE(s.remembered().side, SideChoice::Auto);
  }

  void presetLeavesModelAndFolder() {
    PresetScene s;
    MainWindow& window = s.start();
    const std::filesystem::path other = s.scene.root() / "other";
    std::filesystem::copy(s.scene.root() / "set", other);
    const std::filesystem::path save = s.scene.root() / "elsewhere";
    emit window.settingsPanel().model().folderChosen(other);
    emit window.settingsPanel().model().saveFolderChosen(save);
    s.choosePreset("quick-look");
    QCOMPARE(s.shown().model.set, other);
    QCOMPARE(s.remembered().model.set, other);
    QCOMPARE(s.shown().save, save);
    QCOMPARE(s.remembered().save, save);
  }

  /// Starting the program chooses the preset again, and must not bring its values back.
  void changedSettingsSurviveTwoStarts() {
    PresetScene s;
    s.start();
    s.choosePreset("quick-look");
    s.edit([](RunRequest& r) { r.cfg = 4.5; });
    s.start();
    s.start();
    QCOMPARE(s.shown().cfg, 4.5);
    QCOMPARE(s.shown().ts, 20);
  }

  /// Neither do its settings come from the user, nor do they stay.
  void theDemoHasSettingsOfItsOwn() {
    PresetScene s;
    const std::filesystem::path own = s.scene.root() / "own";
    std::filesystem::copy(s.scene.root() / "set", own);
    s.scene.scene().changeProfile([](ModelProfile& profile) { profile.demo = true; });
    const std::filesystem::path demo = s.setup().dataFolder / "demo" / "demo_hip_R.nii.gz";
    std::filesystem::create_directories(demo.parent_path());
    std::filesystem::copy(anotherCt(s.scene.root()), demo);
    MainWindow& window = s.start();
    emit window.settingsPanel().model().folderChosen(own);
    s.choosePreset("high-fidelity");
    s.edit([](RunRequest& r) {
      r.cfg = 12;
      r.ts = 3;
    });
    const RunRequest before = s.shown();
    const Preset recommended = PresetStore(s.setup().presetFolder, {}).find("recommended")->preset;
    for (int i = 0; i < 2; ++i) {  // a second time while the demo is open
      window.actions().demo->trigger();
      QTRY_VERIFY_WITH_TIMEOUT(window.controller().isBusy(), kPatienceMs);
      QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && !window.controller().isBusy(), kPatienceMs);
      const RunRecord& run = window.session().shownRun()->record;
      QVERIFY(run.demoModel);
      QVERIFY(changes(recommended, run.request).empty());
      QCOMPARE(window.findChild<PresetBar*>()->chosen(), std::string("recommended"));
      QCOMPARE(requestToJson(s.remembered()), requestToJson(before));
      QCOMPARE(WindowMemory(s.setup().dataFolder).preset(), std::string("high-fidelity"));
    }
    window.actions().closeCase->trigger();
    QCOMPARE(requestToJson(s.shown()), requestToJson(before));
    QCOMPARE(window.findChild<PresetBar*>()->chosen(), std::string("high-fidelity"));
    window.actions().demo->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && !window.controller().isBusy(), kPatienceMs);
    window.open(s.scene.ct());
    QTRY_COMPARE_WITH_TIMEOUT(window.session().openedCase()->place.path, s.scene.ct(), kPatienceMs);
    QCOMPARE(s.shown().model.set, own);
    QCOMPARE(s.shown().cfg, 12.0);
    QCOMPARE(s.shown().ts, 3);
  }

  void wheelScrollsPastSettings() {
    WindowScene scene;
    MainWindow& window = scene.start();
    window.resize(1280, 800);
    OPEN_CASE(window, scene.ct());
    if (QWidget* focused = QApplication::focusWidget()) focused->clearFocus();
    SettingsPanel& panel = window.settingsPanel();
    const std::string before = requestToJson(panel.form().request());
    std::vector<QWidget*> controls;
    for (QWidget* each : panel.findChildren<QWidget*>())
      if (qobject_cast<QComboBox*>(each) || qobject_cast<QAbstractSpinBox*>(each)) controls.push_back(each);
    QVERIFY(controls.size() >= 10);
    for (QWidget* control : controls) {
      for (const int notches : {1, -1, -1}) turnWheel(*control, notches);
      QVERIFY(control->focusPolicy() == Qt::StrongFocus);
      QVERIFY2(!control->hasFocus(), control->metaObject()->className());
      QCOMPARE(requestToJson(panel.form().request()), before);
    }
    QScrollBar* bar = panel.findChild<QScrollArea*>()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    bar->setValue(0);
    auto* guidance = panel.form().findChild<QDoubleSpinBox*>();
    turnWheel(*guidance, -1);
    QVERIFY(bar->value() > 0);
    window.activateWindow();
    guidance->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(guidance->hasFocus(), kPatienceMs);
    turnWheel(*guidance, 1);
    QVERIFY(requestToJson(panel.form().request()) != before);
  }

  void forecastLearnsFromTheRun() {
    WindowScene scene;
    FakeModelOptions slow;
    slow.hook = delayEach(std::chrono::milliseconds(60));
    scene.behave(std::move(slow));
    MainWindow& window = scene.start();
    OPEN_CASE(window, scene.ct());
    const QString first = window.settingsPanel().model().forecastText();
    window.actions().generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && window.actions().generate->isEnabled(), kPatienceMs);
    const QString learnt = window.settingsPanel().model().forecastText();
    QVERIFY2(learnt.section(',', 0, 0) != first.section(',', 0, 0), qPrintable(learnt));
    emit window.settingsPanel().form().edited();
    QCOMPARE(window.settingsPanel().model().forecastText().section(',', 0, 0), learnt.section(',', 0, 0));
  }
};

QTEST_MAIN(TestWindowSettings)
#include "test_window_settings.moc"
