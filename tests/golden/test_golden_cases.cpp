// Both reference cases through the networks, stage by stage: a failure names the stage. Case N was computed by a second
// implementation in float64 numpy, for what the reference cases do not have: one VAE level, four UNet levels, attention
// at the first, three latent channels, velocity prediction, linspace steps, clipping, an oblong window and CFG 0.5.
#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "tests/golden/golden_model.h"
#include "tests/support/fake_model.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace hipwright;
using namespace hipwright::test;

namespace {

/// "run cfg3.5, step 4 of 7: prediction" to "prediction", so that the log has one line per quantity.
std::string quantityOf(const std::string& stage) {
  const std::size_t colon = stage.find(": ");
  return colon == stage.npos ? stage : stage.substr(colon + 2);
}

}  // namespace

class TestGoldenCases : public QObject {
  Q_OBJECT

 private slots:
  void everyStageIsWithinItsTolerance_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("stageCount");  // exactly, so that no array of the case is passed over
    QTest::newRow("A") << "case_A" << 110;
    QTest::newRow("B") << "case_B" << 96;
    QTest::newRow("N") << "case_N" << 28;
  }

  void everyStageIsWithinItsTolerance() {
    QFETCH(QString, name);
    QFETCH(int, stageCount);
    std::map<std::string, std::pair<double, double>> worst;
    std::string failures;
    const StageObserver observer = [&](const StageDeviation& d) {
      auto& [maxAbs, share] = worst[quantityOf(d.stage)];
      maxAbs = std::max(maxAbs, d.maxAbs);
      if (d.tolerance > 0) share = std::max(share, d.maxAbs / d.tolerance);
      if (!d.passed())
        failures += d.stage + ": " + std::to_string(d.maxAbs) + " > " + std::to_string(d.tolerance) + "\n";
    };
    const std::vector<StageDeviation> stages =
        verifyCase(goldenFolder(name.toStdString()), loadForGolden, observer, {});
    for (const auto& [quantity, deviation] : worst)
      qInfo("%-40s %.3g (%.0f %% of the tolerance)", quantity.c_str(), deviation.first, 100 * deviation.second);
    QVERIFY2(failures.empty(), failures.c_str());
    QVERIFY(allPassed(stages));
    QCOMPARE(static_cast<int>(stages.size()), stageCount);
  }

  void aWrongModelFailsAtItsFirstWrongStage() {
    const CaseModelLoader fake = [](const ModelProfile& profile, const CaseCheckpoints&) {
      return std::make_unique<FakeModel>(profile);
    };
    const std::vector<StageDeviation> stages = verifyCase(goldenFolder("case_B"), fake, {}, {});
    const auto failed = std::find_if(stages.begin(), stages.end(), [](const auto& s) { return !s.passed(); });
    QVERIFY(failed != stages.end());
    QCOMPARE(failed->stage, std::string("encoding one window"));
    QVERIFY(stages.front().passed());
  }

  void stopping() {
    std::stop_source source;
    const StageObserver observer = [&](const StageDeviation& d) {
      if (d.stage == "condition") source.request_stop();
    };
    QVERIFY_THROWS_EXCEPTION(Cancelled,
                             verifyCase(goldenFolder("case_B"), loadForGolden, observer, source.get_token()));
  }
};

QTEST_GUILESS_MAIN(TestGoldenCases)
#include "test_golden_cases.moc"
