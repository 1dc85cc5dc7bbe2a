// Draws every chart in both themes, small and large, into PNG files, to be looked at: chart_sheet FOLDER.
#include "ui/charts/hu_histogram.h"
#include "ui/charts/schedule_plot.h"
#include "ui/charts/sdf_histogram.h"
#include "ui/charts/step_plot.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QGridLayout>
#include <QTimer>
#include <cmath>

using namespace hipwright;

namespace {

void fillSteps(StepPlot& plot, int total, int done) {
  plot.setSteps(total);
  for (int step = 2; step <= done; ++step)
    plot.addStep(step, 18 * std::exp(-4.0 * step / total) + 0.2 * std::sin(step));
  for (const int step : {1, total / 5, total / 2, 4 * total / 5, total})
    if (step <= done) plot.addArea(step, 6.1 + 5.0 * step / total);
  if (done == total) plot.setStableSince(total * 13 / 20);
}

void fillHu(HuHistogram& chart) {
  std::vector<double> counts;
  for (int bin = 0; bin < 100; ++bin) {
    const double hu = -1100 + 50.0 * bin;
    counts.push_back(hu > 2100 ? 0 : 4e5 * std::exp(-std::pow((hu - 40) / 90, 2)) + 9e3 * std::exp(-hu / 500));
  }
  chart.setCounts(-1100, 50, counts);
  chart.setMap({150, 650, 1150, 3000}, {-1, 0, 0.5, 1});
}

void fillSchedule(SchedulePlot& plot, int steps) {
  std::vector<double> alphas;
  double product = 1;
  for (int t = 0; t < 1000; ++t) {
    const double root = 0.01 + (std::sqrt(0.02) - 0.01) * t / 999;
    alphas.push_back(product *= 1 - root * root);
  }
  std::vector<int> timesteps;
  for (int i = steps - 1; i >= 0; --i) timesteps.push_back(i * (1000 / steps));
  plot.setSchedule(alphas, timesteps);
}

void fillDistances(SdfHistogram& chart) {
  std::vector<double> counts;
  for (int bin = 0; bin < 80; ++bin) {
    const double value = -1 + bin * 0.025;
    counts.push_back(9e5 * std::exp(-std::pow((value + 0.9) / 0.1, 2)) + 2e4 * std::exp(-std::abs(value) * 3));
  }
  chart.setCounts(-1, 0.025, counts);
}

QWidget* page(QSize each) {
  auto* page = new QWidget;
  page->setProperty("surface", "panel");
  auto* grid = new QGridLayout(page);
  const auto add = [&](QWidget* chart, int row, int column) {
    chart->setFixedSize(each);
    grid->addWidget(chart, row, column);
  };
  auto* running = new StepPlot;
  fillSteps(*running, 50, 31);
  auto* finished = new StepPlot;
  fillSteps(*finished, 200, 200);
  auto* hu = new HuHistogram;
  fillHu(*hu);
  auto* schedule = new SchedulePlot;
  fillSchedule(*schedule, 20);
  auto* dense = new SchedulePlot;
  fillSchedule(*dense, 200);
  auto* distances = new SdfHistogram;
  fillDistances(*distances);
  add(running, 0, 0);
  add(finished, 0, 1);
  add(hu, 1, 0);
  add(distances, 1, 1);
  add(schedule, 2, 0);
  add(dense, 2, 1);
  add(new StepPlot, 3, 0);
  auto* last = new StepPlot;
  fillSteps(*last, 4, 4);
  add(last, 3, 1);
  return page;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc != 2) return 2;
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  Appearance appearance(application);
  const std::unique_ptr<QWidget> small(page({260, 140}));
  const std::unique_ptr<QWidget> large(page({480, 200}));
  small->show();
  large->show();
  const auto save = [&](SchemeChoice next) {
    small->grab().save(folder.filePath("charts-small-" + toText(appearance.choice()) + ".png"));
    large->grab().save(folder.filePath("charts-large-" + toText(appearance.choice()) + ".png"));
    appearance.setChoice(next);
  };
  appearance.setChoice(SchemeChoice::Dark);
  QTimer::singleShot(400, &application, [&] { save(SchemeChoice::Light); });
  QTimer::singleShot(800, &application, [&] { save(SchemeChoice::Dark); });
  QTimer::singleShot(900, &application, &QApplication::quit);
  return QApplication::exec();
}
