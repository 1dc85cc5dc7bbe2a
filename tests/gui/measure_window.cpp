// From drop to STL in the window, with a clock, and then so many runs that are stopped: measure_window MODEL_DIR CT
// STEPS [CYCLES]. Not a test.
#include "engine/core/platform.h"
#include "tests/gui/timed_application.h"
#include "tests/gui/torch_loader.h"
#include "ui/parameters/settings_panel.h"
#include "ui/text/wording.h"
#include "ui/theme/appearance.h"
#include "ui/window/main_window.h"
#include "ui/window/window_actions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace hipwright;

namespace {

constexpr int kPatienceMs = 1'800'000;
constexpr int kAfterwardsMs = 1500;  // the result is drawn

bool waitFor(const std::function<bool()>& done) { return QTest::qWaitFor(done, kPatienceMs); }

double seconds(const QElapsedTimer& clock) { return double(clock.elapsed()) / 1000; }

/// Generates once; prints when the first frame came and how many there were.
void measureRun(MainWindow& window, int steps) {
  RunRequest request = window.settingsPanel().form().request();
  request.ts = steps;
  request.preview = 8;
  window.settingsPanel().form().setRequest(request);
  QElapsedTimer clock;
  clock.start();
  int frames = 0;
  const auto connection =
      QObject::connect(&window.controller(), &RunController::previewReady, &window, [&](const PreviewReady&) {
        if (frames++ == 0) std::printf("first frame after %.1f s\n", seconds(clock));
      });
  auto& application = *static_cast<test::TimedApplication*>(qApp);
  application.startTiming();
  window.actions().generate->trigger();
  waitFor([&] { return !window.controller().isBusy() && window.session().shownStage().step == kFinalStage; });
  QTest::qWait(kAfterwardsMs);
  application.stopTiming();
  application.print();
  std::printf("STL shown after %.1f s, %d live frames\n", seconds(clock), frames);
  QObject::disconnect(connection);
}

void setSeed(MainWindow& window, std::int64_t seed) {
  RunRequest request = window.settingsPanel().form().request();
  request.seed = seed;
  window.settingsPanel().form().setRequest(request);
}

/// Seconds from Stop to an idle window.
double stop(MainWindow& window) {
  QElapsedTimer clock;
  clock.start();
  window.actions().stop->trigger();
  waitFor([&] { return !window.controller().isBusy(); });
  return seconds(clock);
}

/// Stops in the middle of the second step; prints how long it took.
void measureStop(MainWindow& window) {
  setSeed(window, 99);
  int steps = 0;
  const auto connection = QObject::connect(&window.controller(), &RunController::stepFinished, &window,
                                           [&](const StepMetrics&) { ++steps; });
  window.actions().generate->trigger();
  waitFor([&] { return steps > 0; });
  QTest::qWait(300);
  std::printf("idle %.2f s after Stop in the second step\n", stop(window));
  QObject::disconnect(connection);
}

/// Starts and stops at other moments each time; prints what that takes and what it leaves in memory.
void measureCycles(MainWindow& window, int cycles) {
  std::vector<double> waits;
  for (int i = 0; i < cycles; ++i) {
    setSeed(window, 1000 + i);
    window.actions().generate->trigger();
    QTest::qWait(i * 97 % 1500);
    if (window.controller().isBusy()) waits.push_back(stop(window));
    waitFor([&] { return !window.controller().isBusy(); });
    if ((i + 1) % std::max(1, cycles / 4) == 0)
      std::printf("%d cycles: %.0f MB at most\n", i + 1, double(platform::peakMemory()) / 1e6);
  }
  if (waits.empty()) return;
  std::sort(waits.begin(), waits.end());
  std::printf("idle after Stop: median %.2f s, longest %.2f s of %zu\n", waits[waits.size() / 2], waits.back(),
              waits.size());
}

}  // namespace

int main(int argc, char** argv) {
  test::TimedApplication application(argc, argv);
  if (argc < 4) {
    std::puts("measure_window MODEL_DIR CT STEPS [CYCLES]");
    return 2;
  }
  QTemporaryDir data;
  Appearance appearance(application, SchemeChoice::Dark);
  WindowSetup setup;
  setup.loader = test::torchLoader();
  setup.search = {std::filesystem::absolute(argv[1]), {}};
  setup.dataFolder = toPath(data.path());
  setup.saveFolder = toPath(data.filePath("runs"));
  MainWindow window(std::move(setup), appearance);
  window.resize(1600, 1000);
  window.show();
  QElapsedTimer clock;
  clock.start();
  window.open(std::filesystem::absolute(argv[2]));
  waitFor([&] { return window.session().openedCase() != nullptr; });
  std::printf("opened after %.1f s\n", seconds(clock));
  measureRun(window, std::atoi(argv[3]));
  measureStop(window);
  if (argc > 4) measureCycles(window, std::atoi(argv[4]));
  return 0;
}
