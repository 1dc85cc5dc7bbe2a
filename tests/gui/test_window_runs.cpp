// The list of runs: the one that is going, those that were interrupted and can go on, and what is left after a
// deletion.
#include "tests/gui/window_scene.h"
#include "ui/case/case_panel.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/runs/run_list.h"
#include "ui/runs/run_row.h"
#include "ui/text/wording.h"
#include "ui/window/failure_dialog.h"
#include "ui/window/log_panel.h"
#include "ui/window/window_actions.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kSteps = 6;

RunMark markOf(const RunList& list, int row) {
  return static_cast<RunMark>(list.item(row)->data(kRunStateRole).toInt());
}

/// The way out of the failure that is shown whose button says this; null if there is none.
QPushButton* wayOut(MainWindow& window, const QString& text) {
  auto* dialog = window.findChild<FailureDialog*>();
  if (dialog == nullptr) return nullptr;
  for (auto* button : dialog->findChildren<QPushButton*>())
    if (button->text() == text) return button;
  return nullptr;
}

QStringList labelsIn(const QWidget& widget) {
  QStringList texts;
  for (const QLabel* label : widget.findChildren<QLabel*>()) texts << label->text();
  return texts;
}

}  // namespace

#define OPEN(window, path)                                                           \
  do {                                                                               \
    (window).open(path);                                                             \
    QTRY_VERIFY_WITH_TIMEOUT((window).actions().generate->isEnabled(), kPatienceMs); \
  } while (false)

class TestWindowRuns : public QObject {
  Q_OBJECT

 private slots:
  void listsTheRunThatIsGoing();
  void continuesAnInterruptedRun();
  void opensAnInterruptedRunToContinueIt();
  void goesOnWithARunThatRanOutOfMemory();
  void saysThatAFolderHoldsNoRun();
  void forgetsADeletedRun();
  void keepsARunThatCannotBeDeleted();
  void listsARunFromElsewhereAndThoseBesideIt();

 private:
  /// Runs until the denoising is finished and stops then, so that latents are on disk and no result.
  void interrupt(WindowScene& scene, std::filesystem::path& folder);
};

void TestWindowRuns::interrupt(WindowScene& scene, std::filesystem::path& folder) {
  FakeModelOptions blocked;
  blocked.hook = blockAt(FakeCall::Decode, 0);
  scene.behave(std::move(blocked));
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  RunRequest request = window.settingsPanel().form().request();
  request.seed = 1495882321;
  request.ts = kSteps;
  request.summary = false;
  window.settingsPanel().form().setRequest(request);
  connect(&window.controller(), &RunController::runStarted, &window,
          [&folder](const RunStarted& started) { folder = started.folder; });
  connect(&window.controller(), &RunController::stepFinished, &window, [&window](const StepMetrics& step) {
    if (step.step + 1 == kSteps) window.actions().stop->trigger();
  });
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
  scene.behave({});
  QVERIFY(isInterrupted(folder));
  QTRY_COMPARE_WITH_TIMEOUT(window.session().interrupted().size(), std::size_t(1), kPatienceMs);
}

void TestWindowRuns::listsTheRunThatIsGoing() {
  WindowScene scene;
  FakeModelOptions slow;
  slow.hook = delayEach(std::chrono::milliseconds(100));
  scene.behave(std::move(slow));
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  const RunList& list = window.casePanel().runs();
  QSignalSpy steps(&window.controller(), &RunController::stepFinished);
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(steps.size() >= 1, kPatienceMs);
  QCOMPARE(list.count(), 1);
  QCOMPARE(markOf(list, 0), RunMark::Going);
  const std::int64_t seed = window.session().shownRun()->record.seed;
  QVERIFY2(list.item(0)->text().endsWith(QString::number(seed)), qPrintable(list.item(0)->text()));
  window.actions().stop->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
}

void TestWindowRuns::continuesAnInterruptedRun() {
  WindowScene scene;
  std::filesystem::path folder;
  interrupt(scene, folder);
  if (QTest::currentTestFailed()) return;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  RunList& list = window.casePanel().runs();
  QTRY_COMPARE_WITH_TIMEOUT(list.count(), 1, kPatienceMs);
  QCOMPARE(markOf(list, 0), RunMark::Interrupted);
  QSignalSpy steps(&window.controller(), &RunController::stepFinished);
  QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(0)).center());
  auto* menu = list.findChild<QMenu*>();
  QVERIFY(menu != nullptr);
  QCOMPARE(menu->actions().first()->text(), RunList::tr("Continue"));
  menu->actions().first()->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && !window.controller().isBusy(), kPatienceMs);
  QVERIFY(window.session().shownRun()->folder.path() == folder);
  QCOMPARE(steps.size(), 0);  // the denoising was kept
  QTRY_VERIFY_WITH_TIMEOUT(list.count() == 1 && markOf(list, 0) != RunMark::Interrupted, kPatienceMs);
}

void TestWindowRuns::opensAnInterruptedRunToContinueIt() {
  WindowScene scene;
  std::filesystem::path folder;
  interrupt(scene, folder);
  if (QTest::currentTestFailed()) return;
  MainWindow& window = scene.start();
  window.open(folder);
  QTRY_VERIFY_WITH_TIMEOUT(wayOut(window, "Continue the run") != nullptr, kPatienceMs);
  QVERIFY(wayOut(window, QString::fromUtf8("Locate the CT…")) == nullptr);
  wayOut(window, "Continue the run")->click();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && !window.controller().isBusy(), kPatienceMs);
  QVERIFY(window.session().shownRun()->folder.path() == folder);
}

