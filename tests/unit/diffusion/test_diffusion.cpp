// Sampling and window plans: known answers first; the reference's arrays are compared in tests/golden.
#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/diffusion/denoise.h"
#include "engine/diffusion/guidance.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/schedule.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/window_plan.h"
#include "tests/support/fake_model.h"
#include "tests/unit/diffusion/tensors.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace hipwright;
using namespace hipwright::test;

namespace {

using Ints = std::vector<int>;
using Starts = std::vector<std::int64_t>;

Tensor4 filled(float value) { return Tensor4({1, 1, 1, 2}, value); }

NoiseSchedule scheduleOf(PredictionType prediction, TimestepSpacing spacing = TimestepSpacing::Leading) {
  SchedulerProfile profile;
  profile.prediction = prediction;
  profile.spacing = spacing;
  return NoiseSchedule(profile);
}

}  // namespace

class TestDiffusion : public QObject {
  Q_OBJECT

 private slots:
  void leadingTimestepsUseTheIntegerRatio() {
    const NoiseSchedule schedule{SchedulerProfile{}};
    QCOMPARE(schedule.timesteps(1), Ints({0}));
    QCOMPARE(schedule.timesteps(7), Ints({852, 710, 568, 426, 284, 142, 0}));
    QCOMPARE(schedule.timesteps(333).front(), 996);
    QCOMPARE(schedule.timesteps(1000).front(), 999);
    QVERIFY_THROWS_EXCEPTION(Error, schedule.timesteps(0));
    QVERIFY_THROWS_EXCEPTION(Error, schedule.timesteps(1001));
  }

  void linspaceTimestepsReachBothEnds() {
    const NoiseSchedule schedule = scheduleOf(PredictionType::Epsilon, TimestepSpacing::Linspace);
    QCOMPARE(schedule.timesteps(1), Ints({999}));
    QCOMPARE(schedule.timesteps(2), Ints({999, 0}));
    QCOMPARE(schedule.timesteps(3), Ints({999, 500, 0}));  // 499.5 rounds to the even number
    QCOMPARE(schedule.timesteps(4), Ints({999, 666, 333, 0}));
    for (const int steps : {5, 50, 999, 1000}) {
      const Ints t = schedule.timesteps(steps);
      QCOMPARE(static_cast<int>(t.size()), steps);
      QVERIFY(t.front() == 999 && t.back() == 0);
      for (std::size_t i = 1; i < t.size(); ++i) QVERIFY(t[i] < t[i - 1]);
    }
  }

  void alphasFallFromAlmostOneToAlmostNothing() {
    const NoiseSchedule schedule{SchedulerProfile{}};
    QCOMPARE(schedule.betas().size(), std::size_t{1000});
    QVERIFY(std::abs(schedule.betas().front() - 1e-4F) < 1e-9F);
    QVERIFY(std::abs(schedule.betas().back() - 0.02F) < 1e-8F);
    const std::vector<float>& a = schedule.alphasCumprod();
    QVERIFY(std::abs(a[5] - 0.9993597269F) < 1.2e-7F);
    QVERIFY(std::abs(a[999] - 0.0007334119873F) < 1e-9F);
    QVERIFY(std::is_sorted(a.rbegin(), a.rend()));
  }

  void lastStepGivesTheDenoisedEstimate() {
    const NoiseSchedule schedule{SchedulerProfile{}};
    const SamplerStep step = ddimStep(schedule, filled(0.7F), filled(-0.3F), 142, -858);
    QCOMPARE(step.next.values, step.denoised.values);
    const double alpha = schedule.alphasCumprod()[142];
    QVERIFY(std::abs(step.denoised.values[0] - (0.7 + 0.3 * std::sqrt(1 - alpha)) / std::sqrt(alpha)) < 1e-6);
  }

  void predictionTypesAgree() {
    const float clean = 0.4F, noise = -1.3F;
    for (const int t : {20, 500, 980}) {
      const float alpha = NoiseSchedule{SchedulerProfile{}}.alphasCumprod()[static_cast<std::size_t>(t)];
      const float signal = std::sqrt(alpha), spread = std::sqrt(1 - alpha);
      const Latent noisy = filled(signal * clean + spread * noise);
      const SamplerStep epsilon = ddimStep(scheduleOf(PredictionType::Epsilon), noisy, filled(noise), t, t - 20);
      const SamplerStep sample = ddimStep(scheduleOf(PredictionType::Sample), noisy, filled(clean), t, t - 20);
      const SamplerStep v =
          ddimStep(scheduleOf(PredictionType::V), noisy, filled(signal * noise - spread * clean), t, t - 20);
      for (const SamplerStep* step : {&epsilon, &sample, &v}) {
        QVERIFY(std::abs(step->denoised.values[0] - clean) < 1e-4F);
        QVERIFY(largestDifference(step->next, epsilon.next) < 1e-4F);
      }
    }
  }

