// Comparisons that were cut short, lost files, or find runs that were there before.
#include "engine/core/atomic_file.h"
#include "engine/run/comparison_folder.h"
#include "tests/unit/run/comparison_scene.h"

#include <QTest>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

void replaceIn(const fs::path& file, const std::string& what, const std::string& with) {
  std::string text = contentOf(file);
  const auto at = text.find(what);
  QVERIFY(at != std::string::npos);
  writeAtomically(file, text.replace(at, what.size(), with));
}

Geometry coarse() { return {{20, 18, 24}, {1.5, 1.5, 1.25}, {-40, 20, 300}, kIdentity3}; }

}  // namespace

class TestComparisonContinued : public QObject {
  Q_OBJECT

 private slots:
  void cancellingKeepsWhatIsFinishedAndContinuingGivesTheSameBytes_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("kept");
    QTest::newRow("in the first value") << kSteps / 2 << 0;
    QTest::newRow("in the second") << kSteps + 3 << 1;
    QTest::newRow("in the last") << 4 * kSteps - 1 << 2;
  }

  void cancellingKeepsWhatIsFinishedAndContinuingGivesTheSameBytes() {
    QFETCH(int, at);
    QFETCH(int, kept);
    ComparisonScene s;
    const ComparisonRequest r = s.request({0, 1, 3});
    const auto whole = shown(s.compare(r));
    fs::remove_all(s.scene.saves());

    std::stop_source stop;
    s.work->watch = [&](const Work& w) {
      if (w.evaluations >= at) stop.request_stop();
    };
    const ComparisonOutcome cut = s.compare(r, {}, stop.get_token());
    s.work->watch = {};
    QVERIFY(cut.end == ComparisonEnd::Cancelled && !cut.error);
    QCOMPARE(cut.table.rows.size(), static_cast<std::size_t>(kept));
    const ComparisonFolder folder(cut.folder);
    QCOMPARE(fs::exists(folder.csv()) && fs::exists(folder.strip()), kept > 0);

    const ComparisonOutcome rest = s.compare(r);
    QVERIFY(finished(rest));
    QCOMPARE(foundIn(rest), kept);
    QVERIFY(shown(rest) == whole);
    const ComparisonOutcome again = s.compare(r);
    QCOMPARE(foundIn(again), 3);
    QCOMPARE(s.work->loads, 0);
    QVERIFY(shown(again) == whole);
  }

  void aFailureKeepsWhatIsFinishedToo() {
    ComparisonScene s;
    s.work->watch = [](const Work& w) {
      if (w.evaluations > kSteps) throw Error(ErrorCode::DeviceFailed, {{"device", "fake"}, {"reason", "a test"}});
    };
    const ComparisonOutcome outcome = s.compare(s.request({1, 3}));
    QVERIFY(outcome.end == ComparisonEnd::Failed && outcome.error->code() == ErrorCode::DeviceFailed);
    QCOMPARE(cfgsOf(outcome), (std::vector<double>{1}));
    QVERIFY(fs::exists(ComparisonFolder(outcome.folder).csv()));
  }

  void moreValuesGoOnInTheSameFolder() {
    ComparisonScene s;
    const ComparisonOutcome first = s.compare(s.request({1, 3}));
    const ComparisonOutcome second = s.compare(s.request({5, 3, 1}));
    QCOMPARE(second.folder, first.folder);
    QCOMPARE(cfgsOf(second), (std::vector<double>{5, 3, 1}));
    QCOMPARE(foundIn(second), 2);
    QCOMPARE(s.work->evaluations, 2 * kSteps);
  }

  void otherValuesAndSeedsAreAddedToTheTable() {
    ComparisonScene s;
    ComparisonRequest r = s.request({0, 1, 3});
    r.seeds = {42, 7};
    const ComparisonOutcome first = s.compare(r);
    QVERIFY(finished(first) && first.table.rows.size() == 6);
    const auto before = shown(first);
    ComparisonRequest other = s.request({5, 7});
    other.seeds = {42};
    const ComparisonOutcome second = s.compare(other);
    QVERIFY(finished(second));
    QCOMPARE(second.folder, first.folder);
    QCOMPARE(s.work->evaluations, 4 * kSteps);
    QCOMPARE(second.table.rows.size(), std::size_t{8});
    QCOMPARE(cfgsOf(second), (std::vector<double>{5, 7, 0, 0, 1, 1, 3, 3}));
    const ComparisonFolder folder(second.folder);
    const std::string csv = contentOf(folder.csv());
    QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t{9});
    QVERIFY(contentOf(folder.strip()).size() > before.at("comparison.png").size());
    QCOMPARE(second.table.reference, 1.0);  // as in the table that was there
    for (const ComparisonRow& row : second.table.rows) QCOMPARE(row.toReference.has_value(), row.value.cfg != 1);
    QCOMPARE(second.table.pairs.size(), std::size_t{10 + 3});  // five values of seed 42, three of seed 7

    const ComparisonOutcome third = s.compare(r);  // and the values that were there first go on as ever
    QVERIFY(finished(third));
    QCOMPARE(s.work->evaluations, 0);
    QCOMPARE(cfgsOf(third), (std::vector<double>{0, 0, 1, 1, 3, 3, 5, 7}));
  }

  void cancellingALaterComparisonKeepsTheTable_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("kept");
    QTest::newRow("in the first value") << kSteps << 3;
    QTest::newRow("in the second") << 2 * kSteps + 3 << 4;
  }

  void cancellingALaterComparisonKeepsTheTable() {
    QFETCH(int, at);
    QFETCH(int, kept);
    ComparisonScene s;
    const ComparisonOutcome first = s.compare(s.request({0, 1, 3}));
    std::stop_source stop;
    s.work->watch = [&](const Work& w) {
      if (w.evaluations >= at) stop.request_stop();
    };
    const ComparisonOutcome cut = s.compare(s.request({5, 7, 3}), {}, stop.get_token());
    QVERIFY(cut.end == ComparisonEnd::Cancelled);
    const std::string csv = contentOf(ComparisonFolder(first.folder).csv());
    QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t{kept + 1});
  }

  void earlierRunsJoinAndFieldsBecomeFolders() {
    for (const bool own : {true, false}) {
      ComparisonScene s(own ? RunScene::standardGeometry() : coarse());
      ComparisonRequest r = s.request({1, 3});
      RunRequest single = r.run;
      single.cfg = 3;
      QVERIFY(std::holds_alternative<RunResult>(s.pipeline().run(single, {}, {})));
      const ComparisonOutcome joined = s.compare(r);
      QVERIFY(finished(joined));
      QCOMPARE(foundIn(joined), 1);
      QCOMPARE(s.work->evaluations, kSteps);  // of the value 1 alone
      const auto files = shown(joined);

      r.keep = KeptRuns::Folders;
      const ComparisonOutcome folders = s.compare(r);
      QVERIFY(finished(folders));
      QCOMPARE(s.work->evaluations, 0);  // the latents were there
      QCOMPARE(folders.table.rows[0].folder.parent_path(), s.scene.saves());
      QVERIFY(fs::exists(RunFolder(folders.table.rows[0].folder, "hip").fused()));

      fs::remove_all(s.scene.saves());
      r.keep = KeptRuns::Fields;
      auto fresh = shown(s.compare(r));
      for (const auto& [name, content] : files)
        if (name != "comparison.json") QVERIFY2(fresh[name] == content, name.c_str());  // says where the runs are
    }
  }

  void lostAndForeignFilesAreMadeAgain() {
    ComparisonScene s;
    const ComparisonRequest r = s.request({1, 3});
    const ComparisonOutcome first = s.compare(r);
    const auto whole = shown(first);
    const ComparisonFolder folder(first.folder);
    const fs::path crop = folder.field(first.table.rows[0].folder);

    fs::remove(crop);
    const ComparisonOutcome lost = s.compare(r);
    QCOMPARE(s.work->evaluations, 0);
    QVERIFY(shown(lost) == whole);

    fs::copy_file(folder.field(first.table.rows[1].folder), crop, fs::copy_options::overwrite_existing);
    QVERIFY(shown(s.compare(r)) == whole);

    writeAtomically(crop, "no field at all");
    QVERIFY(shown(s.compare(r)) == whole);

    const fs::path record = first.table.rows[0].folder / "run.json";
    replaceIn(record, first.table.rows[0].requestHash, std::string(64, '0'));
    const ComparisonOutcome other = s.compare(r);
    QCOMPARE(s.work->evaluations, kSteps);
    QCOMPARE(foundIn(other), 1);
    QVERIFY(shown(other) == whole);
  }

  void aDamagedTableIsToldAndMadeFromTheRuns_data() {
    QTest::addColumn<QString>("content");
    QTest::addColumn<bool>("folders");
    for (const bool folders : {false, true}) {
      QTest::addRow("cut short, %d", folders) << R"({"schema": 1, "values": [{"cfg")" << folders;
      QTest::addRow("empty, %d", folders) << "" << folders;
      QTest::addRow("without values, %d", folders) << R"({"schema": 1})" << folders;
    }
  }

  void aDamagedTableIsToldAndMadeFromTheRuns() {
    QFETCH(QString, content);
    QFETCH(bool, folders);
    ComparisonScene s;
    const auto ask = [&](std::vector<double> cfgs) {
      ComparisonRequest r = s.request(std::move(cfgs));
      if (folders) r.keep = KeptRuns::Folders;
      r.reference = 3;
      return r;
    };
    const ComparisonOutcome first = s.compare(ask({0, 1, 3}));
    QVERIFY(finished(first));
    writeAtomically(ComparisonFolder(first.folder).json(), content.toStdString());
    int told = 0;
    const auto count = [&](const ComparisonEvent& e) { told += std::holds_alternative<TableDamaged>(e) ? 1 : 0; };
    const ComparisonOutcome second = s.compare(ask({5, 3}), count);
    QVERIFY(finished(second));
    QCOMPARE(told, 1);
    QCOMPARE(cfgsOf(second), (std::vector<double>{5, 3, 0, 1}));
    QCOMPARE(s.work->evaluations, 2 * kSteps);
    QVERIFY(finished(s.compare(ask({5, 3}), count)));
    QCOMPARE(told, 1);
  }

  void foundRunsOfOtherNoiseRunAgain() {
    for (const std::size_t changed : {std::size_t{0}, std::size_t{1}}) {
      ComparisonScene s;
      const ComparisonOutcome first = s.compare(s.request({1, 3}));
      const ComparisonRow& row = first.table.rows[changed];
      replaceIn(row.folder / "run.json", row.noiseHash, std::string(64, 'a'));
      const ComparisonOutcome found = s.compare(s.request({1, 3}));
      QCOMPARE(foundIn(found), 2);  // nothing was computed that could tell
      const ComparisonOutcome more = s.compare(s.request({1, 3, 5}));
      QVERIFY(finished(more));
      QCOMPARE(s.work->evaluations, kSteps * (2 + (changed == 0 ? 1 : 2)));
      for (const ComparisonRow& each : more.table.rows) QCOMPARE(each.noiseHash, first.table.rows[0].noiseHash);
    }
  }

  void anotherModelOrOtherSettingsAreAnotherComparison() {
    ComparisonScene s;
    const ComparisonOutcome first = s.compare(s.request({1}));
    ComparisonRequest r = s.request({1});
    r.run.ts = 6;
    QVERIFY(s.compare(r).folder != first.folder);
    s.scene.changeProfile([](ModelProfile& p) { p.scheduler.betaEnd = 0.019; });
    const ComparisonOutcome other = s.compare(s.request({1}));
    QVERIFY(other.folder != first.folder && foundIn(other) == 0);
  }

  void aDrawnSeedIsKept() {
    ComparisonScene s;
    ComparisonRequest r = s.request({1});
    r.run.seed.reset();
    std::stop_source stop;
    s.work->watch = [&](const Work&) { stop.request_stop(); };
    const ComparisonOutcome first = s.compare(r, {}, stop.get_token());
    s.work->watch = {};
    QVERIFY(first.end == ComparisonEnd::Cancelled && first.table.seeds.size() == 1);
    const ComparisonOutcome second = s.compare(r);
    QVERIFY(finished(second) && second.table.seeds == first.table.seeds);
  }

  void forceComputesEveryValueAgain() {
    ComparisonScene s;
    ComparisonRequest r = s.request({1, 3});
    const auto whole = shown(s.compare(r));
    r.run.force = true;
    const ComparisonOutcome again = s.compare(r);
    QCOMPARE(foundIn(again), 0);
    QCOMPARE(s.work->evaluations, 3 * kSteps);
    QVERIFY(shown(again) == whole);
  }
};

QTEST_APPLESS_MAIN(TestComparisonContinued)
#include "test_comparison_continued.moc"
