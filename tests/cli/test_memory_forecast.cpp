// The memory forecast against the peak of whole runs of the command line, each in its own process. The whole table is
// printed by bench_memory.
#include "tests/cli/memory_case.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr double kTolerance = 0.15;

QString bundledSet() { return QDir::cleanPath(QFileInfo(HIPWRIGHT_CLI).path() + "/../share/hipwright/models/demo"); }

}  // namespace

class TestMemoryForecast : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  QString m_reference;  ///< the reference's networks with random weights

 private slots:
  void initTestCase() {
    m_reference = m_folder.filePath("reference");
    const CliResult made = runCli({"bench", "--make-model", m_reference}, m_folder.path());
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
  }

  void theForecastIsWithinFifteenPercent_data() {
    QTest::addColumn<bool>("reference");
    QTest::addColumn<QList<int>>("size");
    QTest::addColumn<bool>("tiled");
    QTest::addColumn<bool>("amp");
    QTest::addColumn<QStringList>("more");
    const QList<int> small = {96, 80, 144}, large = {208, 192, 224}, window = {128, 128, 128};
    QTest::newRow("demo, small, tiled") << false << small << true << false << QStringList();
    QTest::newRow("demo, large, tiled") << false << large << true << false << QStringList();
    QTest::newRow("demo, large, at once") << false << large << false << false << QStringList();
    QTest::newRow("demo, large, at once, half precision") << false << large << false << true << QStringList();
    QTest::newRow("demo, large, all stages")
        << false << large << true << false << QStringList{"--summary", "--preview=2"};
    QTest::newRow("reference, one window") << true << window << true << false << QStringList();
    QTest::newRow("reference, one window, half precision") << true << window << true << true << QStringList();
  }

  void theForecastIsWithinFifteenPercent() {
    QFETCH(bool, reference);
    QFETCH(QList<int>, size);
    QFETCH(bool, tiled);
    QFETCH(bool, amp);
    QFETCH(QStringList, more);
    QTemporaryDir folder;
    const MemoryOutcome out = measuredRun(
        {{size[0], size[1], size[2]}, reference ? m_reference : bundledSet(), tiled, amp, more}, folder.path());
    QVERIFY2(out.problem.isEmpty(), qPrintable(out.problem));
    QVERIFY(out.measured > 0 && out.forecast > 0);
    qInfo("%s: forecast %.0f MB in %s, measured %.0f MB, %+.1f %%", qPrintable(out.precision), out.forecast / 1e6,
          qPrintable(out.phase), out.measured / 1e6, 100 * out.deviation());
    QVERIFY2(std::abs(out.deviation()) <= kTolerance, qPrintable(QString::number(out.deviation())));
  }
};

QTEST_GUILESS_MAIN(TestMemoryForecast)
#include "test_memory_forecast.moc"
