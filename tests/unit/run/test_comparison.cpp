// Comparisons with the fake model: the same bytes as single runs, work done once, numbers, values that come and go.
#include "engine/run/comparison_folder.h"
#include "engine/run/run_history.h"
#include "tests/unit/run/comparison_scene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

class TestComparison : public QObject {
  Q_OBJECT

 private slots:
  void everyValueIsWhatASingleRunGives() {
    ComparisonScene s;
    ComparisonRequest r = s.request({0, 1, 3});
    r.keep = KeptRuns::Folders;
    r.run.summary = true;
    r.run.preview = 2;
    const ComparisonOutcome outcome = s.compare(r);
    QVERIFY(finished(outcome));
    QCOMPARE(outcome.table.rows.size(), std::size_t{3});
    for (const ComparisonRow& row : outcome.table.rows) {
      RunRequest single = r.run;
      single.cfg = row.value.cfg;
      single.save = s.scene.saves() / "single";
      const RunOutcome alone = s.pipeline().run(single, {}, {});
      const fs::path folder = std::get<RunResult>(alone).folder;
      QCOMPARE(folder.filename(), row.folder.filename());
      const auto expected = contentsBelow(folder);
      QVERIFY(expected.size() > 5);
      QVERIFY(contentsBelow(row.folder) == expected);
      QCOMPARE(readRun(row.folder).record.requestHash, readRun(folder).record.requestHash);
      const std::string record = contentOf(row.folder / "run.json");
      QVERIFY(record.find("\"forecast_bytes\": ") != std::string::npos);
      QVERIFY(record.find("\"forecast_bytes\": 0") == std::string::npos);
    }
  }

  void fiveValuesCostFiveDenoisingsAndDecodesButOneEncode_data() {
    QTest::addColumn<bool>("folders");
    QTest::newRow("fields only") << false;
    QTest::newRow("whole run folders") << true;
  }

  void fiveValuesCostFiveDenoisingsAndDecodesButOneEncode() {
    QFETCH(bool, folders);
    ComparisonScene s;
    ComparisonRequest r = s.request({0, 1, 3, 5, 7});
    if (folders) r.keep = KeptRuns::Folders;
    std::vector<Work> alone;
    for (const double cfg : r.cfgs) {
      RunRequest single = r.run;
      single.cfg = cfg;
      single.save = s.scene.saves() / "single";
      *s.work = {};
      QVERIFY(std::holds_alternative<RunResult>(s.pipeline().run(single, {}, {})));
      alone.push_back(*s.work);
    }
    QVERIFY(finished(s.compare(r)));
    const auto sum = [&](int Work::*kind) {
      return std::accumulate(alone.begin(), alone.end(), 0, [&](int n, const Work& w) { return n + w.*kind; });
    };
    qInfo("alone: %d encoded, %d asked, %d decoded; together: %d, %d, %d", sum(&Work::encodes), sum(&Work::evaluations),
          sum(&Work::decodes), s.work->encodes, s.work->evaluations, s.work->decodes);
    QVERIFY(alone[0].encodes > 1 && alone[0].decodes > 1);  // windows
    QCOMPARE(alone[1].evaluations, kSteps);
    QCOMPARE(s.work->loads, 1);
    QCOMPARE(s.work->encodes, alone[0].encodes);
    QCOMPARE(s.work->evaluations, sum(&Work::evaluations));
    QCOMPARE(s.work->evaluations, kSteps * (1 + 1 + 2 + 2 + 2));
    QCOMPARE(s.work->decodes, sum(&Work::decodes));
  }

  void valuesThatAreTheSameRunAreRunOnceAndNamed() {
    ComparisonScene s;
    ComparisonRequest r = s.request({1, 0, 1.0, -0.0, 3, 3 + 1e-12});
    r.seeds = {7, 7 + (std::int64_t{1} << 32), 8};
    std::optional<ComparisonStarted> started;
    const ComparisonOutcome outcome = s.compare(r, [&](const ComparisonEvent& e) {
      if (const auto* begun = std::get_if<ComparisonStarted>(&e)) started = *begun;
    });
    QVERIFY(finished(outcome) && started);
    QCOMPARE(s.work->evaluations, kSteps * (1 + 1 + 2) * 2);
    QCOMPARE(outcome.table.rows.size(), std::size_t{6});
    QCOMPARE(started->merged.size(), std::size_t{2});  // not 1.0, which is 1
    QCOMPARE(started->merged[0].runAs, 0.0);
    QCOMPARE(started->merged[1].runAs, 3.0);
    QCOMPARE(started->mergedSeeds, (std::vector<std::int64_t>{7 + (std::int64_t{1} << 32)}));
    const auto json =
        QJsonDocument::fromJson(QByteArray::fromStdString(contentOf(ComparisonFolder(outcome.folder).json()))).object();
    QCOMPARE(json["merged"].toArray().size(), 3);
  }

