// The command line's manners: results, refusals, exit codes, events, cancelling.
#include "engine/io/mesh_file.h"
#include "engine/io/volume_file.h"
#include "engine/surface/mesh_check.h"
#include "tests/cli/cli_process.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace hipwright;
using namespace hipwright::test;

namespace {

QStringList filesBelow(const QString& folder) {
  QStringList files;
  for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
    files << it.next();
  files.sort();
  return files;
}

QString only(const QStringList& files, const QString& ending) {
  const QStringList found = files.filter(QRegularExpression(QRegularExpression::escape(ending) + "$"));
  return found.size() == 1 ? found.front() : QString();
}

QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a refusal must look like: exit code 2, two sentences that say `words`, no trace of a crash, nothing on stdout.
void verifyRefused(const CliResult& result, const QString& words) {
  QVERIFY2(result.exitCode == 2, qPrintable(QString::number(result.exitCode) + " " + result.err));
  QVERIFY2(result.err.contains(words, Qt::CaseInsensitive), qPrintable(result.err));
  QVERIFY(!result.err.contains("terminate called") && !result.err.contains("Exception"));
}

}  // namespace

class TestCli : public QObject {
  Q_OBJECT

 private slots:
  void helpIsForNewcomers() {
    const CliResult help = runCli({"--help"});
    QCOMPARE(help.exitCode, 0);
    for (const char* command : {"infer", "inspect", "mesh", "phantom", "verify", "devices", "bench"})
      QVERIFY(help.out.contains(command));
    const CliResult infer = runCli({"infer", "--help"});
    for (const char* flag : {"--cond",  "--save",     "--seed",    "--cfg",    "--ts",      "--summary", "--no-summary",
                             "--tiled", "--no-tiled", "--sw",      "--amp",    "--no-amp",  "--vae-pre", "--vae-metal",
                             "--ldm",   "--model",    "--profile", "--device", "--threads", "--rng",     "--grid",
                             "--space", "--force",    "--from",    "--json",   "--preview", "--side",    "--roi"})
      QVERIFY2(infer.out.contains(flag), flag);
    QVERIFY(infer.out.contains("recommended") && infer.out.contains("Example"));
    QVERIFY(runCli({"--version"}).out.startsWith("Hipwright "));
  }

  void inferWritesEverythingAndSaysWhere() {
    QTemporaryDir dir;
    const QString save = dir.filePath(QString::fromUtf8("结果 folder"));
    const CliResult result = runCli(inferGolden("case_A", save) + QStringList{"--seed", "-3", "--cfg", "3", "--ts",
                                                                              "12", "--summary", "--preview=2"});
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    const QStringList files = filesBelow(save);
    for (const char* ending : {"ct_fused.nii.gz", "ct_metal.nii.gz", "ct_metal.stl", "ct_summary.png", "run.json",
                               "summary/000.nii.gz", "summary/010.nii.gz", "latents.safetensors"})
      QVERIFY2(!only(files, ending).isEmpty(), ending);
    for (const char* ending : {"ct_fused.nii.gz", "ct_metal.nii.gz", "ct_metal.stl", "ct_summary.png"})
      QVERIFY2(result.out.contains(only(files, ending)), ending);
    QVERIFY(QFileInfo(only(files, "run.json")).path().contains("_seed_-3_cfg_3_ts_12_tiled_summary_"));
    QVERIFY(result.err.contains("Denoising"));
    QVERIFY(result.out.contains("Research use only"));

    const QJsonObject record = QJsonDocument::fromJson(contentOf(only(files, "run.json"))).object();
    QCOMPARE(record["seed"].toInt(), -3);
    QCOMPARE(record["request"].toObject()["ts"].toInt(), 12);
    QCOMPARE(record["case"].toObject()["sha256"].toString().size(), 64);
    QCOMPARE(record["timing"].toObject()["steps"].toArray().size(), 12);
    QVERIFY(record["libraries"].toObject()["networks"].toString().startsWith("LibTorch"));
    QVERIFY(record["libraries"].toObject().contains("VTK"));
    QVERIFY(record["timing"].toObject()["peak_memory_bytes"].toDouble() > 1e7);

    const MeshReport mesh = checkMesh(readStl(only(files, "ct_metal.stl").toStdString()));
    QVERIFY(mesh.openEdges == 0 && mesh.nonManifoldEdges == 0);
  }

