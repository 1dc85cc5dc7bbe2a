// compare as a user calls it: strip, table and JSON, values that are the same run, whole run folders, refusals.
#include "tests/cli/compare_scene.h"

#include <QImage>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace hipwright::test;

namespace {

QStringList lettersOf(const QString& help) {
  QStringList flags;
  static const QRegularExpression flag("--[a-z][a-z-]*");
  for (auto it = flag.globalMatch(help); it.hasNext();) flags << it.next().captured();
  flags.removeDuplicates();
  return flags;
}

/// How many lines of `text` hold `words`.
qsizetype linesWith(const QString& text, const QString& words) { return text.split('\n').filter(words).size(); }

}  // namespace

class TestCliCompare : public QObject {
  Q_OBJECT

 private slots:
  void itTakesTheFlagsOfInfer() {
    const QStringList known = lettersOf(runCli({"compare", "--help"}).out);
    for (const QString& flag : lettersOf(runCli({"infer", "--help"}).out))
      QVERIFY2(known.contains(flag) || flag == "--print-request", qPrintable(flag));
    for (const char* flag : {"--cfgs", "--seeds", "--reference", "--save-all"}) QVERIFY2(known.contains(flag), flag);
    QVERIFY(runCli({"--help"}).out.contains("compare"));
  }

  void stripTableAndNumbersAreWritten() {
    QTemporaryDir dir;
    QStringList call = compareGolden("case_B", dir.path(), {"0", "1", "3"});
    call.remove(call.indexOf("--reference"), 2);
    const CliResult result = runCli(call);
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    const Comparison made(dir.path());
    const QImage strip = QImage::fromData(made.strip());
    QVERIFY2(strip.width() > 600 && strip.height() > 300, qPrintable(QString::number(strip.width())));
    QVERIFY(strip.width() > 3 * strip.height() / 2);  // four columns beside each other

    const QStringList csv = made.csv();
    QCOMPARE(csv.size(), 4);
    const QStringList heads = csv[0].split(',');
    for (const char* head : {"case",
                             "cfg",
                             "seed",
                             "ts",
                             "reference_cfg",
                             "volume_mm3",
                             "surface_mm2",
                             "components",
                             "size_left_right_mm",
                             "in_bone_percent",
                             "in_cortex_percent",
                             "in_soft_tissue_percent",
                             "outside_field_percent",
                             "head_radius_mm",
                             "head_residual_mm",
                             "cup_inclination_deg",
                             "cup_anteversion_deg",
                             "cup_rim_residual_mm",
                             "stem_axis_s",
                             "stem_residual_mm",
                             "canal_fill_25_percent",
                             "canal_fill_50_percent",
                             "canal_fill_75_percent",
                             "dice",
                             "assd_mm",
                             "hd95_mm",
                             "centre_shift_mm"})
      QVERIFY2(heads.contains(head), head);
    QStringList cfgs;
    for (const QString& line : csv.mid(1)) {
      QCOMPARE(line.split(',').size(), heads.size());
      cfgs << line.split(',')[heads.indexOf("cfg")];
      QCOMPARE(line.split(',')[heads.indexOf("seed")], QString("5"));
    }
    QCOMPARE(cfgs, (QStringList{"0", "1", "3"}));

    const QJsonObject json = made.json();
    QCOMPARE(json["reference_cfg"].toDouble(), 3.0);
    QCOMPARE(json["values"].toArray().size(), 3);
    QCOMPARE(json["pairs"].toArray().size(), 3);
    for (const auto& value : json["values"].toArray()) {
      const QJsonObject numbers = value.toObject()["numbers"].toObject();
      const QJsonObject reasons = value.toObject()["not_measurable"].toObject();
      for (const QString& key : numbers.keys()) QCOMPARE(numbers[key].isNull(), !reasons[key].toString().isEmpty());
    }
  }

  void theTableIsForReading() {
    QTemporaryDir dir;
    const CliResult result = runCli(compareGolden("case_B", dir.path(), {"0", "1", "3"}));
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    const Comparison made(dir.path());
    for (const QString& words :
         {QString("Research use only"), QString("seed 5"), made.folder(), QString("Volume, mm3"),
          QString("Against CFG 1:"), QString("Every pair:"), QString("0 to 3"), QString("Not measurable here:")})
      QVERIFY2(result.out.contains(words), qPrintable(words + " in\n" + result.out));
    const QStringList lines = result.out.split('\n');
    const QString volume = lines.filter("Volume, mm3").value(0);
    const QJsonArray values = made.json()["values"].toArray();
    for (const auto& value : values) {
      const double number = value.toObject()["numbers"].toObject()["volume_mm3"].toDouble();
      bool shown = false;
      for (const QString& cell : volume.mid(12).split(' ', Qt::SkipEmptyParts))
        shown = shown || std::abs(cell.toDouble() - number) <= 0.5;
      QVERIFY2(shown, qPrintable(volume + " has no " + QString::number(number)));
    }
    for (const char* words : {"CFG 1, 1 of 3: Denoising", "CFG 0, 2 of 3: Denoising", "CFG 3, 3 of 3: Denoising"})
      QVERIFY2(result.err.contains(words), qPrintable(words + ("\n" + result.err)));
    QVERIFY(result.err.contains(" left"));
    QCOMPARE(linesWith(result.err, "Encoding"), linesWith(result.err, "CFG 1, 1 of 3: Encoding"));
  }

