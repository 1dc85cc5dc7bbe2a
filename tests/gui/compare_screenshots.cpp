// Walks the comparison through its states and saves a picture of each: compare_screenshots MODEL_DIR CT OUT_DIR
// [LANGUAGE]. Prints what drawing nine surfaces costs. Not a test.
#include "engine/torch/torch_model.h"
#include "ui/compare/column_head.h"
#include "ui/compare/columns_view.h"
#include "ui/compare/compare_page.h"
#include "ui/parameters/settings_panel.h"
#include "ui/text/language.h"
#include "ui/text/wording.h"
#include "ui/theme/appearance.h"
#include "ui/viewport/surface_row.h"
#include "ui/window/compare_flow.h"
#include "ui/window/main_window.h"
#include "ui/window/window_actions.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSurfaceFormat>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cstdio>

using namespace hipwright;

namespace {

constexpr int kPatienceMs = 900'000;
constexpr int kDrawings = 20;

struct Stand {
  std::filesystem::path model;
  std::filesystem::path ct;
  QDir out;
  QTemporaryDir data;
};

void save(QWidget& window, const Stand& stand, const QString& name) {
  QTest::qWait(700);
  window.grab().save(stand.out.filePath(name + ".png"));
  std::printf("%s\n", qPrintable(name));
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
  return setup;
}

bool isDone(ComparisonSession& session) {
  if (session.isComparing() || !session.isReady()) return false;
  for (const ComparedColumn& column : session.columns())
    if (&column != session.reference() && !column.difference) return false;
  return true;
}

void compare(MainWindow& window, const QString& values) {
  ComparePage& page = *window.compareFlow().page();
  window.compareFlow().session().clear();
  page.form().values().setText(values);
  page.form().button().click();
}

/// With two picked as in use: the winner's star, and every picture there.
void photograph(MainWindow& window, const Stand& stand, Appearance& appearance, const QString& name) {
  ComparisonSession& session = window.compareFlow().session();
  waitFor([&] { return isDone(session); });
  session.setWinner(session.reference()->id);
  save(window, stand, name);
  appearance.setChoice(SchemeChoice::Light);
  save(window, stand, name + "-light");
  appearance.setChoice(SchemeChoice::Dark);
  window.resize(1280, 800);
  save(window, stand, name + "-small");
  window.resize(1600, 1000);
  QTest::qWait(300);
}

void timeDrawing(MainWindow& window) {
  SurfaceRow* surfaces = window.compareFlow().page()->columns().surfaces();
  if (surfaces == nullptr) return;
  surfaces->screenshot();
  QElapsedTimer clock;
  clock.start();
  for (int i = 0; i < kDrawings; ++i) surfaces->screenshot();
  const double resting = static_cast<double>(clock.restart()) / kDrawings;
  for (int i = 0; i < kDrawings; ++i) {
    QTest::keyClick(surfaces, Qt::Key_Left);
    surfaces->screenshot();
  }
  std::printf("%d surfaces: %.1f ms a picture, %.1f ms while they turn\n",
              int(window.compareFlow().session().columns().size()), resting,
              static_cast<double>(clock.elapsed()) / kDrawings);
  surfaces->resetView();
}

void walk(Stand& stand, Appearance& appearance) {
  MainWindow window(setupOf(stand), appearance);
  window.resize(1600, 1000);
  window.show();
  window.open(stand.ct);
  waitFor([&] { return window.session().openedCase() != nullptr && window.actions().generate->isEnabled(); });
  QTest::qWait(3000);
  RunRequest request = window.settingsPanel().form().request();
  request.seed = 42;
  request.summary = false;
  request.ts = 50;
  if (const QByteArray given = qgetenv("HIPWRIGHT_SHOT_STEPS"); !given.isEmpty()) request.ts = given.toInt();
  window.settingsPanel().form().setRequest(request);
  window.compareFlow().setRequest(request);
  window.actions().compare->trigger();
  save(window, stand, "compare-start");
  ComparisonSession& session = window.compareFlow().session();
  compare(window, "0 1 3 5 7");
  waitFor([&] {
    return session.finished() >= 2 && session.columns()[2].difference == std::nullopt &&
           session.columns()[1].share > 0.5;
  });
  save(window, stand, "compare-running");
  photograph(window, stand, appearance, "compare-5");
  timeDrawing(window);
  compare(window, "1 5");
  photograph(window, stand, appearance, "compare-2");
  compare(window, "0 1 2 3 4 5 6 7 12");
  photograph(window, stand, appearance, "compare-9");
  timeDrawing(window);
}

}  // namespace

int main(int argc, char** argv) {
  QSurfaceFormat format;
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  QSurfaceFormat::setDefaultFormat(format);
  QApplication application(argc, argv);
  if (argc < 4) {
    std::puts("compare_screenshots MODEL_DIR CT OUT_DIR [LANGUAGE]");
    return 2;
  }
  Stand stand{std::filesystem::absolute(argv[1]), std::filesystem::absolute(argv[2]), QDir(argv[3]), {}};
  stand.out.mkpath(".");
  Language language(application, argc > 4 ? argv[4] : "en");
  Appearance appearance(application, SchemeChoice::Dark);
  walk(stand, appearance);
  return 0;
}