  void anInterruptedRunGoesOnFromItsFolder() {
    QTemporaryDir dir;
    const QStringList call = inferGolden("case_B", dir.filePath("runs")) + QStringList{"--seed", "1", "--ts", "2"};
    const CliResult whole = runCli(call);
    QVERIFY2(whole.exitCode == 0, qPrintable(whole.err));
    QVERIFY2(whole.err.contains(QRegularExpression("fine +memory +About .* at the peak")), qPrintable(whole.err));
    const QString stl = only(filesBelow(dir.path()), "_metal.stl");
    const QByteArray surface = contentOf(stl);
    // As it is when the last decode has not come to its end; and moved to another place since.
    QDir run = QFileInfo(stl).dir();
    const QJsonObject record = QJsonDocument::fromJson(contentOf(run.filePath("run.json"))).object();
    QFile request(run.filePath("request.json"));
    QVERIFY(request.open(QIODevice::WriteOnly));
    request.write(QJsonDocument(record["request"].toObject()).toJson());
    request.close();
    for (const QString& file : run.entryList(QDir::Files))
      if (file != "request.json" && file != "latents.safetensors") run.remove(file);
    QVERIFY(QDir(dir.path()).rename("runs", "moved"));
    const QString folder = dir.filePath("moved/" + run.dirName());

    const CliResult seen = runCli({"inspect", folder});
    QVERIFY2(seen.exitCode == 0 && seen.out.startsWith("Interrupted run; its denoising is finished"),
             qPrintable(seen.out));
    verifyRefused(runCli({"mesh", folder, "-o", dir.filePath("early.stl")}), "was interrupted and has no result");
    const CliResult result = runCli({"infer", "--from", folder});
    QVERIFY2(result.exitCode == 0 && result.err.contains("goes on from there"), qPrintable(result.err));
    QCOMPARE(contentOf(only(filesBelow(folder), "_metal.stl")), surface);
    QVERIFY(!QFile::exists(folder + "/request.json") && QFile::exists(folder + "/run.json"));
    verifyRefused(runCli({"infer", "--from", dir.path()}), "a folder without a run");
  }

  void theSameRequestIsFoundAndFromRepeatsIt() {
    QTemporaryDir dir;
    const QStringList call = inferGolden("case_B", dir.path()) + QStringList{"--seed", "1", "--ts", "2", "--no-amp"};
    QCOMPARE(runCli(call).exitCode, 0);
    const QString stl = only(filesBelow(dir.path()), "_metal.stl");
    const QByteArray first = contentOf(stl);
    const CliResult again = runCli(call);
    QCOMPARE(again.exitCode, 0);
    QVERIFY(again.err.contains("already there"));
    QCOMPARE(runCli(call + QStringList{"--force"}).exitCode, 0);
    QCOMPARE(contentOf(stl), first);

    const QString record = only(filesBelow(dir.path()), "run.json");
    const CliResult repeated = runCli({"infer", "--from", record, "--save", dir.filePath("other")});
    QVERIFY2(repeated.exitCode == 0, qPrintable(repeated.err));
    QCOMPARE(contentOf(only(filesBelow(dir.filePath("other")), "_metal.stl")), first);
  }

  void jsonEventsAreOneObjectALine() {
    QTemporaryDir dir;
    const CliResult result =
        runCli(inferGolden("case_B", dir.path()) + QStringList{"--seed", "1", "--ts", "3", "--json", "--cfg", "11"});
    QCOMPARE(result.exitCode, 0);
    QStringList kinds;
    double overall = 0;
    for (const QString& line : result.out.split('\n', Qt::SkipEmptyParts)) {
      const QJsonObject event = QJsonDocument::fromJson(line.toUtf8()).object();
      QVERIFY2(event.contains("event"), qPrintable(line));
      kinds << event["event"].toString();
      if (kinds.back() != "progress") continue;
      QVERIFY(event["overall"].toDouble() >= overall);
      overall = event["overall"].toDouble();
    }
    QCOMPARE(overall, 1.0);
    QCOMPARE(kinds.count("step"), 3);
    QVERIFY(kinds.contains("warning") && kinds.contains("started") && kinds.count("preflight") == 1 &&
            kinds.back() == "finished");
    const CliResult failed =
        runCli({"infer", "--cond", "absent.nii", "--save", dir.path(), "--model", golden("case_B"), "--json"});
    QCOMPARE(
        QJsonDocument::fromJson(failed.out.split('\n', Qt::SkipEmptyParts).back().toUtf8()).object()["code"].toString(),
        QString("FileNotFound"));
  }