  void severalSeedsStandUnderTheirValues() {
    QTemporaryDir dir;
    const CliResult result = runCli(compareGolden("case_B", dir.path(), {"1", "3"}) + QStringList{"-6"});
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    const QStringList lines = result.out.split('\n');
    const qsizetype heads = lines.indexOf(QRegularExpression("^ +CFG 1 +CFG 1 +CFG 3 +CFG 3$"));
    QVERIFY2(heads >= 0, qPrintable(result.out));
    QVERIFY(lines.value(heads + 1).contains(QRegularExpression("^ +seed 5 +seed -6 +seed 5 +seed -6$")));
    QCOMPARE(lines.value(heads + 1).size(), lines.value(heads).size());
    QVERIFY(result.err.contains("CFG 3, seed -6, 4 of 4: Denoising"));
    QCOMPARE(Comparison(dir.path()).json()["pairs"].toArray().size(), 2);
  }

  void valuesThatAreTheSameRunRunOnceAndAreNamed() {
    QTemporaryDir dir;
    const CliResult result =
        runCli(compareGolden("case_B", dir.path(), {"1", "1.0", "0", "3", "-0", "3"}) + QStringList{"4294967301"});
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    for (const QString& said : {result.out, result.err}) {
      QVERIFY2(said.contains("CFG 1 and 1.0 are the same run; it runs once."), qPrintable(said));
      QVERIFY2(said.contains("CFG 0 and -0 are the same run; it runs once."), qPrintable(said));
      QVERIFY2(said.contains("CFG 3 was given more than once; it runs once."), qPrintable(said));
      QVERIFY2(said.contains("Seeds 5 and 4294967301 are the same noise; it runs once."), qPrintable(said));
    }
    const Comparison made(dir.path());
    QCOMPARE(made.csv().size(), 4);
    QCOMPARE(made.json()["merged"].toArray().size(), 2);  // -0 and the second seed
    QCOMPARE(filesBelow(dir.path(), "run.json").size(), 3);
  }

  void saveAllMakesTheFoldersOfInfer() {
    QTemporaryDir dir;
    const QString together = dir.filePath("together"), alone = dir.filePath("alone");
    QStringList call = compareGolden("case_B", together, {"0", "1", "3.5"}) + QStringList{"--save-all", "--summary"};
    call[call.indexOf("--reference") + 1] = "0";
    const CliResult result = runCli(call);
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    for (const char* cfg : {"0", "1", "3.5"})
      QCOMPARE(runCli(inferGolden("case_B", alone) + kSteps + QStringList{"--seed", "5", "--summary", "--cfg", cfg})
                   .exitCode,
               0);
    QCOMPARE(filesBelow(alone, "_metal.nii.gz").size(), 3);
    int compared = 0;
    for (const QString& file : filesBelow(alone)) {
      const QString name = file.mid(alone.size());
      QVERIFY2(QFile::exists(together + name), qPrintable(name));
      if (name.endsWith("run.json")) continue;  // timings
      QVERIFY2(contentOf(together + name) == contentOf(file), qPrintable(name));
      ++compared;
    }
    QVERIFY(compared >= 3 * 6);
    for (const auto& value : Comparison(together).json()["values"].toArray())
      QVERIFY(QFile::exists(Comparison(together).folder() + "/" + value.toObject()["run"].toString() + "/run.json"));

    const CliResult found = runCli(inferGolden("case_B", together) + kSteps + QStringList{"--seed", "5", "--summary"});
    QVERIFY2(found.exitCode == 0 && found.err.contains("already there"), qPrintable(found.err));
  }

  void namesOfFilesDoNotSteerTheTerminal() {
    QTemporaryDir dir;
    const QString ct = dir.filePath("a\x1b[31mb.nii.gz");
    QVERIFY(QFile::copy(golden("case_B/ct.nii.gz"), ct));
    QStringList call = compareGolden("case_B", dir.filePath("runs"), {"1"});
    call[call.indexOf("--cond") + 1] = ct;
    const CliResult result = runCli(call);
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    QVERIFY(result.err.contains("of a [31mb with seed 5") && result.out.contains("a [31mb, 3 steps"));
    QVERIFY(!result.err.contains('\x1b') && !result.out.contains('\x1b'));
  }

