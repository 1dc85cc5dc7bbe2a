// Evaluation with a model that knows the answers: what it is shown decides what it says, and the scores must tell.
#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/evaluate/evaluation.h"
#include "engine/evaluate/evaluation_report.h"
#include "engine/phantom/phantom_grid.h"

#include <QTest>
#include <map>

namespace hipwright {
namespace {

constexpr std::uint64_t kFirst = 500;

ModelProfile sampleProfile() {
  ModelProfile profile;
  profile.window.size = {96, 80, 144};
  profile.scheduler.prediction = PredictionType::Sample;
  return profile;
}

/// Says the true implant of the phantom it is shown, and nothing at all without a condition.
class KnowingModel : public DiffusionModel {
 public:
  const ModelInfo& info() const override { return m_info; }
  LatentScaling conditionScaling() const override { return {}; }
  LatentScaling implantScaling() const override { return {}; }
  int windowBatch(int) const override { return 1; }

  std::vector<Latent> encode(std::span<const Tensor4> images, const std::stop_token& stop) override {
    throwIfStopped(stop);
    const Index3 n = images[0].gridSize();
    return {Latent({4, n[0] / 4, n[1] / 4, n[2] / 4}, static_cast<float>(++encoded))};
  }

  std::vector<Latent> predict(const Latent& noisy, std::span<const Latent* const> conditions, int,
                              const std::stop_token&) override {
    std::vector<Latent> outputs;
    for (const Latent* c : conditions) outputs.push_back(c != nullptr ? *c : Latent(noisy.shape, 0.0F));
    return outputs;
  }

  std::vector<Tensor4> decode(std::span<const Latent> latents, const std::stop_token&) override {
    const auto number = static_cast<int>(std::lround(latents[0].values[0]));
    const Index3 n = latents[0].gridSize();
    Tensor4 field({1, 4 * n[0], 4 * n[1], 4 * n[2]}, -1.0F);
    if (number > 0 && number <= encoded) {
      const Volume& truth = implant(static_cast<std::uint64_t>(number - 1 + firstShown));
      for (std::int64_t x = 0; x < field.shape[1]; ++x)
        for (std::int64_t y = 0; y < field.shape[2]; ++y)
          for (std::int64_t z = 0; z < field.shape[3]; ++z) field.at(0, x, y, z) = truth.at(x, y, z);
    }
    return {field};
  }

  Latent noise(const std::array<std::int64_t, 4>& shape, std::int64_t seed, NoiseSource) override {
    noiseSeeds.push_back(seed);
    return Latent(shape, 0.5F);
  }

  int encoded = 0;
  int firstShown = 0;  ///< number of the phantom that is encoded first
  std::vector<std::int64_t> noiseSeeds;

 private:
  const Volume& implant(std::uint64_t number) {
    auto found = m_implants.find(number);
    if (found == m_implants.end()) {
      PhantomParameters parameters = drawParameters(kFirst + number);
      parameters.side = Side::Right;
      parameters.spacing = 1;
      found =
          m_implants.emplace(number, sampleImplant(parameters, ImplantPart::Metal, standardGrid(parameters), {})).first;
    }
    return found->second;
  }

  ModelInfo m_info;
  std::map<std::uint64_t, Volume> m_implants;
};

EvaluationRow row(double dice, std::optional<double> assd) {
  EvaluationRow r;
  r.seed = 7;
  r.conditionSeed = 7;
  r.score.dice = dice;
  r.score.assdMm = assd;
  return r;
}

}  // namespace

class TestEvaluation : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { m_truth = makeTruth(kFirst, Side::Right, {}); }

  void theTruthScoresFull() {
    const PhantomTruth& truth = m_truth;
    QVERIFY(truth.stemAxis.has_value());
    const PhantomScore s = scoreAnswer(truth.metal, truth);
    QCOMPARE(s.dice, 1.0);
    QCOMPARE(s.diceCup, 1.0);
    QCOMPARE(s.diceStem, 1.0);
    QCOMPARE(s.assdMm.value(), 0.0);
    QCOMPARE(s.hd95Mm.value(), 0.0);
    QCOMPARE(s.volumeDifferencePercent, 0.0);
    QCOMPARE(s.components, 2);
    QVERIFY(s.centreOfRotationMm.value() < 0.2 && s.stemAxisDeg.value() < 1e-6);
    QVERIFY(std::abs(s.cupInclinationDeg.value()) < 1 && std::abs(s.cupAnteversionDeg.value()) < 1);
  }

  void anEmptyAnswerScoresNothing() {
    Volume empty = m_truth.metal;
    std::fill(empty.voxels.begin(), empty.voxels.end(), -1.0F);
    const PhantomScore s = scoreAnswer(empty, m_truth);
    QVERIFY(s.dice == 0 && s.diceCup == 0 && s.components == 0 && s.volumeDifferencePercent == -100);
    QVERIFY(!s.assdMm && !s.centreOfRotationMm && !s.stemAxisDeg && !s.cupInclinationDeg);
  }

