// The window as a user meets it: open, generate, stop, repeat, close, with the real widgets and threads.
#include "engine/run/preset_store.h"
#include "engine/run/request_json.h"
#include "engine/run/run_history.h"
#include "tests/gui/window_scene.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/text/wording.h"
#include "ui/window/failure_dialog.h"
#include "ui/window/window_actions.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QFile>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kCycles = 100;

/// Steps whose frames have come, in the order they came.
std::vector<int> framesOf(MainWindow& window) {
  std::vector<int> steps;
  for (const StageFrame& frame : window.stagesPanel().strip().frames().frames())
    if (!frame.image.isNull()) steps.push_back(frame.step);
  return steps;
}

void set(MainWindow& window, const std::function<void(RunRequest&)>& change) {
  RunRequest request = window.settingsPanel().form().request();
  change(request);
  window.settingsPanel().form().setRequest(request);
}

FakeModelOptions slow(int ms) {
  FakeModelOptions options;
  options.hook = delayEach(std::chrono::milliseconds(ms));
  return options;
}

std::string textOf(const std::filesystem::path& path) {
  QFile file(fromPath(path));
  return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

}  // namespace

#define OPEN(window, path)                                                             \
  do {                                                                                 \
    (window).open(path);                                                               \
    QTRY_VERIFY_WITH_TIMEOUT((window).session().openedCase() != nullptr, kPatienceMs); \
  } while (false)

#define WAIT_IDLE(window) QTRY_VERIFY_WITH_TIMEOUT(!(window).controller().isBusy(), kPatienceMs)

class TestWindow : public QObject {
  Q_OBJECT

 private slots:
  void startsEmpty();
  void opensACase();
  void generatesAndShowsTheResult();
  void stopsMidStepAndGeneratesAgain();
  void findsTheSameRunOnDisk();
  void opensARunWithoutTheModel();
  void decodesAPreviewedStageOnRequest();
  void explainsABrokenFile();
  void keepsCaseAndSettingsAfterAFailure();
  void takesADroppedFile();
  void asksBeforeClosingARun();
  void remembersSettings();
  void formKeepsEveryShippedPreset();
  void formKeepsEveryRequest_data();
  void formKeepsEveryRequest();
  void formWritesWhatIsTyped();
  void recordsTheFormsRequest();
  void survivesManyRuns();
};

void TestWindow::startsEmpty() {
  WindowScene scene;
  MainWindow& window = scene.start();
  QVERIFY(window.session().openedCase() == nullptr);
  QVERIFY(!window.actions().generate->isEnabled());
  QVERIFY(!window.actions().exportResult->isEnabled());
  QVERIFY(window.actions().openCt->isEnabled());
}

void TestWindow::opensACase() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  QVERIFY(window.actions().generate->isEnabled());
  QCOMPARE(framesOf(window), std::vector<int>{kPreOpStage});
  QVERIFY(window.slices().scene().ct() != nullptr);
  QVERIFY(window.slices().scene().implant() == nullptr);
}

void TestWindow::generatesAndShowsTheResult() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  set(window, [](RunRequest& r) {
    r.ts = 12;
    r.preview = 4;
    r.summary = true;
  });
  std::vector<int> steps;
  connect(&window.controller(), &RunController::stepFinished, this,
          [&](const StepMetrics& metrics) { steps.push_back(metrics.step); });
  QSignalSpy previews(&window.controller(), &RunController::previewReady);
  window.actions().generate->trigger();
  QVERIFY(window.controller().isBusy());
  QVERIFY(!window.actions().openCt->isEnabled());
  WAIT_IDLE(window);
  for (int i = 0; i < 12; ++i) QCOMPARE(steps[std::size_t(i)], i);
  QCOMPARE(steps.size(), std::size_t(12));
  QVERIFY(previews.size() >= 4);
  QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(framesOf(window).back() == kFinalStage, kPatienceMs);
  QVERIFY(std::is_sorted(steps.begin(), steps.end()));
  QVERIFY(!window.session().shownStage().mesh->triangles.empty());
  QVERIFY(window.slices().scene().implant() != nullptr);
  QVERIFY(window.actions().exportResult->isEnabled());
  QTRY_COMPARE_WITH_TIMEOUT(window.session().runs().size(), std::size_t(1), kPatienceMs);
}

void TestWindow::stopsMidStepAndGeneratesAgain() {
  WindowScene scene;
  scene.behave(slow(250));
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  QSignalSpy steps(&window.controller(), &RunController::stepFinished);
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(steps.size() >= 2, kPatienceMs);
  window.actions().stop->trigger();
  QCOMPARE(window.controller().state(), RunState::Stopping);
  WAIT_IDLE(window);
  QVERIFY(!window.session().shownRun().has_value());
  QVERIFY(window.actions().generate->isEnabled());
  set(window, [](RunRequest& r) { r.ts = 3; });
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && !window.controller().isBusy(), kPatienceMs);
}

