// The bundled demo set: found from where the program lies, behind every set of the user's, and marked wherever it
// speaks.
#include "engine/io/case_file.h"
#include "tests/cli/cli_process.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

const QStringList kWeights = {"vae_pre.pt", "vae_metal.pt", "ldm.pt"};

QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The small networks of a reference case as a set, marked as a demo or not.
void layOutSet(const QString& folder, const QJsonValue& demo) {
  QVERIFY(QDir().mkpath(folder));
  for (const QString& name : kWeights) QVERIFY(QFile::copy(golden("case_B/" + name), folder + "/" + name));
  QJsonObject profile = QJsonDocument::fromJson(contentOf(golden("case_B/profile.json"))).object();
  profile["demo"] = demo;
  QFile file(folder + "/profile.json");
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(QJsonDocument(profile).toJson());
}

QString found(const QString& folder, const QString& ending) {
  for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
    if (it.next().endsWith(ending)) return it.filePath();
  return {};
}

QString modelUsed(const QString& saves) {
  const QJsonObject record = QJsonDocument::fromJson(contentOf(found(saves, "run.json"))).object();
  return record["request"].toObject()["ldm"].toString();
}

}  // namespace

class TestDemo : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  QString m_program;
  int m_runs = 0;

  /// Runs infer for two steps in an empty working folder; results in the folder that saves() then names.
  CliResult infer(const QStringList& more = {}, const QString& configured = {}) {
    ++m_runs;
    QDir().mkpath(work());
    const QStringList call = {"infer", "--cond",  golden("case_B/ct.nii.gz"), "--save", saves(), "--ts", "2", "--seed",
                              "1",     "--no-amp"};
    return runWithoutModels(m_program, call + more, work(), configured);
  }
  QString work() const { return m_dir.filePath("work" + QString::number(m_runs)); }
  QString saves() const { return work() + "/runs"; }

 private slots:
  void initTestCase() {
    const QString bin = m_dir.filePath("prefix/bin");
    QVERIFY(QDir().mkpath(bin));
    m_program = bin + "/" + QFileInfo(HIPWRIGHT_CLI).fileName();
    QVERIFY(QFile::copy(HIPWRIGHT_CLI, m_program));
    layOutSet(m_dir.filePath("prefix/share/hipwright/models/demo"), true);
    layOutSet(m_dir.filePath("own"), false);
  }

  void theBundledSetIsFoundAndMarked() {
    const CliResult result = infer({"--summary"});
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    QVERIFY(result.out.startsWith("DEMO model."));
    QVERIFY(result.err.contains("Note: DEMO"));
    QVERIFY(modelUsed(saves()).endsWith("/share/hipwright/models/demo/ldm.pt"));
    QVERIFY(contentOf(found(saves(), "_metal.stl")).left(80).contains("DEMO"));
    const CaseFile fused = readCase(found(saves(), "_fused.nii.gz").toStdString());
    QVERIFY(QString::fromStdString(fused.source.description).contains("DEMO"));

    const QString again = work() + "/again.stl";
    const CliResult mesh =
        runWithoutModels(m_program, {"mesh", QFileInfo(found(saves(), "run.json")).path(), "-o", again}, work());
    // So few steps may leave specks: written as asked for, and said not to print.
    QVERIFY2(mesh.exitCode == 0 || mesh.exitCode == 5, qPrintable(mesh.err));
    QVERIFY(mesh.out.startsWith("DEMO") && contentOf(again).left(80).contains("DEMO"));
  }

  void eventsAndInspectionSayItToo() {
    QVERIFY(infer({"--json"}).out.contains(R"("code":"DemoModel")"));
    const CliResult set = runCli({"inspect", m_dir.filePath("prefix/share/hipwright/models/demo")});
    QVERIFY2(set.exitCode == 0 && set.out.contains("DEMO"), qPrintable(set.out + set.err));
    const CliResult profile = runCli({"inspect", m_dir.filePath("prefix/share/hipwright/models/demo/profile.json")});
    QVERIFY2(profile.out.contains("DEMO"), qPrintable(profile.out + profile.err));
  }

  void theUsersSetComesFirstAndIsNotMarked() {
    const CliResult result = infer({}, m_dir.filePath("own"));
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    QVERIFY(!result.out.contains("DEMO") && !result.err.contains("DEMO"));
    QVERIFY(modelUsed(saves()).startsWith(m_dir.filePath("own")));
    QVERIFY(!contentOf(found(saves(), "run.json")).contains("DEMO"));
    QVERIFY(!contentOf(found(saves(), "_metal.stl")).left(80).contains("DEMO"));
  }

  void aSetThatWasNamedWronglyIsNotReplacedByTheDemo() {
    const CliResult result = infer({}, m_dir.filePath("absent"));
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.err.contains("absent") && !result.err.contains("DEMO"), qPrintable(result.err));
    QCOMPARE(infer({"--profile", m_dir.filePath("own/profile.json")}).exitCode, 2);
    QCOMPARE(infer({"--model", m_dir.filePath("absent")}).exitCode, 2);
  }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "test_demo.moc"
