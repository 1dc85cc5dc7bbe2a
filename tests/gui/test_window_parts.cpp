// What surrounds a run in the window: export, language, presets, and how long the GUI thread is busy.
#include "engine/io/mesh_file.h"
#include "engine/weights/mismatch_table.h"
#include "tests/gui/timed_application.h"
#include "tests/gui/window_scene.h"
#include "ui/export/export_dialog.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/text/wording.h"
#include "ui/window/failure_dialog.h"
#include "ui/window/mismatch_view.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_host.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr double kLongestHandlerMs = 50;
constexpr double kUsualHandlerMs = 16;  // 99 of 100 are shorter
constexpr int kTries = 3;

void generate(MainWindow& window, const RunRequest& request) {
  window.settingsPanel().form().setRequest(request);
  window.actions().generate->trigger();
}

RunRequest shortRun(MainWindow& window) {
  RunRequest request = window.settingsPanel().form().request();
  request.seed = 5;
  request.ts = 6;
  request.preview = 3;
  return request;
}

}  // namespace

class TestWindowParts : public QObject {
  Q_OBJECT

 private slots:
  void exportsWhatWasChosen();
  void speaksAnotherLanguage();
  void showsTheKeysThatDoNotFit();
  void measuresFromTheToolbar();
  void keepsTheGuiThreadFree();
};

void TestWindowParts::exportsWhatWasChosen() {
  WindowScene scene;
  MainWindow& window = scene.start();
  window.open(scene.ct());
  QTRY_VERIFY_WITH_TIMEOUT(window.actions().generate->isEnabled(), kPatienceMs);
  generate(window, shortRun(window));
  QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(window.actions().exportResult->isEnabled(), kPatienceMs);
  window.actions().exportResult->trigger();
  auto* dialog = window.findChild<ExportDialog*>();
  QVERIFY(dialog != nullptr);
  const std::filesystem::path file = scene.root() / "out" / "implant.stl";
  dialog->setFile(file);
  QSignalSpy exported(dialog, &ExportDialog::exported);
  QTRY_VERIFY_WITH_TIMEOUT(dialog->exportButton().isEnabled(), kPatienceMs);
  dialog->exportButton().click();
  QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatienceMs);
  QCOMPARE(readStl(file).triangles.size(), window.session().shownStage().mesh->triangles.size());
}

