// Comparisons that Ctrl-C ends early keep what is finished, and the same command goes on from there.
#include "tests/cli/compare_scene.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace hipwright::test;

namespace {

const QStringList kLong = {"--ts", "40", "--no-amp"};

/// Starts the program, sends Ctrl-C when it has printed `words` on standard error, and waits for its end.
CliResult interruptedAt(const QStringList& call, const QByteArray& words) {
  QProcess process;
  process.start(HIPWRIGHT_CLI, call);
  QByteArray seen;
  QElapsedTimer timer;
  timer.start();
  while (!seen.contains(words) && timer.elapsed() < 120000 && process.state() != QProcess::NotRunning) {
    process.waitForReadyRead(200);
    seen += process.readAllStandardError();
  }
  ::kill(static_cast<pid_t>(process.processId()), SIGINT);
  timer.restart();
  CliResult result = collect(process);
  qInfo("from Ctrl-C to the end: %lld ms", timer.elapsed());
  result.err.prepend(QString::fromUtf8(seen));
  return result;
}

}  // namespace

class TestCliCompareContinued : public QObject {
  Q_OBJECT

 private slots:
  void ctrlCKeepsWhatIsFinishedAndTheNextCallGoesOn() {
    QTemporaryDir dir;
    const QString whole = dir.filePath("whole"), cut = dir.filePath("cut");
    QCOMPARE(runCli(compareGolden("case_A", whole, {"0", "1", "3"}, kLong)).exitCode, 0);

    const QStringList call = compareGolden("case_A", cut, {"0", "1", "3"}, kLong);
    const CliResult ended = interruptedAt(call, "CFG 0, 2 of 3: Denoising");
    QVERIFY2(ended.exitCode == 3, qPrintable(ended.err));
    QVERIFY2(ended.err.contains("cancelled; 1 finished value is kept"), qPrintable(ended.err));
    QVERIFY(ended.out.contains("Volume, mm3"));
    const Comparison kept(cut);
    QCOMPARE(kept.csv().size(), 2);
    QCOMPARE(kept.json()["values"].toArray().size(), 1);
    QVERIFY(kept.strip().startsWith("\x89PNG"));
    QCOMPARE(filesBelow(cut, "run.json").size(), 1);
    QVERIFY(filesBelow(cut).filter("part").isEmpty());

    const CliResult rest = runCli(call);
    QVERIFY2(rest.exitCode == 0, qPrintable(rest.err));
    QVERIFY2(rest.err.contains(QRegularExpression("CFG 1: .*was there already")), qPrintable(rest.err));
    QVERIFY(!rest.err.contains(QRegularExpression("CFG [03]: .*was there already")));
    const Comparison all(cut);
    QCOMPARE(all.csv(), Comparison(whole).csv());
    QVERIFY(all.strip() == Comparison(whole).strip());
  }

  void ctrlCBeforeTheFirstValueLeavesNothingHalfWritten() {
    QTemporaryDir dir;
    const QStringList steps = {"--ts", "1000", "--no-amp"};
    const CliResult ended =
        interruptedAt(compareGolden("case_A", dir.path(), {"1", "3"}, steps), "CFG 1, 1 of 2: Denoising");
    QVERIFY2(ended.exitCode == 3, qPrintable(ended.err));
    QVERIFY2(ended.err.contains("cancelled; nothing half-written was left"), qPrintable(ended.err));
    QVERIFY(ended.out.isEmpty());
    QVERIFY(filesBelow(dir.path(), "run.json").isEmpty() && filesBelow(dir.path()).filter("part").isEmpty());
  }

  void moreValuesComputeOnlyWhatIsNew() {
    QTemporaryDir dir;
    QCOMPARE(runCli(compareGolden("case_B", dir.path(), {"1", "3"})).exitCode, 0);
    const CliResult more = runCli(compareGolden("case_B", dir.path(), {"5", "1", "3"}) + QStringList{"--json"});
    QVERIFY2(more.exitCode == 0, qPrintable(more.err));
    QMap<double, bool> found;
    int steps = 0;
    for (const QJsonObject& event : eventsOf(more)) {
      if (event["event"] == "value_finished") found[event["cfg"].toDouble()] = event["found"].toBool();
      if (event["event"] == "step") ++steps;
    }
    QCOMPARE(found, (QMap<double, bool>{{1, true}, {3, true}, {5, false}}));
    QCOMPARE(steps, kSteps[1].toInt());
    QCOMPARE(Comparison(dir.path()).csv().size(), 4);
  }

  void aDamagedTableIsTold() {
    QTemporaryDir dir;
    QCOMPARE(runCli(compareGolden("case_B", dir.path(), {"1", "3"})).exitCode, 0);
    const auto damage = [&] {
      QFile file(Comparison(dir.path()).folder() + "/comparison.json");
      QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
    };
    damage();
    const CliResult text = runCli(compareGolden("case_B", dir.path(), {"1", "3"}));
    QVERIFY2(text.err.contains("Note: The table of this comparison, comparison.json, cannot be read"),
             qPrintable(text.err));
    damage();
    const CliResult json = runCli(compareGolden("case_B", dir.path(), {"1"}) + QStringList{"--json"});
    QStringList codes;
    for (const QJsonObject& event : eventsOf(json))
      if (event["event"] == "warning") codes << event["code"].toString();
    QVERIFY2(codes.contains("ComparisonTableDamaged"), qPrintable(json.out));
    QCOMPARE(Comparison(dir.path()).json()["values"].toArray().size(), 2);
  }

  void cancelledIsAnEventToo() {
    QTemporaryDir dir;
    const QStringList call = compareGolden("case_A", dir.path(), {"1", "3"}, {"--ts", "1000", "--no-amp"});
    QProcess process;
    process.start(HIPWRIGHT_CLI, call + QStringList{"--json"});
    QByteArray seen;
    while (!seen.contains(R"("event":"step")") && process.waitForReadyRead(60000))
      seen += process.readAllStandardOutput();
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const CliResult result = collect(process);
    QCOMPARE(result.exitCode, 3);
    const QJsonObject last = eventsOf(result).value(eventsOf(result).size() - 1);
    QCOMPARE(last["event"].toString(), QString("cancelled"));
    QCOMPARE(last["finished"].toInt(-1), 0);
  }
};

QTEST_GUILESS_MAIN(TestCliCompareContinued)
#include "test_cli_compare_continued.moc"
