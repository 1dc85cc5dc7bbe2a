// The memory forecast: what makes it larger, what a refusal offers, and a pipeline that refuses before it computes.
#include "engine/core/error.h"
#include "engine/run/network_memory.h"
#include "engine/run/run_forecast.h"
#include "tests/support/run_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

ForecastGrids gridsOf(const Index3& size, const ModelProfile& profile = {}) {
  return {size, size, paddedGrid(size, profile), true};
}

double peakOf(const RunRequest& request, const Index3& size, const ForecastMachine& machine = {}) {
  return forecastRun(request, {}, gridsOf(size), machine).peak();
}

RunRequest atOnce() {
  RunRequest request;
  request.tiled = false;
  return request;
}

ErrorCode refusal(const RunRequest& request, const Index3& size, double available, Error::Values* values = nullptr) {
  const ModelProfile profile;
  const ForecastGrids grids = gridsOf(size);
  try {
    refuseWithoutMemory({request, profile, grids}, available);
  } catch (const Error& error) {
    if (values != nullptr) *values = error.values();
    return error.code();
  }
  return ErrorCode::Internal;  // not refused
}

}  // namespace

class TestRunForecast : public QObject {
  Q_OBJECT

 private slots:
  void activationsOfTheReferenceAreAsCountedByHand() {
    const VaeProfile vae;
    // The decoder's widest block has 64 channels, and the hidden layer and the shortcut of 32 beside them: 128 values a
    // voxel. The encoder holds two of 32. The slabs of the convolutions come on top.
    const double voxels = 128.0 * 128 * 128;
    const auto isAbout = [](double value, double least) { return value >= least && value < 1.1 * least; };
    QVERIFY(isAbout(decoderMemory(vae, {32, 32, 32}, 4).activations, 128 * voxels * 4));
    QVERIFY(isAbout(encoderMemory(vae, {128, 128, 128}, 4).activations, 64 * voxels * 4));
    QVERIFY(isAbout(decoderMemory(vae, {32, 32, 32}, 2).activations, 128 * voxels * 2));
  }

  void parametersAreThoseOfTheFiles() {
    // conv_in, the levels, the middle and the way up of the reference: 41.3 million numbers.
    const double unet = unetMemory({}, {32, 32, 32}, 4).parameters;
    QVERIFY2(std::abs(unet / 41.3e6 - 1) < 0.03, qPrintable(QString::number(unet)));
  }

  void largerVolumesNeverNeedLess() {
    for (const bool tiled : {true, false}) {
      RunRequest request;
      request.tiled = tiled;
      double before = 0;
      for (std::int64_t side = 64; side <= 512; side += 16) {
        const double now = peakOf(request, {side, side, side});
        QVERIFY2(now >= before, qPrintable(QString::number(side)));
        before = now;
      }
    }
  }

  void widerNetworksNeedMore() {
    ModelProfile wide;
    for (int& channels : wide.vae.channels) channels *= 2;
    const ForecastGrids grids = gridsOf({160, 160, 160});
    QVERIFY(forecastRun({}, wide, grids, {}).peak() > forecastRun({}, {}, grids, {}).peak());
    ModelProfile wideUnet;
    for (int& channels : wideUnet.unet.channels) channels *= 4;
    QVERIFY(forecastRun({}, wideUnet, grids, {}).bytes.at(Phase::Denoise) >
            forecastRun({}, {}, grids, {}).bytes.at(Phase::Denoise));
  }

  void whatASettingChanges() {
    const Index3 large{256, 224, 256};
    const RunRequest plain;
    QVERIFY(peakOf(atOnce(), large) > 2 * peakOf(plain, large));
    QVERIFY(peakOf(atOnce(), large, {"cpu", "bf16"}) < 0.7 * peakOf(atOnce(), large));
    QVERIFY(peakOf(plain, large, {"cuda:0", "fp16"}) < peakOf(plain, large));
    RunRequest stages = plain;
    stages.summary = true;
    const auto bytes = [&](const RunRequest& r) { return forecastRun(r, {}, gridsOf(large), {}).bytes; };
    QVERIFY(bytes(stages).at(Phase::Denoise) > bytes(plain).at(Phase::Denoise));
    RunRequest pictures = plain;
    pictures.preview = 8;
    QVERIFY(bytes(pictures).at(Phase::Denoise) >= bytes(plain).at(Phase::Denoise));
    ForecastGrids resampled = gridsOf(large);
    resampled.same = false;
    QVERIFY(forecastRun(plain, {}, resampled, {}).peak() > peakOf(plain, large));
    const RunForecast later = forecastRun(plain, {}, gridsOf(large), {}, ForecastFrom::Latents);
    QVERIFY(later.peak() <= peakOf(plain, large) && !later.bytes.contains(Phase::Denoise));
    QVERIFY(later.seconds < forecastRun(plain, {}, gridsOf(large), {}).seconds);
  }

  void thePeakIsThatOfItsPhaseAndPartOfItIsThere() {
    const RunForecast made = forecastRun(atOnce(), {}, gridsOf({192, 192, 192}), {});
    QCOMPARE(made.phase, Phase::Decode);
    for (const auto& [phase, bytes] : made.bytes) QVERIFY(bytes <= made.peak() && bytes > 0);
    QVERIFY(made.more > 0 && made.more < made.peak());
  }

