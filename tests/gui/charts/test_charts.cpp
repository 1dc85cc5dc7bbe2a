// Charts: counting, round axes, what the pointer is told, and how often they draw.
#include "ui/charts/histogram.h"
#include "ui/charts/hu_histogram.h"
#include "ui/charts/nice_axis.h"
#include "ui/charts/schedule_plot.h"
#include "ui/charts/sdf_histogram.h"
#include "ui/charts/step_plot.h"
#include "ui/theme/appearance.h"

#include <QElapsedTimer>
#include <QTest>
#include <cmath>
#include <limits>
#include <numeric>

using namespace hipwright;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// Counts how often the plot inside a chart paints itself.
class PaintCounter : public QObject {
 public:
  explicit PaintCounter(Chart& chart) {
    for (QWidget* child : chart.findChildren<QWidget*>())
      if (child->inherits("QCustomPlot")) child->installEventFilter(this);
  }
  int paints = 0;

 protected:
  bool eventFilter(QObject* /*object*/, QEvent* event) override {
    if (event->type() == QEvent::Paint) ++paints;
    return false;
  }
};

}  // namespace

class TestCharts : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { new Appearance(*qApp, SchemeChoice::Dark); }

  void binsHoldTheirLowerEdge() {
    const std::vector<float> values = {0, 0.99F, 1, 2.5F, 3.999F};
    const Histogram histogram = histogramOf(values, {0, 4, 4});
    QCOMPARE(histogram.counts, (std::vector<double>{2, 1, 1, 1}));
    QCOMPARE(histogram.first, 0.0);
    QCOMPARE(histogram.width, 1.0);
  }

  void valuesOutsideCountAtTheEnds() {
    const std::vector<float> values = {-5, -kInfinity, 4, 1e30F, kInfinity, kNan};
    QCOMPARE(histogramOf(values, {0, 4, 2}).counts, (std::vector<double>{2, 3}));
    QCOMPARE(histogramOf({}, {0, 4, 2}).counts, (std::vector<double>{0, 0}));
    QCOMPARE(histogramOf(values, {0, 4, 0}).counts.size(), 1U);
  }

  void noVoxelIsLostOnAMillion() {
    std::vector<float> values(1000003);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(std::sin(double(i)));
    const auto counts = histogramOf(values, {-1, 1, 37}).counts;
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0.0), 1000003.0);
  }

  void symmetricRangesAreRound() {
    QCOMPARE(symmetricRange(std::vector<float>{-0.31F, 0.2F}, 10).high, 0.32);
    QCOMPARE(symmetricRange(std::vector<float>{-0.31F, 0.2F}, 10).low, -0.32);
    QCOMPARE(symmetricRange(std::vector<float>{1.0F}, 10).high, 1.0);
    QCOMPARE(symmetricRange(std::vector<float>{0, kNan, kInfinity}, 10).high, 1.0);
  }

  void barsAreSquareRoots() {
    QCOMPARE(barHeights(std::vector<double>{100, 1, 0, 25}), (std::vector<double>{1, 0.1, 0, 0.5}));
    QCOMPARE(barHeights(std::vector<double>{0, 0}), (std::vector<double>{0, 0}));
    QVERIFY(barHeights({}).empty());
  }

  void axesEndAtARoundNumber_data() {
    QTest::addColumn<double>("largest");
    QTest::addColumn<int>("intervals");
    QTest::addColumn<double>("top");
    QTest::addColumn<double>("step");
    QTest::newRow("17.2 in 4") << 17.2 << 4 << 20.0 << 5.0;
    QTest::newRow("20 in 4") << 20.0 << 4 << 20.0 << 5.0;
    QTest::newRow("0.3 in 3") << 0.3 << 3 << 0.3 << 0.1;
    QTest::newRow("59 in 2") << 59.0 << 2 << 100.0 << 50.0;
    QTest::newRow("0.011 in 4") << 0.011 << 4 << 0.015 << 0.005;
    QTest::newRow("nothing") << 0.0 << 4 << 1.0 << 0.25;
    QTest::newRow("no number") << std::nan("") << 2 << 1.0 << 0.5;
    QTest::newRow("endless") << std::numeric_limits<double>::infinity() << 1 << 1.0 << 1.0;
  }

  void axesEndAtARoundNumber() {
    QFETCH(double, largest);
    QFETCH(int, intervals);
    QFETCH(double, top);
    QFETCH(double, step);
    const NiceAxis nice = niceAxis(largest, intervals);
    QVERIFY2(std::abs(nice.top - top) < 1e-9 && std::abs(nice.step - step) < 1e-9,
             qPrintable(QString("%1 by %2").arg(nice.top).arg(nice.step)));
  }

  void everyAxisHoldsItsValues() {
    for (int i = 1; i < 4000; ++i) {
      const double largest = std::pow(1.013, i - 2000);
      for (const int intervals : {1, 2, 4, 7}) {
        const NiceAxis nice = niceAxis(largest, intervals);
        QVERIFY(nice.top >= largest * (1 - 1e-9));
        QVERIFY(nice.top / nice.step <= intervals + 1e-6);
        QVERIFY(nice.top <= largest * (intervals == 1 ? 2.51 : 2.01));  // not more than about half of it empty
      }
    }
  }

  void numbersReadAsInTheWindow() {
    QCOMPARE(chartNumber(1150, 0), QString("1,150"));
    QCOMPARE(chartNumber(-2.50, 2), QString("\u22122.5"));
    QCOMPARE(chartNumber(-0.001, 2), QString("0"));
    QCOMPARE(decimalsOf(5), 0);
    QCOMPARE(decimalsOf(2.5), 1);
    QCOMPARE(decimalsOf(0.25), 2);
    QCOMPARE(decimalsOf(0.1 + 0.2), 1);
  }

  void stepPlotTellsTheNearestStep() {
    StepPlot plot;
    plot.setSteps(50);
    QVERIFY(plot.readout(10).isEmpty());
    plot.addStep(10, 7.25);
    plot.addArea(10, 3.14);
    plot.addStep(11, std::nan(""));
    QCOMPARE(plot.readout(10.4), QString("Step 10 of 50\nLatent change 7.25 %\nImplant area 3.1 cm²"));
    QVERIFY(plot.readout(11).isEmpty());
    QCOMPARE(plot.accessibleDescription(), QString("The latent changed by 7.25 % in step 10."));
    plot.setAreas({{20, 5.0}, {30, std::nan("")}});
    QCOMPARE(plot.readout(10), QString("Step 10 of 50\nLatent change 7.25 %"));
    QCOMPARE(plot.readout(20), QString("Step 20 of 50\nImplant area 5 cm²"));
    QVERIFY(plot.readout(30).isEmpty());
    plot.setStableSince(9);
    QVERIFY(plot.accessibleDescription().contains("Stable since step 9"));
    plot.clear();
    QVERIFY(plot.readout(10).isEmpty());
    QVERIFY(plot.accessibleDescription().isEmpty());
  }

  void huHistogramTellsWhatTheModelGets() {
    HuHistogram chart;
    QVERIFY(chart.readout(300).isEmpty());
    chart.setCounts(-1000, 100, std::vector<double>(40, 12345));
    chart.setMap({150, 650, 1150, 3000}, {-1, 0, 0.5, 1});
    QCOMPARE(chart.readout(400), QString("400 to 500 HU\n12,345 voxels\nThe model gets \u22120.5"));
    QVERIFY(chart.readout(-500).endsWith("\u22121"));
    QVERIFY(chart.readout(2075).endsWith("0.75"));
    QVERIFY(chart.readout(5000).isEmpty());
    chart.setMap({1, 2}, {0});  // not a map; the old one stays
    QVERIFY(chart.readout(2075).endsWith("0.75"));
  }

  void scheduleTellsTheNearestStep() {
    SchedulePlot plot;
    plot.setSchedule({1, 0.81, 0.36, 0.04}, {3, 1, 99, -1});
    QCOMPARE(plot.readout(0.4), QString("Step 2 of 2, t 1\nSignal 0.9, noise 0.436"));
    QCOMPARE(plot.readout(2.6), QString("Step 1 of 2, t 3\nSignal 0.2, noise 0.98"));
    plot.setSchedule({}, {});
    QVERIFY(plot.readout(1).isEmpty());
  }

  void distancesTellTheirUnit() {
    SdfHistogram chart;
    chart.setCounts(-1, 0.5, {60, 20, 15, 5});
    QCOMPARE(chart.readout(0.1), QString("0 to 0.5\n15 voxels"));
    chart.setUnit(DistanceUnit::Millimetre);
    QCOMPARE(chart.readout(-0.1), QString("\u22120.5 to 0 mm\n20 voxels"));
    QCOMPARE(chart.accessibleDescription(), QString("20 % of the voxels lie inside the implant."));
    chart.setCounts(-1, 1, {0, 0});
    QVERIFY(chart.readout(2).isEmpty());
  }

  void aStormOfValuesDrawsFewPictures() {
    StepPlot plot;
    plot.resize(420, 180);
    plot.setSteps(1000);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(250);
    PaintCounter counter(plot);
    QElapsedTimer clock;
    clock.start();
    for (int step = 1; step <= 1000 && clock.elapsed() < 5000; ++step) {
      plot.addStep(step, 10.0 / step);
      if (step % 10 == 0) QTest::qWait(4);
    }
    const double tenths = static_cast<double>(clock.elapsed()) / 100;
    QTest::qWait(250);
    QVERIFY2(counter.paints > 0 && counter.paints <= tenths + 4,
             qPrintable(QString("%1 paints in %2 tenths of a second").arg(counter.paints).arg(tenths)));
  }

  void onePictureIsQuick() {
    StepPlot plot;
    plot.resize(700, 260);
    plot.setSteps(1000);
    for (int step = 1; step <= 1000; ++step) plot.addStep(step, 10.0 / step);
    plot.show();
    QTest::qWait(250);
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 20; ++i) {
      plot.resize(700 + i, 260);  // a new size draws anew
      plot.grab();
    }
    const double each = static_cast<double>(clock.nsecsElapsed()) / 20e6;
    qInfo("a picture of 1000 steps takes %.2f ms", each);
    QVERIFY2(each < 50, qPrintable(QString::number(each)));
  }

  void aNewThemeRedraws() {
    StepPlot plot;
    plot.resize(300, 150);
    plot.setSteps(5);
    plot.addStep(2, 1);
    plot.show();
    QTest::qWait(250);
    const QImage dark = plot.grab().toImage();
    auto* appearance = qApp->findChild<Appearance*>();
    QVERIFY(appearance != nullptr);
    appearance->setChoice(SchemeChoice::Light);
    QTest::qWait(250);
    const QImage light = plot.grab().toImage();
    appearance->setChoice(SchemeChoice::Dark);
    QTest::qWait(250);
    QVERIFY(dark != light);
    QCOMPARE(plot.grab().toImage(), dark);
  }
};

QTEST_MAIN(TestCharts)
#include "test_charts.moc"