  void eachPhantomIsEncodedOnceWithOneNoise() {
    KnowingModel model;
    EvaluationPlan plan{kFirst, 2, {0, 1}, {2}, Conditioning::Own};
    std::vector<int> done;
    const auto rows = evaluateModel(model, sampleProfile(), plan,
                                    [&](const EvaluationProgress& p) {
                                      done.push_back(p.answersDone);
                                      QCOMPARE(p.answers, 4);
                                    },
                                    {});
    QCOMPARE(model.encoded, 2);
    QCOMPARE(model.noiseSeeds, (std::vector<std::int64_t>{500, 501}));
    QCOMPARE(done, (std::vector<int>{1, 2, 3, 4}));
    QCOMPARE(rows.size(), std::size_t{4});
    for (const EvaluationRow& r : rows) {
      QCOMPARE(r.conditionSeed, r.seed);
      if (r.cfg == 1) QCOMPARE(r.score.dice, 1.0);
      if (r.cfg == 0) QCOMPARE(r.score.dice, 0.0);
      QVERIFY(r.seconds > 0);
    }
    QVERIFY(rows[0].seed == 500 && rows[3].seed == 501);
  }

  void swappedAnswersBelongToTheHipThatWasShown() {
    KnowingModel model;
    model.firstShown = 1;
    const EvaluationPlan plan{kFirst, 1, {1}, {2}, Conditioning::Swapped};
    const auto rows = evaluateModel(model, sampleProfile(), plan, {}, {});
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(model.noiseSeeds, (std::vector<std::int64_t>{500}));
    for (const EvaluationRow& r : rows) {
      if (r.seed == r.conditionSeed)
        QCOMPARE(r.score.dice, 1.0);
      else
        QVERIFY(r.score.dice < 0.9 && r.conditionSeed == r.seed + 1);
    }
    const std::string csv = evaluationCsv(rows, plan.conditioning);
    QVERIFY(csv.find(",seconds,condition_seed\n500,1,2,") != std::string::npos);
    const std::string table = evaluationTable(rows, plan.conditioning);
    QVERIFY(table.find("was shown") < table.find("was not shown"));
  }

  void impossiblePlansAreRefused() {
    KnowingModel model;
    for (const EvaluationPlan& plan :
         {EvaluationPlan{0, 0, {1}, {2}, {}}, EvaluationPlan{0, 1, {}, {2}, {}}, EvaluationPlan{0, 1, {-1}, {2}, {}},
          EvaluationPlan{0, 1, {1}, {0}, {}}, EvaluationPlan{0, 1, {1}, {1001}, {}}})
      QVERIFY_THROWS_EXCEPTION(Error, evaluateModel(model, sampleProfile(), plan, {}, {}));
    QCOMPARE(model.encoded, 0);
  }

  void stoppingEndsIt() {
    KnowingModel model;
    std::stop_source source;
    source.request_stop();
    const EvaluationPlan plan{kFirst, 1, {1}, {2}, Conditioning::Own};
    QVERIFY_THROWS_EXCEPTION(Cancelled, evaluateModel(model, sampleProfile(), plan, {}, source.get_token()));
  }

  void quantilesAreInterpolated() {
    QCOMPARE(quantile({4, 1, 3, 2}, 0.5), 2.5);
    QCOMPARE(quantile({7}, 0.95), 7.0);
    QCOMPARE(quantile({0, 10}, 0.95), 9.5);
  }

  void theCsvKeepsItsColumns() {
    const std::string csv = evaluationCsv({row(0.91234, 0.5), row(0.8, std::nullopt)}, Conditioning::Own);
    QCOMPARE(QString::fromStdString(csv),
             QString("seed,cfg,ts,dice,dice_cup,dice_stem,assd_mm,hd95_mm,volume_difference_percent,components,"
                     "centre_of_rotation_mm,stem_axis_deg,cup_inclination_deg,cup_anteversion_deg,seconds\n"
                     "7,1,50,0.9123,0.0000,0.0000,0.5000,,0.0000,0,,,,,0.0000\n"
                     "7,1,50,0.8000,0.0000,0.0000,,,0.0000,0,,,,,0.0000\n"));
  }

  void theTableHasMediansAndTails() {
    std::vector<EvaluationRow> rows = {row(0.8, 1), row(0.9, 2), row(1, std::nullopt)};
    rows[1].score.volumeDifferencePercent = -4;
    rows[2].score.volumeDifferencePercent = 2;
    const QString table = QString::fromStdString(evaluationTable(rows, Conditioning::Own));
    QVERIFY(table.contains("CFG 1, 50 steps"));
    QVERIFY2(table.contains("0.900 (0.810)"), qPrintable(table));  // Dice: the 5th
    QVERIFY2(table.contains("1.50 (1.95) n=2"), qPrintable(table));
    QVERIFY2(table.contains("2.0 (3.8)"), qPrintable(table));  // magnitudes
    QVERIFY2(table.contains("not measurable"), qPrintable(table));
  }

 private:
  PhantomTruth m_truth;
};

}  // namespace hipwright

QTEST_APPLESS_MAIN(hipwright::TestEvaluation)
#include "test_evaluation.moc"
