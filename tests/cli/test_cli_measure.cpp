// measure and evaluate as a user calls them.
#include "tests/cli/cli_process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace hipwright::test;

namespace {

QJsonObject objectOf(const CliResult& result) { return QJsonDocument::fromJson(result.out.toUtf8()).object(); }

}  // namespace

class TestCliMeasure : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY(m_dir.isValid());
    for (const char* seed : {"7", "8"})
      QCOMPARE(runCli({"phantom", "--seed", seed, "--side", "right", "--save", m_dir.filePath(seed)}).exitCode, 0);
  }

  void anImplantIsDescribed() {
    const CliResult result = runCli({"measure", field("7")});
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    for (const char* words : {"Volume", "Pieces", "Cup inclination to the scanner's planes", "Stem axis", "residual"})
      QVERIFY2(result.out.contains(words), words);
    QVERIFY(!result.out.contains("not measurable") && !result.out.contains("Dice"));
  }

  void theJsonHasThePlansNumbers() {
    QFile file(m_dir.filePath("7/parameters.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject plan = QJsonDocument::fromJson(file.readAll()).object()["plan"].toObject();
    const QJsonObject json = objectOf(runCli({"measure", field("7"), "--json"}));
    QVERIFY(std::abs(json["head_diameter_mm"].toDouble() - plan["headDiameter"].toDouble()) < 0.2);
    QVERIFY(std::abs(json["cup_diameter_mm"].toDouble() - plan["cupOuterDiameter"].toDouble()) < 0.2);
    for (int i = 0; i < 3; ++i)
      QVERIFY(std::abs(json["head_centre_mm"][i].toDouble() - plan["centreOfRotation"][i].toDouble()) < 0.2);
    QCOMPARE(json["components"].toInt(), 2);
    QVERIFY(!json.contains("dice"));
  }

  void anImplantIsComparedWithTheTruth() {
    const QJsonObject same = objectOf(runCli({"measure", field("7"), "--truth", field("7"), "--json"}));
    QCOMPARE(same["dice"].toDouble(), 1.0);
    QCOMPARE(same["assd_mm"].toDouble(), 0.0);
    QCOMPARE(same["volume_difference_percent"].toDouble(), 0.0);
    const QJsonObject other = objectOf(runCli({"measure", field("7"), "--truth", field("8"), "--json"}));
    QVERIFY(other["dice"].toDouble() < 0.95 && other["assd_mm"].toDouble() > 0.1 && other["hd95_mm"].toDouble() > 0.2);
    QVERIFY(runCli({"measure", field("7"), "--truth", field("8")}).out.contains("Average surface distance"));
  }

  void theCtSaysWhatTheImplantReplaces() {
    const QString ct = m_dir.filePath("7/ct.nii.gz");
    const QJsonObject json = objectOf(runCli({"measure", field("7"), "--ct", ct, "--json"}));
    const double bone = json["in_bone_percent"].toDouble(), soft = json["in_soft_tissue_percent"].toDouble();
    QVERIFY(std::abs(bone + soft + json["outside_field_percent"].toDouble() - 100) < 1e-6);
    QVERIFY2(bone > 30 && json["in_cortex_percent"].toDouble() < bone, qPrintable(QString::number(bone)));
    for (const char* level : {"25", "50", "75"}) {
      const QJsonValue fill = json[QString("canal_fill_%1_percent").arg(level)];
      QVERIFY(fill.isNull() || (fill.toDouble() > 10 && fill.toDouble() <= 100));
    }
    const CliResult text = runCli({"measure", field("7"), "--ct", ct});
    QVERIFY2(text.out.contains("Inside cortex") && text.out.contains("Canal fill, 50 %"), qPrintable(text.out));
    const CliResult other = runCli({"measure", field("7"), "--ct", golden("case_A/ct.nii.gz")});
    QVERIFY2(other.exitCode == 2 && other.err.contains("the CT lie on different"), qPrintable(other.err));
  }

  void differentGridsAreRefused() {
    const CliResult result = runCli({"measure", field("7"), "--truth", golden("case_A/ct.nii.gz")});
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.err.contains("different voxel grids"), qPrintable(result.err));
    QCOMPARE(runCli({"measure", m_dir.filePath("absent.nii.gz")}).exitCode, 2);
  }

  void impossibleEvaluationsAreRefused() {
    const QStringList call = {"evaluate", "--model", golden("case_B"), "--seed", "1"};
    const CliResult none = runCli(call + QStringList{"--count", "0"});
    QVERIFY2(none.exitCode == 2 && none.err.contains("count must be"), qPrintable(none.err));
    const CliResult many = runCli(call + QStringList{"--ts", "5000"});
    QVERIFY2(many.exitCode == 2 && many.err.contains("ts must be"), qPrintable(many.err));
    QCOMPARE(runCli({"evaluate", "--model", m_dir.filePath("absent"), "--seed", "1"}).exitCode, 2);
  }

 private:
  QString field(const char* seed) const { return m_dir.filePath(seed) + "/implant_sdf.nii.gz"; }

  QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestCliMeasure)
#include "test_cli_measure.moc"
