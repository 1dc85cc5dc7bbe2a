// What a newcomer sees: the bundled demo set draws the implant of a hip it has never seen, and how well it fits.
#include "engine/io/case_file.h"
#include "engine/io/mesh_file.h"
#include "engine/measure/overlap.h"
#include "engine/surface/mesh_check.h"
#include "tests/cli/cli_process.h"
#include "tests/support/slicers.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;
using namespace hipwright::testing;

namespace {

constexpr double kLeastDice = 0.80;

QString found(const QString& folder, const QString& ending) {
  for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
    if (it.next().endsWith(ending)) return it.filePath();
  return {};
}

QString bundledSet() { return QDir::cleanPath(QFileInfo(HIPWRIGHT_CLI).path() + "/../share/hipwright/models/demo"); }

VolumePtr fieldOf(const QString& path) { return readCase(path.toStdString()).ct; }

}  // namespace

class TestDemoRun : public QObject {
  Q_OBJECT

 private slots:
  void theDemoModelDrawsTheImplantOfAnUnseenHip() {
    QVERIFY2(QFileInfo::exists(bundledSet() + "/ldm.safetensors"), "this build has no bundled demo set");
    QTemporaryDir dir;
    const QString hip = dir.filePath("hip");
    const CliResult phantom = runCli({"phantom", "--seed", "9000001", "--side", "right", "--save", hip}, dir.path());
    QVERIFY2(phantom.exitCode == 0, qPrintable(phantom.err));

    QElapsedTimer clock;
    clock.start();
    const CliResult run = runWithoutModels(
        HIPWRIGHT_CLI,
        {"infer", "--cond", hip + "/ct.nii.gz", "--save", "runs", "--seed", "42", "--cfg", "2", "--ts", "50"},
        dir.path());
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY2(run.out.startsWith("DEMO"), qPrintable(run.out));

    const QString runs = dir.filePath("runs");
    const double overlap = dice(*fieldOf(found(runs, "_metal.nii.gz")), *fieldOf(hip + "/implant_sdf.nii.gz"));
    qInfo("Dice %.3f against the true implant, after %.1f s", overlap, static_cast<double>(clock.elapsed()) / 1000);
    QVERIFY2(overlap >= kLeastDice, qPrintable(QString::number(overlap)));
    QVERIFY(checkMesh(readStl(found(runs, "_metal.stl").toStdString())).printable());

    everyExportPrints(QFileInfo(found(runs, "_metal.stl")).path(), dir);
  }

 private:
  /// Without repair, and to the slicers that are installed.
  static void everyExportPrints(const QString& run, const QTemporaryDir& dir) {
    for (const char* name : {"implant.stl", "implant.3mf", "implant.ply", "implant.obj"})
      for (const char* space : {"lps", "ras"}) {
        const QString file = dir.filePath(name);
        const CliResult mesh = runCli({"mesh", run, "-o", file, "--space", space, "--repair", "none"}, dir.path());
        QVERIFY2(mesh.exitCode == 0 && mesh.out.startsWith("DEMO"), qPrintable(mesh.out + mesh.err));
        QVERIFY2(mesh.out.contains("passes every check"), qPrintable(mesh.out));
        QStringList said;
        if (file.endsWith(".stl") && isInstalled("admesh")) said << admeshComplaints(file);
        if (!file.endsWith(".ply") && isInstalled("prusa-slicer")) said << prusaComplaints(file);
        QVERIFY2(said.isEmpty(), qPrintable(file + "\n" + said.join('\n')));
      }
    const CliResult repaired = runCli({"mesh", run, "-o", dir.filePath("clean.stl")}, dir.path());
    QVERIFY2(repaired.out.contains("there was nothing to remove"), qPrintable(repaired.out));
  }
};

QTEST_GUILESS_MAIN(TestDemoRun)
#include "test_demo_run.moc"