  void clippingBoundsTheEstimateAndKeepsTheNoise() {
    SchedulerProfile profile;
    profile.clipSample = true;
    const NoiseSchedule schedule(profile);
    const SamplerStep step = ddimStep(schedule, filled(50), filled(0.5F), 500, 480);
    QCOMPARE(step.denoised.values[0], 1.0F);
    const float previous = schedule.alphasCumprod()[480];
    QCOMPARE(step.next.values[0], std::sqrt(previous) + std::sqrt(1 - previous) * 0.5F);
  }

  void guidanceMixesBetweenAndBeyond() {
    QVERIFY(guidanceMode(0) == GuidanceMode::Unconditional && guidanceMode(1) == GuidanceMode::Conditional);
    for (const double w : {0.5, 0.999, 3.5, -1.0}) QVERIFY(guidanceMode(w) == GuidanceMode::Guided);
    QCOMPARE(combineGuided(filled(2), filled(4), 0.5).values[0], 3.0F);
    QCOMPARE(combineGuided(filled(2), filled(4), 3.5).values[0], 9.0F);
  }

  void windowsStartWhereTheReferenceStartsThem() {
    QCOMPARE(windowStarts(128, 128, 0.25), Starts({0}));
    QCOMPARE(windowStarts(240, 128, 0.25), Starts({0, 96, 112}));
    QCOMPARE(windowStarts(144, 128, 0.25), Starts({0, 16}));
    QCOMPARE(windowStarts(224, 128, 0.25), Starts({0, 96}));  // the second window ends exactly at the border
    QCOMPARE(windowStarts(100, 40, 0.25), Starts({0, 30, 60}));
    QCOMPARE(windowStarts(10, 4, 0), Starts({0, 4, 6}));
    QCOMPARE(windowStarts(3, 1, 0.9), Starts({0, 1, 2}));  // a step of 0 becomes 1
    QVERIFY_THROWS_EXCEPTION(Error, windowStarts(100, 128, 0.25));
    const std::vector<Index3> corners = windowCorners({6, 4, 6}, {4, 4, 4}, 0.25);
    QCOMPARE(corners, (std::vector<Index3>{{0, 0, 0}, {0, 0, 2}, {2, 0, 0}, {2, 0, 2}}));
  }

  void gaussianWeightsAreSymmetricAndBoundedBelow() {
    const Tensor4 w = gaussianWeights({32, 16, 8});
    QCOMPARE(w.at(0, 0, 0, 0), 1e-3F);
    QCOMPARE(w.at(0, 3, 5, 2), w.at(0, 28, 10, 5));
    const double inside = std::exp(-0.25 / (2 * 16)) * std::exp(-0.25 / (2 * 4)) * std::exp(-0.25 / 2);
    QVERIFY(std::abs(w.at(0, 15, 8, 4) - inside) < 1e-6);
  }

  void nearestExactTakesTheCellUnderTheCentre() {
    const Tensor4 eight = ramp({1, 8, 8, 8});
    const Tensor4 two = resampleNearestExact(eight, {2, 2, 2});
    QCOMPARE(two.at(0, 0, 0, 0), eight.at(0, 2, 2, 2));
    QCOMPARE(two.at(0, 1, 0, 1), eight.at(0, 6, 2, 6));
    const Tensor4 back = resampleNearestExact(two, {8, 8, 8});
    QCOMPARE(back.at(0, 3, 4, 7), two.at(0, 0, 1, 1));
  }

  void blendingAgreeingWindowsGivesTheFieldBack() {
    const Tensor4 field = ramp({2, 13, 9, 8});
    const Index3 window{6, 9, 5};
    WindowBlender blender(2, field.gridSize(), gaussianWeights(window));
    for (const Index3& corner : windowCorners(field.gridSize(), window, 0.25))
      blender.add(cutWindow(field, corner, window), corner);
    QVERIFY(largestDifference(blender.take(), field) < 1e-6F);
  }

  void blendingIsTheWeightedMean() {
    Tensor4 weights({1, 1, 1, 2});
    weights.values = {1, 3};
    WindowBlender blender(1, {1, 1, 3}, weights);
    blender.add(filled(8), {0, 0, 0});
    blender.add(filled(4), {0, 0, 1});
    QCOMPARE(blender.take().values, (std::vector<float>{8, 7, 4}));
  }

  void denoisingReachesTheTarget_data() {
    QTest::addColumn<int>("prediction");
    QTest::addColumn<int>("spacing");
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("guidance");
    for (int prediction = 0; prediction < 3; ++prediction)
      for (int spacing = 0; spacing < 2; ++spacing)
        for (const int steps : {1, 7, 50})
          for (const double guidance : {0.0, 0.5, 1.0, 2.0})
            QTest::addRow("type %d spacing %d steps %d cfg %g", prediction, spacing, steps, guidance)
                << prediction << spacing << steps << guidance;
  }