  void eventsAreOneObjectALine() {
    QTemporaryDir dir;
    const CliResult result =
        runCli(compareGolden("case_B", dir.path(), {"1", "3", "3.00000001"}) + QStringList{"6", "--json"});
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    const QList<QJsonObject> events = eventsOf(result);
    QMap<QString, int> kinds;
    double overall = 0;
    for (const QJsonObject& event : events) {
      ++kinds[event["event"].toString()];
      if (event["event"] == "step") QVERIFY(event.contains("cfg") && event.contains("seed"));
      if (!event.contains("comparison_overall")) continue;
      QVERIFY(event["comparison_overall"].toDouble() >= overall);
      overall = event["comparison_overall"].toDouble();
    }
    QVERIFY(overall > 0.99);
    QCOMPARE(kinds["comparison_started"], 1);
    QCOMPARE(kinds["preflight"], 1);
    QCOMPARE(kinds["value_started"], 4);
    QCOMPARE(kinds["value_finished"], 4);
    QCOMPARE(kinds["step"], 4 * kSteps[1].toInt());
    QCOMPARE(events.back()["event"].toString(), QString("comparison_finished"));
    for (const char* file : {"strip", "csv", "json"}) QVERIFY(QFile::exists(events.back()[file].toString()));
    for (const QJsonObject& event : events) {
      if (event["event"] == "comparison_started") QCOMPARE(event["merged"].toArray().size(), 1);
      if (event["event"] != "value_finished") continue;
      QVERIFY(event["numbers"].toObject().contains("volume_mm3"));
      QCOMPARE(event["to_reference"].isNull(), event["cfg"].toDouble() == 1);
      QCOMPARE(event["found"].toBool(true), false);
    }
  }

  void aRecordedRunIsComparedWithOtherValues() {
    QTemporaryDir dir;
    const QStringList single = inferGolden("case_B", dir.path()) + kSteps + QStringList{"--seed", "5", "--cfg", "2"};
    QCOMPARE(runCli(single).exitCode, 0);
    const QString record = filesBelow(dir.path(), "run.json").value(0);
    const CliResult result = runCli({"compare", "--from", record, "--cfgs", "2,1", "--json"});
    QVERIFY2(result.exitCode == 0, qPrintable(result.err));
    QMap<double, bool> found;
    for (const QJsonObject& event : eventsOf(result))
      if (event["event"] == "value_finished") found[event["cfg"].toDouble()] = event["found"].toBool();
    QCOMPARE(found, (QMap<double, bool>{{1, false}, {2, true}}));
    QCOMPARE(Comparison(dir.path()).csv()[1].split(',')[4], QString("5"));
  }

  void whatCannotBeComparedIsExplained_data() {
    QTest::addColumn<QStringList>("extra");
    QTest::addColumn<QString>("words");
    QTest::newRow("no values") << QStringList{} << "--cfgs";
    QTest::newRow("flag without values") << QStringList{"--cfgs"} << "--cfgs";
    QTest::newRow("not a number") << QStringList{"--cfgs", "1", "strong"} << "'strong'";
    QTest::newRow("half a number") << QStringList{"--cfgs", "3x"} << "'3x'";
    QTest::newRow("out of range") << QStringList{"--cfgs", "1", "5000"} << "cfg must be between";
    QTest::newRow("infinite") << QStringList{"--cfgs", "inf"} << "cfg must be between";
    QTest::newRow("reference not there") << QStringList{"--cfgs", "1", "3", "--reference", "2"} << "reference must be";
    QTest::newRow("seed not a number") << QStringList{"--cfgs", "1", "--seeds", "x"} << "seed";
    QTest::newRow("summary of no folder") << QStringList{"--cfgs", "1", "--summary"} << "--save-all";
    QTest::newRow("no steps") << QStringList{"--cfgs", "1", "--ts", "0"} << "ts must be between";
    QTest::newRow("unknown device") << QStringList{"--cfgs", "1", "--device", "tpu"} << "device must be";
    QTest::newRow("unknown flag") << QStringList{"--cfgs", "1", "--sede", "3"} << "--sede";
    QTest::newRow("no model") << QStringList{"--cfgs", "1", "--model", "nowhere"} << "nowhere";
    QTest::newRow("absent CT") << QStringList{"--cfgs", "1", "--cond", "absent.nii.gz"} << "absent.nii.gz";
  }

  void whatCannotBeComparedIsExplained() {
    QFETCH(QStringList, extra);
    QFETCH(QString, words);
    QTemporaryDir dir;
    QStringList call = inferGolden("case_B", dir.path());
    call[0] = "compare";
    for (const QString& flag : extra)
      for (qsizetype i = flag.startsWith("--") ? call.indexOf(flag) : -1; i >= 0; i = -1) call.remove(i, 2);
    const CliResult result = runCli(call + extra);
    QVERIFY2(result.exitCode == 2, qPrintable(QString::number(result.exitCode) + " " + result.err));
    QVERIFY2(result.err.contains(words), qPrintable(result.err));
    QVERIFY(!result.err.contains("terminate called") && !result.err.contains("Exception"));
    QVERIFY2(filesBelow(dir.path()).isEmpty(), qPrintable(filesBelow(dir.path()).join('\n')));
    const CliResult empty = runCli({"compare", "--cfgs", "1"});
    QVERIFY(empty.exitCode == 2 && empty.err.contains("--cond") && empty.err.contains("--save"));
  }
};

QTEST_GUILESS_MAIN(TestCliCompare)
#include "test_cli_compare.moc"