  void impossibleRequestsAreExplained_data() {
    QTest::addColumn<QStringList>("extra");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown flag") << QStringList{"--sede", "3"} << "--sede";
    QTest::newRow("seed not a number") << QStringList{"--seed", "abc"} << "seed";
    QTest::newRow("seed too large") << QStringList{"--seed", "18446744073709551616"} << "seed";
    QTest::newRow("no steps") << QStringList{"--ts", "0"} << "ts must be between 1 and 1000";
    QTest::newRow("too many steps") << QStringList{"--ts", "1001"} << "ts must be between";
    QTest::newRow("steps not a number") << QStringList{"--ts", "many"} << "--ts";
    QTest::newRow("guidance not a number") << QStringList{"--cfg", "nan"} << "cfg must be between";
    QTest::newRow("no windows") << QStringList{"--sw", "0"} << "sw must be between";
    QTest::newRow("unknown device") << QStringList{"--device", "tpu"} << "device must be";
    QTest::newRow("absent device") << QStringList{"--device", "cuda"} << "--device cpu";
    QTest::newRow("unknown frame") << QStringList{"--space", "mni"} << "space must be";
    QTest::newRow("absent CT") << QStringList{"--cond", "absent.nii.gz"} << "no file absent.nii.gz";
    QTest::newRow("CT that is a checkpoint") << QStringList{"--cond", golden("case_A/ldm.pt")} << "ldm.pt";
    QTest::newRow("CT that is a folder") << QStringList{"--cond", golden("case_A")} << "case_A";
    QTest::newRow("checkpoint that is a CT") << QStringList{"--ldm", golden("case_A/ct.nii.gz")} << "ct.nii.gz";
    QTest::newRow("VAE for a diffusion network") << QStringList{"--ldm", golden("case_A/vae_pre.pt")} << "missing";
    QTest::newRow("weights of another profile")
        << QStringList{"--vae-pre", golden("case_B/vae_pre.pt")} << "does not fit";
    QTest::newRow("no model") << QStringList{"--model", "nowhere"} << "nowhere";
    QTest::newRow("profile that is not JSON") << QStringList{"--profile", golden("case_A/ct.nii.gz")} << "profile";
    QTest::newRow("unknown grid") << QStringList{"--grid", "2mm"} << "grid must be";
    QTest::newRow("unknown side") << QStringList{"--side", "both"} << "side must be";
    QTest::newRow("region of five numbers") << QStringList{"--roi", "1,2,3,4,5"} << "roi must be";
    QTest::newRow("region outside the CT")
        << QStringList{"--roi", "5000,5000,5000,5050,5050,5050"} << "cannot be used with this model";
    QTest::newRow("from that is not JSON") << QStringList{"--from", golden("case_A/ct.nii.gz")} << "run";
  }

  void impossibleRequestsAreExplained() {
    QFETCH(QStringList, extra);
    QFETCH(QString, words);
    QTemporaryDir dir;
    QStringList call = inferGolden("case_A", dir.path());
    for (int i = call.indexOf(extra.front()); i >= 0; i = -1) call.remove(i, 2);  // given twice is another error
    verifyRefused(runCli(call + extra), words);
    QVERIFY(filesBelow(dir.path()).isEmpty());
  }

