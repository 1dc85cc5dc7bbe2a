// The window with the real networks and the bundled demo set: what a newcomer meets who has configured nothing; and
// that form and command line mean the same request.
#include "engine/io/mesh_file.h"
#include "engine/run/model_places.h"
#include "engine/run/preset_store.h"
#include "engine/run/request_json.h"
#include "tests/cli/cli_process.h"
#include "tests/gui/timed_application.h"
#include "tests/gui/torch_loader.h"
#include "ui/export/export_dialog.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/presets/preset_bar.h"
#include "ui/runs/run_list.h"
#include "ui/slices/slice_panel.h"
#include "ui/text/language.h"
#include "ui/text/wording.h"
#include "ui/theme/appearance.h"
#include "ui/window/main_window.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_host.h"

#include <QApplication>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kPatienceMs = 240'000;
constexpr int kSteps = 4;
constexpr double kLongestHandlerMs = 50;
constexpr double kUsualHandlerMs = 16;  // 99 of 100 are shorter
constexpr int kTries = 3;

}  // namespace

class TestWindowDemo : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  std::unique_ptr<Appearance> m_appearance;
  std::unique_ptr<MainWindow> m_window;
  std::filesystem::path m_ct;  ///< the demo's, which the first run wrote

  WindowSetup setup() const {
    const std::filesystem::path root = toPath(m_folder.path());
    WindowSetup setup;
    setup.loader = test::torchLoader();
    setup.search = usualModelSearch();
    setup.search.workingFolder = root;
    setup.dataFolder = root / "data";
    setup.saveFolder = root / "runs";
    setup.presetFolder = root / "presets";
    return setup;
  }

  MainWindow& start() {
    m_window.reset();
    m_window = std::make_unique<MainWindow>(setup(), *m_appearance);
    m_window->show();
    return *m_window;
  }

  /// The presets that come with the program; the one that the demo runs with asks for a few steps only.
  void writePresets() const {
    const std::filesystem::path folder = setup().presetFolder;
    std::filesystem::copy(HIPWRIGHT_SOURCE_DIR "/resources/presets", folder);
    QFile file(fromPath(folder / "recommended.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray json = file.readAll();
    file.close();
    json.replace("\"ts\": 50", "\"ts\": 4").replace("\"preview\": 8", "\"preview\": 2");
    QVERIFY(json.contains("\"ts\": 4") && file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(json);
  }

  static void setSteps(MainWindow& window, int steps) {
    RunRequest request = window.settingsPanel().form().request();
    request.ts = steps;
    request.seed = 3;
    request.preview = 2;
    window.settingsPanel().form().setRequest(request);
  }

 private slots:
  void initTestCase() {
    qunsetenv("HIPWRIGHT_MODEL");
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    m_appearance = std::make_unique<Appearance>(*qApp);
    writePresets();
  }

  void cleanupTestCase() { m_window.reset(); }

  void oneClickRunsTheDemo() {
    MainWindow& window = start();
    std::vector<int> steps;
    QObject listening;  // a test that leaves early must not leave a listener to its locals
    connect(&window.controller(), &RunController::stepFinished, &listening,
            [&](const StepMetrics& metrics) { steps.push_back(metrics.step); });
    std::vector<int> frames;
    connect(&window.controller(), &RunController::previewReady, &listening,
            [&](const PreviewReady& preview) { frames.push_back(preview.step); });
    QPushButton* demo = nullptr;
    for (QPushButton* button : window.findChildren<QPushButton*>())
      if (button->isVisible() && button->text().contains("Try the demo")) demo = button;
    QVERIFY(demo != nullptr);
    demo->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.controller().isBusy(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(window.session().hasFinishedRun() && !window.controller().isBusy(), kPatienceMs);
    QCOMPARE(steps, (std::vector<int>{0, 1, 2, 3}));
    QVERIFY(frames.size() >= 2 && std::is_sorted(frames.begin(), frames.end()));
    QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
    QVERIFY(window.session().shownRun()->record.demoModel);
    m_ct = window.session().openedCase()->place.path;
    QVERIFY(!window.session().shownStage().mesh->triangles.empty());
  }

  void exportsItsSurface() {
    QTRY_VERIFY_WITH_TIMEOUT(m_window->actions().exportResult->isEnabled(), kPatienceMs);
    m_window->actions().exportResult->trigger();
    auto* dialog = m_window->findChild<ExportDialog*>();
    QVERIFY(dialog != nullptr);
    const std::filesystem::path file = toPath(m_folder.path()) / "out.stl";
    dialog->setFile(file);
    QSignalSpy exported(dialog, &ExportDialog::exported);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->exportButton().isEnabled(), kPatienceMs);
    dialog->exportButton().click();
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatienceMs);
    QCOMPARE(readStl(file).triangles.size(), m_window->session().shownStage().mesh->triangles.size());
  }

  void speaksAnotherLanguageWithTheRunOpen() {
    const std::filesystem::path folder = m_window->session().shownRun()->folder.path();
    m_window.reset();
    Language language(*qApp, "en");
    {
      WindowHost host(setup(), *m_appearance, language);
      host.window().open(folder);
      QTRY_COMPARE_WITH_TIMEOUT(host.window().session().shownStage().step, kFinalStage, kPatienceMs);
      for (QAction* action : host.window().actions().languages->actions())
        if (action->data().toString() == "zh_CN") action->trigger();
      QTRY_COMPARE_WITH_TIMEOUT(host.window().actions().generate->text(), QString::fromUtf8("生成"), kPatienceMs);
      QTRY_COMPARE_WITH_TIMEOUT(host.window().session().shownStage().step, kFinalStage, kPatienceMs);
      QCOMPARE(host.window().session().shownRun()->folder.path(), folder);
      for (QAction* action : host.window().actions().languages->actions())
        if (action->data().toString() == "en") action->trigger();
      QTRY_COMPARE_WITH_TIMEOUT(host.window().actions().generate->text(), QString("Generate"), kPatienceMs);
    }
    start().open(folder);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->session().shownStage().step, kFinalStage, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->actions().generate->isEnabled(), kPatienceMs);
  }

  /// A whole run with live frames, and the result drawn in slices and in 3-D. Others on the machine can only make it
  /// look slower, so that the best of a few runs counts.
  void keepsTheGuiThreadFree() {
    QTest::qWait(1500);
    auto* application = static_cast<TimedApplication*>(qApp);
    const auto isFree = [&] {
      return application->usual() <= kUsualHandlerMs && application->longest() <= kLongestHandlerMs;
    };
    for (int seed = 4; seed == 4 || (seed < 4 + kTries && !isFree()); ++seed) {
      RunRequest request = m_window->settingsPanel().form().request();
      request.seed = seed;
      request.ts = 16;
      request.preview = 8;
      m_window->settingsPanel().form().setRequest(request);
      application->startTiming();
      m_window->actions().generate->trigger();
      QTRY_VERIFY_WITH_TIMEOUT(m_window->session().hasFinishedRun() && !m_window->controller().isBusy(), kPatienceMs);
      QTRY_COMPARE_WITH_TIMEOUT(m_window->session().shownStage().step, kFinalStage, kPatienceMs);
      QTest::qWait(1000);
      application->stopTiming();
      application->print();
    }
    QVERIFY(isFree());
  }

  void stopsMidStepAndRepeatsTheRun() {
    setSteps(*m_window, 100);
    QSignalSpy steps(&m_window->controller(), &RunController::stepFinished);
    m_window->actions().generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!steps.isEmpty(), kPatienceMs);
    QElapsedTimer clock;
    clock.start();
    m_window->actions().escape->trigger();
    QCOMPARE(m_window->controller().state(), RunState::Stopping);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().isBusy(), kPatienceMs);
    std::printf("from Esc to idle: %lld ms\n", static_cast<long long>(clock.elapsed()));
    setSteps(*m_window, kSteps);
    m_window->actions().generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().hasFinishedRun() && !m_window->controller().isBusy(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().shownStage().mesh != nullptr, kPatienceMs);
  }

  void opensItsRunFromTheList() {
    const std::filesystem::path shown = m_window->session().shownRun()->folder.path();
    const std::size_t triangles = m_window->session().shownStage().mesh->triangles.size();
    MainWindow& window = start();
    window.open(m_ct);
    QTRY_VERIFY_WITH_TIMEOUT(!window.session().runs().empty(), kPatienceMs);
    auto* list = window.findChild<RunList*>();
    QVERIFY(list != nullptr && list->count() >= 1);
    const auto& runs = window.session().runs();
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (runs[i].folder.path() == shown) list->setCurrentRow(int(i));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
    QCOMPARE(window.session().shownRun()->folder.path(), shown);
    QCOMPARE(window.session().shownStage().mesh->triangles.size(), triangles);
  }

  void takesADroppedCt() {
    MainWindow& window = start();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fromPath(m_ct))});
    QDragEnterEvent enter({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);  // makes the window the target of the drop
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    QTRY_VERIFY_WITH_TIMEOUT(window.session().openedCase() != nullptr, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(window.actions().generate->isEnabled(), kPatienceMs);
  }

  void closesWhileRunning() {
    setSteps(*m_window, 100);
    QSignalSpy steps(&m_window->controller(), &RunController::stepFinished);
    m_window->actions().generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(steps.size() >= 2, kPatienceMs);
    const std::size_t finished = m_window->session().runs().size();
    QVERIFY(!m_window->close());
    auto* question = m_window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    for (QAbstractButton* button : question->buttons())
      if (question->buttonRole(button) == QMessageBox::AcceptRole) button->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kPatienceMs);
    MainWindow& again = start();
    again.open(m_ct);
    QTRY_COMPARE_WITH_TIMEOUT(again.session().runs().size(), finished, kPatienceMs);
  }

  void presetComesBackFromDisk() {
    const std::filesystem::path file = toPath(m_folder.filePath("mine.json"));
    const std::string shipped = PresetStore(HIPWRIGHT_SOURCE_DIR "/resources/presets", "").list().presets.front().id;
    auto* bar = m_window->findChild<PresetBar*>();
    QVERIFY(bar != nullptr);
    bar->choose(shipped);
    const RunRequest meant = m_window->settingsPanel().form().request();
    bar->exportTo(file);
    bar->importFrom(file);
    const std::string own = PresetStore("", setup().dataFolder / "presets").list().presets.front().id;
    MainWindow& again = start();
    setSteps(again, meant.ts + 1);
    again.findChild<PresetBar*>()->choose(own);
    const RunRequest& found = again.settingsPanel().form().request();
    QCOMPARE(found.ts, meant.ts);
    QCOMPARE(found.cfg, meant.cfg);
    QVERIFY(!again.findChild<PresetBar*>()->isModified());
  }

  /// The next case takes the model that is installed.
  void leavesTheModelAsItWas() { QVERIFY(start().settingsPanel().form().request().model.set.empty()); }

  void presetsAreTheCommandLines_data() {
    QTest::addColumn<QString>("id");
    for (const StoredPreset& stored : PresetStore(HIPWRIGHT_SOURCE_DIR "/resources/presets", "").list().presets)
      QTest::newRow(stored.id.c_str()) << QString::fromStdString(stored.id);
  }

  void presetsAreTheCommandLines() {
    QFETCH(QString, id);
    const QString file = QStringLiteral(HIPWRIGHT_SOURCE_DIR "/resources/presets/") + id + ".json";
    const PresetStore store(HIPWRIGHT_SOURCE_DIR "/resources/presets", "");
    RunRequest base;
    base.cond = "hip.nii.gz";
    base.save = "runs";
    const RunRequest preset = applied(store.find(id.toStdString())->preset, base);
    ParameterForm form;
    form.setRequest(preset);
    const QString expected = QString::fromStdString(requestToJson(form.request())) + '\n';
    const QStringList start = {"infer", "--print-request", "--cond", "hip.nii.gz", "--save", "runs"};
    QCOMPARE(runCli(start + QStringList{"--from", file}).out, expected);
    const QStringList flags = {"--cfg",
                               QString::number(preset.cfg),
                               "--ts",
                               QString::number(preset.ts),
                               QString("--preview=%1").arg(preset.preview),
                               "--sw",
                               QString::number(preset.sw),
                               preset.summary ? "--summary" : "--no-summary",
                               preset.tiled ? "--tiled" : "--no-tiled",
                               preset.amp ? "--amp" : "--no-amp"};
    const CliResult typed = runCli(start + flags);
    QVERIFY2(typed.exitCode == 0, qPrintable(typed.err));
    QCOMPARE(typed.out, expected);
  }
};

int main(int argc, char** argv) {
  TimedApplication application(argc, argv);
  TestWindowDemo test;
  return QTest::qExec(&test, argc, argv);
}
#include "test_window_demo.moc"