void TestWindow::findsTheSameRunOnDisk() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  set(window, [](RunRequest& r) {
    r.seed = 7;
    r.ts = 4;
  });
  window.actions().generate->trigger();
  QTRY_COMPARE_WITH_TIMEOUT(window.session().runs().size(), std::size_t(1), kPatienceMs);
  QSignalSpy steps(&window.controller(), &RunController::stepFinished);
  window.actions().generate->trigger();
  WAIT_IDLE(window);
  QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
  QCOMPARE(steps.size(), 0);
}

void TestWindow::opensARunWithoutTheModel() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  set(window, [](RunRequest& r) {
    r.ts = 12;
    r.summary = true;
  });
  window.actions().generate->trigger();
  QTRY_COMPARE_WITH_TIMEOUT(window.session().runs().size(), std::size_t(1), kPatienceMs);
  const std::filesystem::path folder = window.session().runs().front().folder.path();
  const int loaded = scene.scene().modelsLoaded();
  MainWindow& again = scene.start();
  again.open(folder);
  QTRY_COMPARE_WITH_TIMEOUT(again.session().shownStage().step, kFinalStage, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(framesOf(again).size() >= 4, kPatienceMs);
  QCOMPARE(scene.scene().modelsLoaded(), loaded);
}

void TestWindow::decodesAPreviewedStageOnRequest() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  set(window, [](RunRequest& r) {
    r.ts = 12;
    r.preview = 4;
    r.summary = false;
  });
  window.actions().generate->trigger();
  QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
  FrameModel& frames = window.stagesPanel().strip().frames();
  const int step = frames.frames()[1].step;
  QCOMPARE(frames.frames()[1].kind, FrameKind::Approximate);
  window.stagesPanel().strip().setCurrentIndex(frames.index(1));
  QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, step, kPatienceMs);
  QVERIFY(window.session().shownStage().sdf != nullptr);
  QTRY_COMPARE_WITH_TIMEOUT(frames.frames()[std::size_t(frames.rowOf(step))].kind, FrameKind::Exact, kPatienceMs);
}

void TestWindow::explainsABrokenFile() {
  WindowScene scene;
  MainWindow& window = scene.start();
  const std::filesystem::path broken = scene.root() / "not_a_ct.nii.gz";
  QFile file(fromPath(broken));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("not a CT");
  file.close();
  window.open(broken);
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<FailureDialog*>() != nullptr, kPatienceMs);
  QVERIFY(window.session().openedCase() == nullptr);
  window.findChild<FailureDialog*>()->accept();
  OPEN(window, scene.ct());
}

void TestWindow::keepsCaseAndSettingsAfterAFailure() {
  WindowScene scene;
  FakeModelOptions options;
  options.hook = throwAt(FakeCall::Predict, 2);
  scene.behave(options);
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  set(window, [](RunRequest& r) { r.cfg = 4.5; });
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<FailureDialog*>() != nullptr, kPatienceMs);
  QVERIFY(window.session().openedCase() != nullptr);
  QCOMPARE(window.settingsPanel().form().request().cfg, 4.5);
  QVERIFY(window.actions().generate->isEnabled());
}

void TestWindow::takesADroppedFile() {
  WindowScene scene;
  MainWindow& window = scene.start();
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(fromPath(scene.ct()))});
  QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&window, &enter);
  QVERIFY(enter.isAccepted());
  QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&window, &drop);
  QTRY_VERIFY_WITH_TIMEOUT(window.session().openedCase() != nullptr, kPatienceMs);
}

void TestWindow::asksBeforeClosingARun() {
  WindowScene scene;
  scene.behave(slow(250));
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(window.controller().isBusy(), kPatienceMs);
  QVERIFY(!window.close());
  auto* question = window.findChild<QMessageBox*>();
  QVERIFY(question != nullptr);
  for (QAbstractButton* button : question->buttons())
    if (question->buttonRole(button) == QMessageBox::AcceptRole) button->click();
  QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), kPatienceMs);
  QVERIFY(!window.controller().isBusy());
}

void TestWindow::remembersSettings() {
  WindowScene scene;
  auto* spin = scene.start().settingsPanel().form().findChild<QDoubleSpinBox*>();
  spin->setValue(6.5);
  QCOMPARE(scene.start().settingsPanel().form().request().cfg, 6.5);
}