  void aCtIsHeldAgainstTheModel() {
    const QStringList call = {"inspect", golden("case_A/ct.nii.gz"), "--model", golden("case_A")};
    const CliResult text = runCli(call);
    QVERIFY2(text.exitCode == 0 && text.out.contains("  doubtful   spacing"), qPrintable(text.out + text.err));
    const QJsonObject json = QJsonDocument::fromJson(runCli(call + QStringList{"--json"}).out.toUtf8()).object();
    QCOMPARE(json["kind"].toString(), QString("ct"));
    QVERIFY(json["preflight"].toArray().size() >= 8);
    for (const auto& item : json["preflight"].toArray()) QVERIFY(!item.toObject()["found"].toString().isEmpty());
    verifyRefused(runCli({"inspect", golden("case_A/ct.nii.gz"), "--model", "absent"}), "No model");
  }

  void usageErrorsAreExplained() {
    verifyRefused(runCli({}), "help");
    verifyRefused(runCli({"infre"}), "infre");
    verifyRefused(runCli({"infer"}), "--cond");
    verifyRefused(runCli({"mesh", golden("case_A/ct.nii.gz")}), "--output");
    verifyRefused(runCli({"mesh", golden("case_A/ct.nii.gz"), "-o", "x.step"}), ".stl");
    verifyRefused(runCli({"verify", golden("units")}), "config.json");
  }

  void interruptCancelsAndLeavesNothingHalfWritten() {
    QTemporaryDir dir;
    QProcess process;
    process.start(HIPWRIGHT_CLI,
                  inferGolden("case_A", dir.path()) + QStringList{"--seed", "1", "--ts", "1000", "--summary"});
    QByteArray seen;
    QElapsedTimer timer;
    timer.start();
    while (!seen.contains("Denoising") && timer.elapsed() < 60000) {
      process.waitForReadyRead(1000);
      seen += process.readAllStandardError();
    }
    QVERIFY(seen.contains("Denoising"));
    timer.restart();
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const CliResult result = collect(process);
    qInfo("from Ctrl-C to the end: %lld ms", timer.elapsed());
    QCOMPARE(result.exitCode, 3);
    QVERIFY(result.err.contains("cancelled"));
    QVERIFY(timer.elapsed() < 5000);
    const QStringList files = filesBelow(dir.path());
    QVERIFY(only(files, "run.json").isEmpty());
    QVERIFY(files.filter("part").isEmpty());
  }

