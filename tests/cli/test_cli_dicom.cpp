// DICOM folders on the command line: the list of series, choosing one, and a record that points to no patient.
#include "engine/io/case_file.h"
#include "tests/cli/cli_process.h"
#include "tests/support/dicom_writer.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr const char* kFirst = "1.2.826.0.1.111";
constexpr const char* kSecond = "1.2.826.0.1.222";

/// The slices of a reference case twice, as two series.
void writeTwoSeries(const QString& folder) {
  Volume ct = *readCase(golden("case_A/ct.nii.gz").toStdString()).ct;
  for (float& hu : ct.voxels) hu = std::clamp(std::round(hu), -1024.0F, 30000.0F);
  writeDicomFolder((folder + "/first").toStdString(), dicomPictures(ct, kFirst));
  writeDicomFolder((folder + "/second").toStdString(), dicomPictures(ct, kSecond));
}

QByteArray onlyRecord(const QString& folder) {
  QDirIterator it(folder, {"run.json"}, QDir::Files, QDirIterator::Subdirectories);
  QFile file(it.hasNext() ? it.next() : QString());
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestCliDicom : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;

 private slots:
  void initTestCase() { writeTwoSeries(m_dir.filePath("ct")); }

  void severalSeriesAreListed() {
    const CliResult listed = runCli({"inspect", m_dir.filePath("ct")});
    QCOMPARE(listed.exitCode, 2);
    QVERIFY2(listed.err.contains("1: A hip, ") && listed.err.contains("2: A hip, "), qPrintable(listed.err));
    QVERIFY(listed.err.contains("--series") && !listed.err.contains(kFirst));
    QCOMPARE(runCli({"inspect", m_dir.filePath("ct"), "--series", "7"}).exitCode, 2);
    const CliResult chosen = runCli({"inspect", m_dir.filePath("ct"), "--series", "2"});
    QVERIFY2(chosen.exitCode == 0 && chosen.out.contains("CT volume, DICOM"), qPrintable(chosen.err));
  }

  void aFileStandsForItsFolder() {
    QCOMPARE(runCli({"inspect", m_dir.filePath("ct/first/IM0")}).exitCode, 0);
    QCOMPARE(runCli({"inspect", m_dir.filePath("ct/first")}).exitCode, 0);
  }

  void theRecordRepeatsTheRunWithoutTheUid() {
    const QStringList call = {
        "infer",  "--cond", m_dir.filePath("ct"), "--series", kSecond, "--model", golden("case_A"), "--ts", "2",
        "--seed", "1"};
    const CliResult made = runCli(call + QStringList{"--save", m_dir.filePath("runs")});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    const QByteArray record = onlyRecord(m_dir.filePath("runs"));
    QVERIFY(!record.isEmpty() && !record.contains(kSecond));
    const QJsonObject request = QJsonDocument::fromJson(record).object()["request"].toObject();
    QCOMPARE(request["series"].toString(), QString("2"));
    QDirIterator it(m_dir.filePath("runs"), {"run.json"}, QDir::Files, QDirIterator::Subdirectories);
    const CliResult again = runCli({"infer", "--from", it.next(), "--save", m_dir.filePath("again")});
    QVERIFY2(again.exitCode == 0, qPrintable(again.err));
  }
};

QTEST_GUILESS_MAIN(TestCliDicom)
#include "test_cli_dicom.moc"