void TestWindow::formKeepsEveryShippedPreset() {
  const PresetStore store(HIPWRIGHT_SOURCE_DIR "/resources/presets", "");
  const PresetList list = store.list();
  QCOMPARE(list.presets.size(), std::size_t(4));
  for (const StoredPreset& stored : list.presets) {
    const RunRequest request = applied(stored.preset, RunRequest());
    ParameterForm form;
    form.setRequest(request);
    QCOMPARE(requestToJson(form.request()), requestToJson(request));
  }
}

void TestWindow::formKeepsEveryRequest_data() {
  QTest::addColumn<QString>("json");
  const auto row = [](const char* name, const std::function<void(RunRequest&)>& change) {
    RunRequest request;
    request.cond = "a.nii.gz";
    request.save = "runs";
    change(request);
    QTest::newRow(name) << QString::fromStdString(requestToJson(request));
  };
  row("defaults of the command line", [](RunRequest&) {});
  row("quick look", [](RunRequest& r) { r.ts = 20; });
  row("recommended", [](RunRequest& r) { r.cfg = 3; });
  row("high fidelity", [](RunRequest& r) { r.ts = 200; });
  row("low memory", [](RunRequest& r) { r.sw = 1; });
  row("odd guidance", [](RunRequest& r) { r.cfg = 2.123456789; });
  row("negative guidance", [](RunRequest& r) { r.cfg = -7.25; });
  row("guidance beyond the slider", [](RunRequest& r) { r.cfg = 100; });
  row("most steps", [](RunRequest& r) { r.ts = 1000; });
  row("largest seed", [](RunRequest& r) { r.seed = std::numeric_limits<std::int64_t>::max(); });
  row("smallest seed", [](RunRequest& r) { r.seed = std::numeric_limits<std::int64_t>::min(); });
  row("live frames of another number", [](RunRequest& r) { r.preview = 5; });
  row("everything else", [](RunRequest& r) {
    r.model.set = "models/a";
    r.model.ldm = "b.pt";
    r.summary = true;
    r.tiled = r.amp = false;
    r.device = DeviceChoice::Cpu;
    r.threads = 3;
    r.rng = NoiseSource::Device;
    r.space = MeshSpace::Index;
  });
}

void TestWindow::formKeepsEveryRequest() {
  QFETCH(QString, json);
  ParameterForm form;
  QSignalSpy edits(&form, &ParameterForm::edited);
  form.setRequest(requestFromJson(json.toStdString(), "row"));
  QCOMPARE(QString::fromStdString(requestToJson(form.request())), json);
  QCOMPARE(edits.size(), 0);
}

void TestWindow::formWritesWhatIsTyped() {
  ParameterForm form;
  RunRequest expected = form.request();
  form.findChild<QDoubleSpinBox*>()->setValue(4.5);
  expected.cfg = 4.5;
  QVERIFY(form.isModified());
  for (QCheckBox* box : form.findChildren<QCheckBox*>()) box->click();
  expected.tiled = !expected.tiled;
  expected.amp = !expected.amp;
  QCOMPARE(requestToJson(form.request()), requestToJson(expected));
  form.resetToStandard();
  QVERIFY(!form.isModified());
}

void TestWindow::recordsTheFormsRequest() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  set(window, [](RunRequest& r) {
    r.seed = 11;
    r.ts = 3;
    r.cfg = 2.5;
  });
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && !window.controller().isBusy(), kPatienceMs);
  const auto record = window.session().shownRun()->folder.record();
  RunRequest recorded = requestFromJson(textOf(record), "run.json");
  RunRequest expected = window.settingsPanel().form().request();
  expected.cond = scene.ct();
  recorded.model = expected.model = {};
  QCOMPARE(requestToJson(recorded), requestToJson(expected));
}

void TestWindow::survivesManyRuns() {
  WindowScene scene;
  scene.behave(slow(2));
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  std::uint64_t settled = 0;
  for (int i = 0; i < kCycles; ++i) {
    window.actions().generate->trigger();
    QTest::qWait(i * 7 % 60);
    window.actions().stop->trigger();
    WAIT_IDLE(window);
    if (i == kCycles / 4) settled = platform::peakMemory();
  }
  QVERIFY(window.actions().generate->isEnabled());
  const std::uint64_t grown = platform::peakMemory() - settled;
  std::printf("%d cycles: peak memory %.0f MB, grown by %.1f MB in the last three quarters\n", kCycles,
              double(platform::peakMemory()) / 1e6, double(grown) / 1e6);
  QVERIFY2(grown < 20'000'000, qPrintable(QString::number(grown)));
}

QTEST_MAIN(TestWindow)
#include "test_window.moc"