  void theWayOutIsTheNearest() {
    const Index3 large{320, 320, 320};
    QCOMPARE(refusal({}, large, 0), ErrorCode::Internal);  // unknown
    QCOMPARE(refusal({}, large, 64e9), ErrorCode::Internal);
    QCOMPARE(refusal(atOnce(), large, 8e9), ErrorCode::MemoryWithoutWindows);
    Error::Values values;
    QCOMPARE(refusal({}, {768, 768, 768}, 4e9, &values), ErrorCode::MemoryForRegion);
    const int percent = std::stoi(values.at("percent"));
    QVERIFY(percent > 0 && percent < 100);
    const auto side = static_cast<std::int64_t>(768 * percent / 100);
    ForecastGrids smaller{{768, 768, 768}, {side, side, side}, paddedGrid({side, side, side}, {}), false};
    QVERIFY(forecastRun({}, {}, smaller, {}).more <= 4e9);
    QCOMPARE(refusal({}, large, 100e6, &values), ErrorCode::MemoryForModel);
    QVERIFY(values.at("have") == "100 MB" && values.contains("least"));
  }

  /// It has to hold the networks again, and of the run only what is left of it.
  void leavingADeviceTakesNetworksAndTheRestOfTheRun() {
    const RunRequest request = atOnce();
    const ForecastGrids grids = gridsOf({192, 192, 192});
    const auto refused = [&](ForecastFrom from, double held, double available) {
      try {
        refuseProcessorWithoutMemory({request, {}, grids, {}, from}, "denoising", held, available);
      } catch (const Error& error) {
        return error.code() == ErrorCode::MemoryForProcessor && error.values().at("phase") == "denoising";
      }
      return false;
    };
    const RunForecast made = forecastRun(request, {}, grids, {}, ForecastFrom::Condition);
    const double need = made.more + made.networks;
    QVERIFY(made.networks > 0 && !made.bytes.contains(Phase::Encode) && made.bytes.contains(Phase::Denoise));
    QVERIFY(refused(ForecastFrom::Condition, 0, need - 1) && !refused(ForecastFrom::Condition, 0, need));
    QVERIFY(!refused(ForecastFrom::Condition, 1e6, need - 1e6) && !refused(ForecastFrom::Condition, 0, 0));
    QCOMPARE(forecastRun(request, {}, grids, {"cuda:0", "fp16"}).networks, 0.0);
    QVERIFY(made.seconds < forecastRun(request, {}, grids, {}).seconds);
  }

  void aRunThatCannotFitIsRefusedBeforeItComputes() {
    const QTemporaryDir dir;
    RunScene scene(dir.path().toStdString());
    scene.changeProfile([](ModelProfile& profile) { profile.window.size = {2048, 2048, 2048}; });
    int calls = 0;
    scene.behave({.hook = [&](FakeCall, int, const std::stop_token&) { ++calls; }});
    std::optional<ForecastMade> told;
    bool started = false;
    const RunOutcome outcome = scene.pipeline().run(scene.request(),
                                                    [&](const RunEvent& event) {
                                                      if (const auto* made = std::get_if<ForecastMade>(&event))
                                                        told = *made;
                                                      started = started || std::holds_alternative<RunStarted>(event);
                                                    },
                                                    {});
    QVERIFY(std::get<RunFailed>(outcome).error.code() == ErrorCode::MemoryForModel);
    QVERIFY(told && told->moreBytes > told->freeBytes && told->freeBytes > 0);
    QVERIFY(!started && calls == 0);
    QVERIFY(std::filesystem::is_empty(scene.saves()));
  }

  void aRunThatChoosesItsDeviceIsExpectedOnTheGpuThatIsThere() {
    RunRequest request;
    request.device = DeviceChoice::Auto;
    QCOMPARE(ForecastMachine::expected(request, true).device, std::string("cuda"));
    QCOMPARE(ForecastMachine::expected(request, true).precision, std::string("fp16"));
    QCOMPARE(ForecastMachine::expected(request, false).device, std::string("cpu"));
    request.device = DeviceChoice::Cpu;
    QCOMPARE(ForecastMachine::expected(request, true).device, std::string("cpu"));
  }

  void aRunThatFitsSaysSoFirst() {
    const QTemporaryDir dir;
    RunScene scene(dir.path().toStdString());
    std::vector<std::string> order;
    const RunOutcome outcome = scene.pipeline().run(scene.request(),
                                                    [&](const RunEvent& event) {
                                                      if (std::holds_alternative<ForecastMade>(event))
                                                        order.emplace_back("forecast");
                                                      if (std::holds_alternative<RunStarted>(event))
                                                        order.emplace_back("started");
                                                    },
                                                    {});
    QCOMPARE(order, (std::vector<std::string>{"forecast", "started"}));
    QVERIFY(std::get<RunResult>(outcome).record.forecastBytes > 0);
  }
};

QTEST_APPLESS_MAIN(TestRunForecast)
#include "test_run_forecast.moc"
