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

  void otherWaysInAreForecastAsWell_data() {
    QTest::addColumn<QList<int>>("size");
    QTest::addColumn<QList<double>>("spacing");
    QTest::addColumn<bool>("dicom");
    QTest::addColumn<QStringList>("more");
    const QList<double> fine = {0.7, 0.7, 1.25}, coarse = {2, 2, 3}, model = {1, 1, 1};
    const QStringList resampled = {"--grid", "auto", "--roi", "whole"};
    const QStringList region = {"--grid", "auto", "--roi", "20,30,40,110,105,180"};
    QTest::newRow("fine voxels, resampled") << QList<int>{256, 240, 160} << fine << false << resampled;
    QTest::newRow("coarse voxels, resampled") << QList<int>{112, 96, 72} << coarse << false << resampled;
    QTest::newRow("fine voxels, a region of them") << QList<int>{256, 240, 160} << fine << false << region;
    QTest::newRow("the model's voxels, a region of them") << QList<int>{208, 192, 224} << model << false << region;
    QTest::newRow("slices") << QList<int>{208, 192, 224} << model << true << QStringList();
    QTest::newRow("slices of fine voxels, resampled") << QList<int>{256, 240, 160} << fine << true << resampled;
    QTest::newRow("slices of a pelvis, a region of them") << QList<int>{512, 512, 200} << fine << true << region;
  }

  void otherWaysInAreForecastAsWell() {
    QFETCH(QList<int>, size);
    QFETCH(QList<double>, spacing);
    QFETCH(bool, dicom);
    QFETCH(QStringList, more);
    holds({{size[0], size[1], size[2]}, bundledSet(), true, false, more, {spacing[0], spacing[1], spacing[2]}, dicom});
  }

  void theForecastIsWithinFifteenPercent() {
    QFETCH(bool, reference);
    QFETCH(QList<int>, size);
    QFETCH(bool, tiled);
    QFETCH(bool, amp);
    QFETCH(QStringList, more);
    holds({{size[0], size[1], size[2]}, reference ? m_reference : bundledSet(), tiled, amp, more});
  }

 private:
  static void holds(const MemoryCase& each) {
    QTemporaryDir folder;
    const MemoryOutcome out = measuredRun(each, folder.path());
    QVERIFY2(out.problem.isEmpty(), qPrintable(out.problem));
    QVERIFY(out.measured > 0 && out.forecast > 0);
    qInfo("%s: forecast %.0f MB in %s, measured %.0f MB, %+.1f %%", qPrintable(out.precision), out.forecast / 1e6,
          qPrintable(out.phase), out.measured / 1e6, 100 * out.deviation());
    QVERIFY2(std::abs(out.deviation()) <= kTolerance, qPrintable(QString::number(out.deviation())));
  }
};

QTEST_GUILESS_MAIN(TestMemoryForecast)
#include "test_memory_forecast.moc"