void TestWindowRuns::goesOnWithARunThatRanOutOfMemory() {
  WindowScene scene;
  FakeModelOptions options;
  options.hook = runOutAt(FakeCall::Predict, 3, 2);
  scene.behave(std::move(options));
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  RunRequest request = window.settingsPanel().form().request();
  request.ts = kSteps;
  request.seed.reset();  // starting it again would draw another one
  window.settingsPanel().form().setRequest(request);
  QSignalSpy steps(&window.controller(), &RunController::stepFinished);
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(wayOut(window, "Continue the run") != nullptr, kPatienceMs);
  QTRY_COMPARE_WITH_TIMEOUT(window.session().interrupted().size(), std::size_t(1), kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
  const std::filesystem::path folder = window.session().interrupted().front().folder.path();
  QVERIFY(wayOut(window, "Continue the run")->isDefault());
  QTest::mouseClick(wayOut(window, "Continue the run"), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && !window.controller().isBusy(), kPatienceMs);
  QVERIFY(std::filesystem::equivalent(window.session().shownRun()->folder.path(), folder));
  QCOMPARE(steps.size(), kSteps);  // none of them twice
}

void TestWindowRuns::saysThatAFolderHoldsNoRun() {
  WindowScene scene;
  MainWindow& window = scene.start();
  std::filesystem::create_directories(scene.root() / "empty");
  window.session().openRun(scene.root() / "empty");
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<FailureDialog*>() != nullptr, kPatienceMs);
  const QString all = labelsIn(*window.findChild<FailureDialog*>()).join('\n');
  QVERIFY2(all.contains("a folder without a run"), qPrintable(all));
  QVERIFY2(all.contains("Choose the folder of one run"), qPrintable(all));
  QVERIFY(wayOut(window, QString::fromUtf8("Locate the CT…")) == nullptr);
}

void TestWindowRuns::forgetsADeletedRun() {
  WindowScene scene;
  std::filesystem::create_directories(scene.root() / "share");          // without it Qt takes the working folder
  qputenv("XDG_DATA_HOME", fromPath(scene.root() / "share").toUtf8());  // its trash
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  RunRequest request = window.settingsPanel().form().request();
  request.ts = kSteps;
  window.settingsPanel().form().setRequest(request);
  window.actions().generate->trigger();
  QTRY_COMPARE_WITH_TIMEOUT(window.session().runs().size(), std::size_t(1), kPatienceMs);
  QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
  const std::filesystem::path folder = window.session().runs().front().folder.path();
  // Tried on another file first, so that a run which stays where it is is a failure wherever there is a trash.
  const QString probe = fromPath(folder.parent_path() / "probe");
  QVERIFY(QFile(probe).open(QIODevice::WriteOnly));
  if (!QFile::moveToTrash(probe)) QSKIP("there is no trash here");
  emit window.casePanel().runs().deleteRequested(folder);
  QVERIFY(!std::filesystem::exists(folder));
  QTRY_VERIFY_WITH_TIMEOUT(window.session().runs().empty(), kPatienceMs);
  QVERIFY(window.log().text().contains("Moved to trash"));
  const QStringList head = labelsIn(window.stagesPanel().head());
  QVERIFY2(head.contains("Ready") && !head.contains("Finished"), qPrintable(head.join('|')));
  QCOMPARE(window.stagesPanel().strip().frames().frames().size(), std::size_t(1));
  QVERIFY(!window.actions().exportResult->isEnabled());
}

void TestWindowRuns::keepsARunThatCannotBeDeleted() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  emit window.casePanel().runs().deleteRequested(scene.root() / "absent");
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<FailureDialog*>() != nullptr, kPatienceMs);
  QVERIFY(!window.log().text().contains("Moved to trash"));
}

void TestWindowRuns::listsARunFromElsewhereAndThoseBesideIt() {
  WindowScene scene;
  {
    MainWindow& window = scene.start();
    OPEN(window, scene.ct());
    RunRequest request = window.settingsPanel().form().request();
    request.ts = kSteps;
    for (const std::int64_t seed : {1, 2}) {
      request.seed = seed;
      window.settingsPanel().form().setRequest(request);
      window.actions().generate->trigger();
      QTRY_COMPARE_WITH_TIMEOUT(window.session().runs().size(), std::size_t(seed), kPatienceMs);
      QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
    }
    scene.end();
  }
  std::filesystem::rename(scene.scene().saves(), scene.root() / "elsewhere");
  std::filesystem::path run;
  for (const auto& entry : std::filesystem::directory_iterator(scene.root() / "elsewhere")) run = entry.path();
  MainWindow& window = scene.start();
  window.open(run / "");  // as a shell completes it
  RunList& list = window.casePanel().runs();
  QTRY_COMPARE_WITH_TIMEOUT(list.count(), 2, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun(), kPatienceMs);
  QVERIFY(list.isVisible());
  QTRY_VERIFY_WITH_TIMEOUT(list.currentRow() >= 0, kPatienceMs);
  RunRequest request = window.session().shownRun()->record.request;
  request.seed = window.session().shownRun()->record.seed;
  window.settingsPanel().form().setRequest(request);
  emit window.settingsPanel().form().edited();
  QVERIFY(window.findChild<QPushButton*>("sameRun")->isVisible());
}

QTEST_MAIN(TestWindowRuns)
#include "test_window_runs.moc"
