// Forecast and measured peak memory of whole runs, each in its own process: six sizes, fp32 and bf16, in windows and at
// once. bench_memory MODEL_DIR [SIZES], SIZES such as 128x128x128,160x128x128.
#include "tests/cli/memory_case.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace {

using namespace hipwright;
using namespace hipwright::test;

QList<Index3> sizesIn(const QString& text) {
  QList<Index3> sizes;
  for (const QString& each : text.split(',')) {
    const QStringList n = each.split('x');
    if (n.size() == 3) sizes << Index3{n[0].toInt(), n[1].toInt(), n[2].toInt()};
  }
  return sizes;
}

double printRow(const MemoryCase& each) {
  const QTemporaryDir folder;
  const MemoryOutcome out = measuredRun(each, folder.path());
  if (!out.problem.isEmpty()) {
    std::fprintf(stderr, "%s\n", qPrintable(out.problem));
    return 1;
  }
  std::printf("%4lld x %4lld x %4lld  %-5s %-8s %9.0f %9.0f %+7.1f %%  %-8s %7.1f s\n",
              static_cast<long long>(each.size[0]), static_cast<long long>(each.size[1]),
              static_cast<long long>(each.size[2]), qPrintable(out.precision), each.tiled ? "windows" : "at once",
              out.forecast / 1e6, out.measured / 1e6, 100 * out.deviation(), qPrintable(out.phase), out.seconds);
  std::fflush(stdout);
  return std::abs(out.deviation());
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2) {
    std::fprintf(stderr, "bench_memory MODEL_DIR [SIZES]\n");
    return 2;
  }
  const QString sizes = arguments.value(2, "96x80x144,128x128x144,160x128x144,176x160x176,208x192x224,256x224x256");
  std::printf("%-18s  %-5s %-8s %9s %9s %9s  %-8s %9s\n", "voxels", "type", "", "forecast", "measured", "", "phase",
              "");
  double worst = 0;
  for (const Index3& size : sizesIn(sizes))
    for (const bool amp : {false, true})
      for (const bool tiled : {true, false}) worst = std::max(worst, printRow({size, arguments[1], tiled, amp, {}}));
  std::printf("MB; largest deviation %.1f %%\n", 100 * worst);
  return worst <= 0.15 ? 0 : 1;
}