  /// Those that came while the last one ran too.
  void addedValuesAreInTheTimeThatIsLeft() {
    ComparisonScene s;
    const ComparisonRequest r = s.request({1, 0});
    ComparedCfgs cfgs(r);
    s.work->watch = [&](const Work& w) {
      if (w.evaluations == 2 * kSteps) cfgs.add(3);
    };
    double overall = 0;  // when the second value ended
    bool isThird = false;
    const auto watch = [&](const ComparisonEvent& e) {
      if (const auto* started = std::get_if<ValueStarted>(&e)) isThird = started->value.cfg == 3;
      const auto* value = std::get_if<ValueEvent>(&e);
      if (value != nullptr && !isThird) overall = value->overall;
    };
    QVERIFY(finished(s.pipeline().compare(r, cfgs, watch, {})));
    QVERIFY2(overall > 0.4 && overall < 0.6, qPrintable(QString::number(overall)));
  }

  void allValuesStartFromTheNoiseOfTheirSeed() {
    ComparisonScene s;
    ComparisonRequest r = s.request({0, 1, 3});
    r.seeds = {7, 8};
    const ComparisonOutcome outcome = s.compare(r);
    std::map<std::int64_t, std::string> noise;
    for (const ComparisonRow& row : outcome.table.rows) {
      QVERIFY(!row.noiseHash.empty());
      const auto [known, added] = noise.emplace(row.value.seed, row.noiseHash);
      QCOMPARE(row.noiseHash, known->second);
    }
    QVERIFY(noise.size() == 2 && noise[7] != noise[8]);
  }

  void theNumbersAreThoseOfTheSpheres() {
    ComparisonScene s;
    const ComparisonOutcome outcome = s.compare(s.request({0, 1, 3}));
    QVERIFY(finished(outcome));
    const ComparisonRow& none = outcome.table.rows[0];
    const ComparisonRow& ball = outcome.table.rows[1];
    const ComparisonRow& larger = outcome.table.rows[2];
    // Unguided, the fake draws -1 everywhere; at 3 all that is above -2/3 of the sphere's field.
    QVERIFY(none.numbers.components == 0 && !none.numbers.tissue && none.toReference && !none.toReference->dice);
    QVERIFY(!ball.toReference);
    QCOMPARE(outcome.table.reference, 1.0);
    const double radius = std::cbrt(ball.numbers.volumeMm3 * 3 / (4 * std::numbers::pi));
    QVERIFY(std::abs(radius - s.scene.sphere().radius) < 0.5);
    QVERIFY(length(*ball.numbers.centroid - s.scene.sphere().centre) < 0.3);
    const double wider = std::cbrt(larger.numbers.volumeMm3 * 3 / (4 * std::numbers::pi));
    QVERIFY(larger.toReference && larger.toReference->surface);
    QVERIFY(std::abs(larger.toReference->surface->meanMm - (wider - radius)) < 0.3);
    const double overlap = 2 * ball.numbers.volumeMm3 / (ball.numbers.volumeMm3 + larger.numbers.volumeMm3);
    QVERIFY(std::abs(*larger.toReference->dice - overlap) < 0.03);
    QCOMPARE(outcome.table.pairs.size(), std::size_t{3});
  }

  void pairsAreMeasuredWhenTheyAreAskedFor() {
    ComparisonScene s;
    ComparisonRequest r = s.request({0, 1, 3});
    r.pairs = MeasuredPairs::ToReference;
    const ComparisonOutcome few = s.compare(r);
    QVERIFY(finished(few) && few.table.pairs.empty());
    for (const ComparisonRow& row : few.table.rows) QCOMPARE(row.toReference.has_value(), row.value.cfg != 1);
    r.pairs = MeasuredPairs::All;
    QCOMPARE(s.compare(r).table.pairs.size(), std::size_t{3});
  }

