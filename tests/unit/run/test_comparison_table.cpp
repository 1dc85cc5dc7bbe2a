// A comparison.json that somebody else wrote: damaged, too long, or naming runs elsewhere.
#include "engine/run/comparison_table.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hipwright;

namespace {

QByteArray valueAt(const char* run) {
  return QByteArray("{'cfg':3,'seed':7,'request_sha256':'ab','run':'") + run + "'}";
}

}  // namespace

class TestComparisonTable : public QObject {
  Q_OBJECT

 private slots:
  void runsElsewhereAreNotFollowed() {
    const auto json = written("{'values':[" + valueAt("runs/inside") + "," + valueAt("../beside") + "," +
                              valueAt("../../other/run") + "," + valueAt("/etc") + "," + valueAt("runs/../../../out") +
                              "," + valueAt("..") + "," + valueAt("../..") + "]}");
    QVERIFY(!isDamagedComparison(json));
    std::vector<std::filesystem::path> runs;
    for (const EarlierValue& value : earlierValues(json, "results/compare")) runs.push_back(value.run);
    QCOMPARE(runs, (std::vector<std::filesystem::path>{"results/compare/runs/inside", "results/beside"}));
  }

  void aTableThatIsNoneIsDamaged_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{'values':[");
    QTest::newRow("values of another kind") << QByteArray("{'values':3}");
    QTest::newRow("longer than any") << "{'values':[],'note':'" + QByteArray(17 << 20, 'a') + "'}";
  }

  void aTableThatIsNoneIsDamaged() {
    QFETCH(QByteArray, text);
    const auto json = written(text);
    QVERIFY(isDamagedComparison(json));
    QVERIFY(earlierValues(json, "results/compare").empty());
    QVERIFY(seedsOfComparison(json).empty());
    QVERIFY(!referenceOfComparison(json));
  }

 private:
  /// With quotes in place of apostrophes.
  std::filesystem::path written(const QByteArray& text) const {
    QFile file(m_dir.filePath(QStringLiteral("comparison.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(text).replace('\'', '"')) != text.size())
      qFatal("cannot write the table");
    return file.filesystemFileName();
  }

  QTemporaryDir m_dir;
};

QTEST_APPLESS_MAIN(TestComparisonTable)
#include "test_comparison_table.moc"