  void inspectSaysWhatItIs_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("CT") << golden("case_A/ct.nii.gz") << QStringList{"CT volume", "37 x 44 x 45", "int16"};
    QTest::newRow("diffusion network") << golden("case_A/ldm.pt") << QStringList{"diffusion", "EMA", "sha256"};
    QTest::newRow("autoencoder") << golden("case_B/vae_pre.pt") << QStringList{"autoencoder"};
    QTest::newRow("profile") << golden("case_A/profile.json") << QStringList{"golden A"};
    QTest::newRow("model set") << golden("case_A") << QStringList{"complete", "vae_metal.pt"};
  }

  void inspectSaysWhatItIs() {
    QFETCH(QString, path);
    QFETCH(QStringList, words);
    const CliResult result = runCli({"inspect", path});
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    for (const QString& word : words) QVERIFY2(result.out.contains(word), qPrintable(word + " in " + result.out));
  }

  void inspectRefusesWhatItCannotUse() {
    QTemporaryDir dir;
    QFile text(dir.filePath("notes.txt"));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("hello") == 5);
    text.close();
    verifyRefused(runCli({"inspect", text.fileName()}), "notes.txt");
    verifyRefused(runCli({"inspect", dir.path()}), "holds no CT");
    QFile profile(dir.filePath("profile.json"));
    QVERIFY(profile.open(QIODevice::WriteOnly) && profile.write("{}") == 2);
    profile.close();
    verifyRefused(runCli({"inspect", dir.path()}), "vae_pre");
    verifyRefused(runCli({"inspect", dir.filePath("absent")}), "absent");
  }

  void inspectEndsWithTwoForACtThatCannotBeUsed() {
    QTemporaryDir dir;
    const Volume flat{{{40, 40, 40}, {2, 2, 2}, {}, kIdentity3}, std::vector<float>(64000, 40)};
    writeNifti(dir.filePath("flat.nii").toStdString(), flat, {});
    const CliResult seen = runCli({"inspect", dir.filePath("flat.nii")});
    QVERIFY2(seen.out.contains("40 x 40 x 40") && seen.out.contains("  refused  "), qPrintable(seen.out));
    verifyRefused(seen, "cannot be used with this model");
  }

  void aProfileThatOpensLikeSafetensorsIsAProfile() {
    QTemporaryDir dir;
    QFile file(dir.filePath("profile.json"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(R"({"vae": {"channels": [32, 64, 128]}})") > 0);
    file.close();
    QVERIFY(runCli({"inspect", file.fileName()}).out.contains("profile"));
  }

  void aPipeIsRefusedInsteadOfWaitedFor() {
    QTemporaryDir dir;
    const QString pipe = dir.filePath("ct.nii.gz");
    QCOMPARE(QProcess::execute("mkfifo", {pipe}), 0);
    verifyRefused(runCli({"inspect", pipe}), "not a regular file");
  }

  void meshOfARunIsTheSurfaceOfTheRun() {
    QTemporaryDir dir;
    QCOMPARE(runCli(inferGolden("case_B", dir.path()) + QStringList{"--seed", "1", "--ts", "2"}).exitCode, 0);
    const QString run = QFileInfo(only(filesBelow(dir.path()), "run.json")).path();
    const QString stl = dir.filePath("again.stl");
    const CliResult result = runCli({"mesh", run, "-o", stl});
    const bool prints = result.out.contains("passes every check");
    QVERIFY2(result.exitCode == (prints ? 0 : 5), qPrintable(result.out + result.err));
    QVERIFY(result.out.contains("closed, manifold"));
    const Mesh direct = readStl(only(filesBelow(run), "_metal.stl").toStdString());
    const Mesh again = readStl(stl.toStdString());
    QCOMPARE(again.triangles.size(), direct.triangles.size());
  }

  void verifyProvesTheGoldenCases_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("A") << "case_A";
    QTest::newRow("B") << "case_B";
  }

  void verifyProvesTheGoldenCases() {
    QFETCH(QString, name);
    const CliResult result = runCli({"verify", golden(name)});
    QVERIFY2(result.exitCode == 0, qPrintable(result.out + result.err));
    QVERIFY(result.out.contains("0 beyond their tolerance") && !result.out.contains("FAIL"));
  }

  void phantomIsACaseEveryCommandTakes() {
    QTemporaryDir dir;
    const CliResult made =
        runCli({"phantom", "--seed", "3", "--save", dir.path(), "--side", "left", "--spacing", "2,2,2"});
    QVERIFY2(made.exitCode == 0, qPrintable(made.err));
    QVERIFY(runCli({"inspect", dir.filePath("ct.nii.gz")}).out.contains("2 x 2 x 2 mm"));
    const QJsonObject parameters = QJsonDocument::fromJson(contentOf(dir.filePath("parameters.json"))).object();
    QVERIFY(!parameters.isEmpty());
    QVERIFY(checkMesh(readStl(dir.filePath("implant.stl").toStdString())).printable());
    const CliResult mesh = runCli({"mesh", dir.filePath("implant_sdf.nii.gz"), "-o", dir.filePath("again.stl")});
    QVERIFY2(mesh.out.contains("closed, manifold"), qPrintable(mesh.out + mesh.err));
    verifyRefused(runCli({"phantom", "--seed", "3", "--save", dir.path(), "--spacing", "0,1,1"}), "spacing");
  }

#ifdef __linux__
  /// ulimit -v, which batch systems set: a matrix library that asks for more would never come back.
  void aLimitOfTheShellCountsAsMemory() {
    QProcess shell;
    shell.start("sh", {"-c", "ulimit -v 3000000 && exec \"$0\" devices", HIPWRIGHT_CLI});
    const CliResult listed = collect(shell);
    QCOMPARE(listed.exitCode, 0);
    const QRegularExpressionMatch free = QRegularExpression("([0-9.]+) GiB of memory free").match(listed.out);
    QVERIFY2(free.hasMatch() && free.captured(1).toDouble() < 3, qPrintable(listed.out));
  }
#endif

  void devicesListsTheProcessor() {
    const CliResult result = runCli({"devices"});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.out.contains("cpu") && result.out.contains("LibTorch"));
  }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