void TestWindowParts::speaksAnotherLanguage() {
  WindowScene scene;
  Language language(*qApp, "en");
  {
    WindowHost host(scene.setup(), scene.appearance(), language);
    QCOMPARE(host.window().actions().openCt->text(), QString("Open CT"));
    host.window().open(scene.ct());
    QTRY_VERIFY_WITH_TIMEOUT(host.window().session().openedCase() != nullptr, kPatienceMs);
    for (QAction* action : host.window().actions().languages->actions())
      if (action->data().toString() == "zh_CN") action->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(host.window().actions().openCt->text(), QString::fromUtf8("打开 CT"), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(host.window().session().openedCase() != nullptr, kPatienceMs);
    const Error error(ErrorCode::FileNotFound, {{"path", "a.nii"}});
    QCOMPARE(whatText(error), QString::fromUtf8("没有文件 a.nii。"));
    for (const ErrorCode code : allErrorCodes()) {
      const std::string what(whatTemplate(code));
      const std::string remedy(remedyTemplate(code));
      QVERIFY2(QCoreApplication::translate("Error", what.c_str()) != QString::fromStdString(what), what.c_str());
      QVERIFY2(QCoreApplication::translate("Error", remedy.c_str()) != QString::fromStdString(remedy), remedy.c_str());
    }
  }
  language.setCode("en");
}

/// What the engine writes as text comes back key by key.
void TestWindowParts::showsTheKeysThatDoNotFit() {
  Checkpoint checkpoint;
  ParameterShapes expected;
  checkpoint.weights["conv.weight"].shape = {64, 32, 3, 3, 3};
  expected["conv.weight"] = {64, 16, 3, 3, 3};
  expected["norm.weight"] = {64};
  for (int i = 0; i < 20; ++i) checkpoint.weights["attention." + std::to_string(10 + i)].shape = {i + 1};
  const Error error(ErrorCode::CheckpointMismatch, {{"path", "a.pt"}, {"table", mismatchTable(checkpoint, expected)}});
  const Mismatch mismatch = mismatchOf(QString::fromStdString(error.values().at("table")));
  const auto& wrong = mismatch.kinds[Mismatch::kWrongShape];
  QCOMPARE(wrong.count, 1);
  QCOMPARE(wrong.keys[0].name, QString("conv.weight"));
  QCOMPARE(wrong.keys[0].expected, QString::fromStdString(shapeText(expected["conv.weight"])));
  QCOMPARE(wrong.keys[0].found, QString::fromStdString(shapeText(checkpoint.weights["conv.weight"].shape)));
  QCOMPARE(mismatch.kinds[Mismatch::kMissing].keys.at(0).expected, QString::fromStdString(shapeText({64})));
  const auto& unexpected = mismatch.kinds[Mismatch::kUnexpected];
  QCOMPARE(unexpected.count, 20);
  QVERIFY(unexpected.keys.size() < 20 && unexpected.keys.size() >= 10);
  for (std::size_t i = 0; i < unexpected.keys.size(); ++i)
    QCOMPARE(unexpected.keys[i].found, QString::fromStdString(shapeText({std::int64_t(i) + 1})));
  FailureDialog dialog(error, {"The run failed", "Your case and settings are kept."});
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  auto* view = dialog.findChild<MismatchView*>();
  QVERIFY(view != nullptr);
  QCOMPARE(view->findChild<QTabBar*>()->currentIndex(), int(Mismatch::kUnexpected));
  QCOMPARE(view->findChild<QTableWidget*>()->rowCount(), int(unexpected.keys.size()));
}

void TestWindowParts::measuresFromTheToolbar() {
  WindowScene scene;
  MainWindow& window = scene.start();
  window.open(scene.ct());
  QTRY_VERIFY_WITH_TIMEOUT(window.actions().generate->isEnabled(), kPatienceMs);
  SliceView& view = window.slices().view(Plane::Coronal);
  QVERIFY(!window.actions().clearMeasurements->isEnabled());
  window.actions().ruler->trigger();
  QVERIFY(window.actions().ruler->isChecked());
  QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().center());
  QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().center() + QPoint(40, 0));
  QCOMPARE(window.slices().scene().measurements().size(), std::size_t(1));
  QVERIFY(!window.actions().ruler->isChecked());  // one measurement, then the pointer is free again
  window.actions().angle->trigger();
  window.actions().angle->trigger();
  QVERIFY(window.slices().scene().tool() == SliceTool::Navigate);
  window.actions().clearMeasurements->trigger();
  QVERIFY(window.slices().scene().measurements().empty());
  window.actions().link->trigger();
  QVERIFY(!window.slices().scene().isLinked());
  QVERIFY(!scene.start().slices().scene().isLinked());  // remembered
}

void TestWindowParts::keepsTheGuiThreadFree() {
  WindowScene scene;
  FakeModelOptions options;
  options.hook = delayEach(std::chrono::milliseconds(20));
  scene.behave(options);
  MainWindow& window = scene.start();
  window.resize(1600, 1000);
  window.open(scene.ct());
  QTRY_VERIFY_WITH_TIMEOUT(window.actions().generate->isEnabled(), kPatienceMs);
  QTest::qWait(1500);
  auto* application = static_cast<TimedApplication*>(qApp);
  const auto isFree = [&] {
    return application->usual() <= kUsualHandlerMs && application->longest() <= kLongestHandlerMs;
  };
  // Others on the machine can only make it look slower, so that the best of a few runs counts.
  for (int go = 0; go == 0 || (go < kTries && !isFree()); ++go) {
    application->startTiming();
    RunRequest request = shortRun(window);
    request.seed = 40 + go;
    request.ts = 50;
    request.preview = 8;
    request.summary = true;
    generate(window, request);
    QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
    application->stopTiming();
    application->print();
  }
  QVERIFY(isFree());
}

int main(int argc, char** argv) {
  TimedApplication application(argc, argv);
  TestWindowParts test;
  return QTest::qExec(&test, argc, argv);
}
#include "test_window_parts.moc"