  void denoisingReachesTheTarget() {
    QFETCH(int, prediction);
    QFETCH(int, spacing);
    QFETCH(int, steps);
    QFETCH(double, guidance);
    ModelProfile profile = smallProfile();
    profile.scheduler.prediction = static_cast<PredictionType>(prediction);
    profile.scheduler.spacing = static_cast<TimestepSpacing>(spacing);
    FakeModel model(profile);
    const NoiseSchedule schedule(profile.scheduler);
    const Latent condition = ramp({4, 4, 4, 4});
    const Latent with = model.target(&condition, condition.shape), without = model.target(nullptr, condition.shape);
    int callbacks = 0;
    const DenoiseObserver observer = [&](const DenoiseStep& step) {
      QCOMPARE(step.step, callbacks++);
      QCOMPARE(step.timestep, schedule.timesteps(steps)[static_cast<std::size_t>(step.step)]);
      QVERIFY(largestDifference(step.denoised, combineGuided(without, with, guidance)) < 1e-3F);
      QCOMPARE(step.predictions.size(), guidance == 0 || guidance == 1 ? std::size_t{1} : std::size_t{2});
      QVERIFY(step.change < 1e-3 && step.seconds >= 0);
    };
    const Latent noise = model.noise(condition.shape, 5, NoiseSource::Cpu);
    const Latent final = denoise(model, schedule, noise, condition, {steps, guidance}, observer, {});
    QCOMPARE(callbacks, steps);
    QVERIFY(largestDifference(final, combineGuided(without, with, guidance)) < 1e-3F);
  }

  void changeIsTheRootMeanSquareOfTheEstimate() {
    // A model that always gives zero noise: the estimate is x / sqrt(a), and its change is known.
    class ZeroModel : public FakeModel {
     public:
      using FakeModel::FakeModel;
      std::vector<Latent> predict(const Latent& x, std::span<const Latent* const> c, int,
                                  const std::stop_token&) override {
        return std::vector<Latent>(c.size(), Latent(x.shape, fill));
      }
      float fill = 0;
    };
    ZeroModel model(smallProfile());
    const NoiseSchedule schedule{SchedulerProfile{}};
    const Latent noise({1, 2, 2, 2}, 1.0F);
    model.fill = 0.5F;
    Latent before;
    const DenoiseObserver observer = [&](const DenoiseStep& step) {
      if (step.step > 0) {
        const double moved = std::abs(step.denoised.values[0] - before.values[0]);
        QVERIFY(std::abs(step.change - moved) < 1e-4);
        QVERIFY(std::abs(step.relativeChange - moved / std::abs(before.values[0])) < 1e-4);
      } else {
        QCOMPARE(step.relativeChange, 0.0);
      }
      before = step.denoised;
    };
    (void)denoise(model, schedule, noise, noise, {3, 1}, observer, {});
    model.fill = std::numeric_limits<float>::quiet_NaN();
    try {
      (void)denoise(model, schedule, noise, noise, {3, 2}, {}, {});
      QFAIL("a prediction that is not a number was accepted");
    } catch (const Error& e) {
      QCOMPARE(e.code(), ErrorCode::ModelGaveNonFinite);
    }
  }

  void denoisingStops() {
    const ModelProfile profile = smallProfile();
    std::stop_source source;
    FakeModelOptions options;
    options.hook = stopAt(FakeCall::Predict, 3, source);
    FakeModel model(profile, options);
    const Latent condition = ramp({4, 4, 4, 4});
    int steps = 0;
    QVERIFY_THROWS_EXCEPTION(Cancelled, denoise(
                                            model, NoiseSchedule(profile.scheduler), condition, condition, {10, 1},
                                            [&](const DenoiseStep&) { ++steps; }, source.get_token()));
    QCOMPARE(steps, 3);
    QVERIFY_THROWS_EXCEPTION(
        Error, denoise(model, NoiseSchedule(profile.scheduler), ramp({4, 4, 4, 2}), condition, {10, 1}, {}, {}));
  }

  void stagesGrowApart() {
    QCOMPARE(stageIndices(1), Ints({0}));
    QCOMPARE(stageIndices(10), Ints({0}));
    QCOMPARE(stageIndices(11), Ints({0, 10}));
    QCOMPARE(stageIndices(101), Ints({0, 10, 30, 60, 100}));
  }

  void previewsAreEvenAndIncludeTheLastStep() {
    QCOMPARE(previewIndices(50, 5), Ints({9, 19, 29, 39, 49}));
    QCOMPARE(previewIndices(7, 3), Ints({1, 4, 6}));
    QCOMPARE(previewIndices(3, 10), Ints({0, 1, 2}));
    QCOMPARE(previewIndices(5, 0), Ints({}));
    for (int steps = 1; steps < 60; ++steps)
      for (int frames = 1; frames < 60; ++frames) {
        const Ints i = previewIndices(steps, frames);
        QVERIFY(i.front() >= 0 && i.back() == steps - 1 && static_cast<int>(i.size()) == std::min(steps, frames));
        for (std::size_t k = 1; k < i.size(); ++k) QVERIFY(i[k] > i[k - 1]);
      }
  }
};

QTEST_APPLESS_MAIN(TestDiffusion)
#include "test_diffusion.moc"