  void tableAndStripAreWritten() {
    ComparisonScene s;
    ComparisonRequest r = s.request({3, 1});
    r.reference = 3;
    const ComparisonOutcome outcome = s.compare(r);
    const ComparisonFolder folder(outcome.folder);
    const QString csv = QString::fromStdString(contentOf(folder.csv()));
    const QStringList lines = csv.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith("case,model,demo,cfg,seed,ts,reference_cfg,volume_mm3,"));
    QVERIFY(lines[1].startsWith("hip,small,false,3,7,12,3,") && lines[2].startsWith("hip,small,false,1,7,12,3,"));
    for (const QString& line : lines) QCOMPARE(line.count(','), lines[0].count(','));
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(contentOf(folder.json()))).object();
    const QJsonObject value = json["values"].toArray()[0].toObject();
    QVERIFY(value["numbers"].toObject()["volume_mm3"].toDouble() > 0);
    QVERIFY(value["numbers"].toObject()["cup_inclination_deg"].isNull());
    QVERIFY(!value["not_measurable"].toObject()["cup_inclination_deg"].toString().isEmpty());
    QVERIFY(value["to_reference"].isNull());
    QVERIFY(fs::exists(outcome.folder / value["run"].toString().toStdString()));
    QVERIFY(contentOf(folder.strip()).starts_with("\x89PNG"));
    QVERIFY(fs::file_size(folder.strip()) > 10000);
  }

  void valuesAreAddedAndRemovedWhileOthersRun() {
    ComparisonScene s;
    const ComparisonRequest r = s.request({1, 3, 5, 7});
    ComparedCfgs cfgs(r);
    std::vector<double> removed;
    const auto observer = [&](const ComparisonEvent& e) {
      if (const auto* gone = std::get_if<ValueRemoved>(&e)) removed.push_back(gone->value.cfg);
      const auto* event = std::get_if<ValueEvent>(&e);
      if (event == nullptr || !std::holds_alternative<StepMetrics>(event->event)) return;
      const int step = std::get<StepMetrics>(event->event).step;
      if (event->value.cfg == 1 && step == 2) {
        QVERIFY(!cfgs.add(2) && cfgs.add(3.0) == std::optional<double>(3));
        QVERIFY(cfgs.remove(5) && !cfgs.remove(5) && !cfgs.remove(1));
      }
      if (event->value.cfg == 3 && step == 4) QVERIFY(cfgs.remove(3));  // the one that runs
      if (event->value.cfg == 2 && step == 4) QVERIFY(cfgs.remove(7));  // one that is finished
    };
    const ComparisonOutcome outcome = s.pipeline().compare(r, cfgs, observer, {});
    QVERIFY(finished(outcome));
    QCOMPARE(removed, (std::vector<double>{3}));
    QCOMPARE(cfgsOf(outcome), (std::vector<double>{1, 2}));
    QCOMPARE(s.work->evaluations, kSteps + 2 * 5 + 2 * kSteps + 2 * kSteps);
  }

  void theReferenceRunsFirstAndProgressNeverFalls() {
    ComparisonScene s;
    ComparisonRequest r = s.request({0, 1, 3});
    r.reference = 3;
    std::vector<double> order;
    double overall = 0;
    s.compare(r, [&](const ComparisonEvent& e) {
      if (const auto* started = std::get_if<ValueStarted>(&e)) order.push_back(started->value.cfg);
      if (const auto* event = std::get_if<ValueEvent>(&e)) {
        QVERIFY(event->overall >= overall && event->overall <= 1);
        overall = event->overall;
      }
      if (const auto* done = std::get_if<ValueFinished>(&e))
        QCOMPARE(done->row->toReference.has_value(), done->row->value.cfg != 3);
    });
    QCOMPARE(order, (std::vector<double>{3, 0, 1}));
    QVERIFY(overall > 0.99);
  }

  void withoutAReferenceItIsTheUsualValue() {
    ComparisonRequest r;
    const auto referenceOf = [&](std::vector<double> cfgs) {
      r.cfgs = std::move(cfgs);
      return ComparedCfgs(r).reference();
    };
    QCOMPARE(referenceOf({0, 1, 3, 5, 7}), 3.0);
    QCOMPARE(referenceOf({0, 5, 1}), 1.0);
    QCOMPARE(referenceOf({7, 5}), 5.0);
    QCOMPARE(referenceOf({0, 8, 4}), 4.0);  // 0 ignores the CT
    QCOMPARE(referenceOf({4, 0.5, 0}), 0.5);
    QCOMPARE(referenceOf({0}), 0.0);
    r.reference = 0;
    QCOMPARE(referenceOf({1, 3, 0}), 0.0);
  }

  void whatCannotBeComparedIsRefused() {
    ComparisonScene s;
    const auto codeOf = [&](const ComparisonRequest& r) { return s.compare(r).error->code(); };
    QVERIFY(codeOf(s.request({})) == ErrorCode::BadRequest);
    QVERIFY(codeOf(s.request({1, 1000})) == ErrorCode::BadRequest);
    ComparisonRequest r = s.request({1, 3});
    r.reference = 2;
    QVERIFY(codeOf(r) == ErrorCode::BadRequest);
    r = s.request({1});
    r.run.summary = true;
    QVERIFY(codeOf(r) == ErrorCode::BadRequest);
    r = s.request({1});
    r.run.cond = "absent.nii.gz";
    QVERIFY(codeOf(r) == ErrorCode::FileNotFound);
    QVERIFY(!fs::exists(s.scene.saves()));
    ComparedCfgs cfgs(s.request({1}));
    QVERIFY_EXCEPTION_THROWN(cfgs.add(std::nan("")), Error);
  }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "test_comparison.moc"
