// Walks the window through its states and saves a picture of each: screenshots MODEL_DIR CT OUT_DIR [LANGUAGE]. The
// last ones are in Chinese. Not a test.
#include "engine/core/atomic_file.h"
#include "engine/torch/torch_model.h"
#include "engine/weights/profile_file.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/session/plan_session.h"
#include "ui/text/language.h"
#include "ui/text/wording.h"
#include "ui/theme/appearance.h"
#include "ui/window/main_window.h"
#include "ui/window/plan_flow.h"
#include "ui/window/window_actions.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QSurfaceFormat>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace hipwright;

namespace {

constexpr int kPatienceMs = 900'000;
constexpr int kDrawnMs = 4000;  // after which everything has been drawn, in 3-D too
constexpr QSize kLarge(1600, 1000);
constexpr QSize kSmall(1280, 800);
constexpr double kShownShare = 0.6;  // of the steps, when the running window is photographed

struct Stand {
  std::filesystem::path model;
  std::filesystem::path ct;
  QDir out;
  QTemporaryDir data;
};

void save(MainWindow& window, const Stand& stand, const char* name) {
  QTest::qWait(700);
  QDialog* dialog = window.findChild<QDialog*>();
  QPixmap picture = window.grab();
  if (dialog != nullptr && dialog->isVisible()) {
    QPainter painter(&picture);
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 120));
    const QPixmap front = dialog->grab();
    painter.drawPixmap((picture.width() - front.width()) / 2, (picture.height() - front.height()) / 2, front);
  }
  picture.save(stand.out.filePath(QString("%1.png").arg(name)));
  std::printf("%s\n", name);
  std::fflush(stdout);
}

bool waitFor(const std::function<bool()>& done) { return QTest::qWaitFor(done, kPatienceMs); }

WindowSetup setupOf(const Stand& stand) {
  WindowSetup setup;
  setup.loader = [](const ModelSet& set, const ComputeOptions& options, const std::stop_token& stop) {
    return loadTorchModel(set.profile, set.vaePre, set.vaeMetal, set.ldm, options, stop);
  };
  setup.search = {stand.model, {stand.model}};
  setup.dataFolder = toPath(stand.data.path());
  setup.presetFolder = HIPWRIGHT_SOURCE_DIR "/resources/presets";
  setup.saveFolder = toPath(stand.data.filePath("runs"));
  setup.devices = [] {
    std::vector<DeviceOption> options;
    for (const DeviceInfo& device : listDevices())
      options.push_back({DeviceChoice::Cpu, QString::fromStdString(device.name)});
    return options;
  };
  return setup;
}

/// A set that nobody can run: its profile says another network than its weights are of.
std::filesystem::path misfit(const Stand& stand) {
  const std::filesystem::path folder = toPath(stand.data.filePath("misfit"));
  std::filesystem::copy(stand.model, folder);
  ModelProfile profile = readProfile(folder / "profile.json");
  profile.unet.attentionLevels = {false, true, true};
  writeAtomically(folder / "profile.json", profileToJson(profile));
  return folder;
}

void openCase(MainWindow& window, const std::filesystem::path& path) {
  window.open(path);
  waitFor([&] { return window.session().openedCase() != nullptr && window.planFlow().plan(); });
  QTest::qWait(kDrawnMs);
}

void waitForResult(MainWindow& window) {
  waitFor([&] { return !window.controller().isBusy() && window.session().shownStage().step == kFinalStage; });
  QTest::qWait(kDrawnMs);
}

void closeDialogs(MainWindow& window) {
  for (QDialog* dialog : window.findChildren<QDialog*>()) dialog->reject();
  QTest::qWait(100);
}

void generate(MainWindow& window, const Stand& stand) {
  RunRequest request = window.settingsPanel().form().request();
  request.seed = 42;
  if (const QByteArray given = qgetenv("HIPWRIGHT_SHOT_STEPS"); !given.isEmpty()) request.ts = given.toInt();
  window.settingsPanel().form().setRequest(request);
  int steps = 0;
  QObject listening;
  QObject::connect(&window.controller(), &RunController::stepFinished, &listening,
                   [&](const StepMetrics&) { ++steps; });
  window.actions().generate->trigger();
  waitFor([&] { return steps >= kShownShare * request.ts || !window.controller().isBusy(); });
  save(window, stand, "generating");
  waitForResult(window);
  save(window, stand, "finished");
}

void fail(MainWindow& window, const Stand& stand) {
  emit window.settingsPanel().model().folderChosen(misfit(stand));
  waitFor([&] { return window.actions().generate->isEnabled(); });
  window.actions().generate->trigger();
  waitFor([&] { return window.findChild<QDialog*>() != nullptr; });
  save(window, stand, "failure");
  closeDialogs(window);
  emit window.settingsPanel().model().folderChosen(stand.model);
}

void walk(const Stand& stand, Appearance& appearance) {
  MainWindow window(setupOf(stand), appearance);
  window.resize(kLarge);
  window.show();
  QTest::qWait(1500);
  save(window, stand, "empty");
  openCase(window, stand.ct);
  save(window, stand, "open");
  generate(window, stand);
  window.actions().exportResult->trigger();
  save(window, stand, "export");
  closeDialogs(window);
  appearance.setChoice(SchemeChoice::Light);
  save(window, stand, "light");
  appearance.setChoice(SchemeChoice::Dark);
  window.resize(kSmall);
  save(window, stand, "small");
  window.resize(kLarge);
  fail(window, stand);
}

/// The result of the walk again, in a window that speaks Chinese.
void walkInChinese(const Stand& stand, Appearance& appearance) {
  MainWindow window(setupOf(stand), appearance);
  window.resize(kSmall);
  window.show();
  QTest::qWait(1500);
  save(window, stand, "chinese-empty");
  openCase(window, stand.ct);
  waitFor([&] { return !window.session().runs().empty(); });
  window.session().showRun(PastRun(window.session().runs().front()));
  waitForResult(window);
  save(window, stand, "chinese");
}

}  // namespace

int main(int argc, char** argv) {
  QSurfaceFormat format;
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  QSurfaceFormat::setDefaultFormat(format);
  QApplication application(argc, argv);
  if (argc < 4) {
    std::puts("screenshots MODEL_DIR CT OUT_DIR [LANGUAGE]");
    return 2;
  }
  Stand stand{std::filesystem::absolute(argv[1]), std::filesystem::absolute(argv[2]), QDir(argv[3]), {}};
  stand.out.mkpath(".");
  Language language(application, argc > 4 ? argv[4] : "en");
  Appearance appearance(application, SchemeChoice::Dark);
  walk(stand, appearance);
  language.setCode("zh_CN");
  walkInChinese(stand, appearance);
  return 0;
}
