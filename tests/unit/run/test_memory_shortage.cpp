// Memory that runs out, at every stage and on every device: the run goes on and gives the same bytes, or it ends with
// the finished denoising on disk and goes on from there later.
#include "engine/core/platform.h"
#include "engine/run/latent_file.h"
#include "engine/run/memory_shortage.h"
#include "engine/run/request_json.h"
#include "engine/run/run_folder.h"
#include "tests/support/run_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <new>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

struct Scene {
  QTemporaryDir dir;
  RunScene scene{dir.path().toStdString()};
};

using Files = std::map<std::string, std::string>;

/// What a run leaves, by name; run.json holds times.
Files filesOf(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().filename() != "run.json")
      files[platform::toUtf8(entry.path().lexically_relative(folder))] = contentOf(entry.path());
  return files;
}

struct Told {
  std::vector<WarningCode> codes;
  RunObserver observer() {
    return [this](const RunEvent& event) {
      if (const auto* warning = std::get_if<RunWarning>(&event)) codes.push_back(warning->code);
    };
  }
};

RunResult finished(const RunOutcome& outcome) {
  if (const auto* failed = std::get_if<RunFailed>(&outcome)) qWarning("%s", failed->error.what());
  return std::get<RunResult>(outcome);
}

ErrorCode failure(const RunOutcome& outcome) { return std::get<RunFailed>(outcome).error.code(); }

/// The one run folder below `saves`; empty if there is none.
fs::path onlyFolder(const fs::path& saves) {
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(saves, none)) return entry.path();
  return {};
}

RunRequest guided(const RunScene& scene) {
  RunRequest request = scene.request();
  request.cfg = 3;
  request.device = DeviceChoice::Auto;
  return request;
}

Files undisturbed(RunScene& scene, const RunRequest& request) {
  const RunResult result = finished(scene.pipeline().run(request, {}, {}));
  const Files files = filesOf(result.folder);
  fs::remove_all(scene.saves());
  return files;
}

/// Throws std::bad_alloc at the events number `first` to `first + times - 1` that tell of this phase.
RunObserver allocationFails(Phase phase, int first, int times) {
  auto seen = std::make_shared<int>(0);
  return [=](const RunEvent& event) {
    const auto* progress = std::get_if<Progress>(&event);
    if (progress == nullptr || progress->phase != phase) return;
    const int at = (*seen)++;
    if (at >= first && at < first + times) throw std::bad_alloc();
  };
}

int countCalls(RunScene& scene, const RunRequest& request, FakeCall wanted) {
  auto calls = std::make_shared<int>(0);
  scene.behave({.hook = [=](FakeCall call, int, const std::stop_token&) { *calls += call == wanted ? 1 : 0; }});
  finished(scene.pipeline().run(request, {}, {}));
  scene.behave({});
  fs::remove_all(scene.saves());
  return *calls;
}

}  // namespace

class TestMemoryShortage : public QObject {
  Q_OBJECT

 private slots:
  void once_data() {
    QTest::addColumn<int>("call");
    QTest::newRow("encoding") << int(FakeCall::Encode);
    QTest::newRow("denoising") << int(FakeCall::Predict);
    QTest::newRow("decoding") << int(FakeCall::Decode);
    QTest::newRow("drawing noise") << int(FakeCall::Noise);
  }

  /// In every single call of the networks.
  void once() {
    QFETCH(int, call);
    const auto kind = static_cast<FakeCall>(call);
    Scene s;
    RunRequest request = guided(s.scene);
    request.ts = 4;
    const Files whole = undisturbed(s.scene, request);
    const int calls = countCalls(s.scene, request, kind);
    QVERIFY(calls > 0);
    for (int at = 0; at < calls; ++at) {
      s.scene.behave({.hook = runOutAt(kind, at)});
      Told told;
      const RunResult result = finished(s.scene.pipeline().run(request, told.observer(), {}));
      QVERIFY2(filesOf(result.folder) == whole, qPrintable(QString("call %1").arg(at)));
      QCOMPARE(told.codes, std::vector{WarningCode::MemoryFreed});
      QCOMPARE(result.record.memorySteps.size(), 1U);
      fs::remove_all(s.scene.saves());
    }
    qInfo("%d calls", calls);
  }

  void twice_data() { once_data(); }

  /// On a processor there is nothing left to try. What was denoised is on disk, and decoding later gives the same.
  void twice() {
    QFETCH(int, call);
    const auto kind = static_cast<FakeCall>(call);
    Scene s;
    RunRequest request = guided(s.scene);
    request.summary = false;
    const Files whole = undisturbed(s.scene, request);
    s.scene.behave({.hook = runOutAt(kind, 0, 1000)});
    QCOMPARE(failure(s.scene.pipeline().run(request, {}, {})), ErrorCode::OutOfMemory);
    const fs::path folder = onlyFolder(s.scene.saves());
    if (kind != FakeCall::Decode) {
      QVERIFY2(folder.empty(), "nothing was worth keeping");
      return;
    }
    const RunFolder run(folder, "hip");
    QVERIFY(!run.complete() && fs::exists(run.latents()) && fs::exists(run.request()));
    goesOn(s, run, whole);
  }

  void aRunThatBrokeWhileDenoisingBeginsAgainFromItsRequest() {
    Scene s;
    const RunRequest request = guided(s.scene);
    s.scene.behave({.hook = runOutAt(FakeCall::Predict, 7, 2)});  // after the first stage was saved
    QCOMPARE(failure(s.scene.pipeline().run(request, {}, {})), ErrorCode::OutOfMemory);
    const RunFolder run(onlyFolder(s.scene.saves()), "hip");
    QVERIFY(fs::exists(run.stage(0)) && fs::exists(run.request()) && !fs::exists(run.latents()));
    s.scene.behave({});
    const RunResult result = finished(s.scene.pipeline().run(requestIn(run), {}, {}));
    QVERIFY(!fs::exists(run.request()));  // run.json has taken its place
    QVERIFY(result.folder == run.path() && run.complete());
  }

  void aStageThatDoesNotFitLeavesTheDenoisingToGoOnFrom() {
    Scene s;
    const RunRequest request = guided(s.scene);
    QVERIFY(request.summary);
    const Files whole = undisturbed(s.scene, request);
    s.scene.behave({.hook = runOutAt(FakeCall::Decode, 1, 1000)});
    QCOMPARE(failure(s.scene.pipeline().run(request, {}, {})), ErrorCode::OutOfMemory);
    const RunFolder run(onlyFolder(s.scene.saves()), "hip");
    QVERIFY(!run.complete() && fs::exists(run.latents()) && fs::exists(run.request()));
    goesOn(s, run, whole);
  }

  void aPreviewThatDoesNotFitEndsThePreviewsOnly() {
    Scene s;
    RunRequest request = guided(s.scene);
    request.summary = false;
    const Files whole = undisturbed(s.scene, request);
    request.preview = 3;
    s.scene.behave({.hook = runOutAt(FakeCall::Decode, 0, 2)});
    Told told;
    const RunResult result = finished(s.scene.pipeline().run(request, told.observer(), {}));
    QVERIFY(filesOf(result.folder).at("hip_metal.nii.gz") == whole.at("hip_metal.nii.gz"));
    QCOMPARE(told.codes, (std::vector{WarningCode::MemoryFreed, WarningCode::MemoryFreed}));
    QVERIFY(fs::is_empty(RunFolder(result.folder, "hip").previews()));
  }

  /// Neither a refusal nor networks that do not fit may cost the run that is there.
  void aForcedRunThatCannotBeginLeavesTheFinishedOne() {
    Scene s;
    RunRequest request = guided(s.scene);
    const RunFolder run(finished(s.scene.pipeline().run(request, {}, {})).folder, "hip");
    const Files whole = filesOf(run.path());
    const std::string record = contentOf(run.record());
    request.force = true;
    const auto refuses = [](const RunEvent& event) {
      if (std::holds_alternative<ForecastMade>(event)) throw Error(ErrorCode::MemoryForModel, {});
    };
    QCOMPARE(failure(s.scene.pipeline().run(request, refuses, {})), ErrorCode::MemoryForModel);
    Pipeline unloadable([](const ModelSet&, const ComputeOptions&,
                           const std::stop_token&) -> std::unique_ptr<DiffusionModel> { throw std::bad_alloc(); },
                        {});
    QCOMPARE(failure(unloadable.run(request, {}, {})), ErrorCode::OutOfMemory);
    QVERIFY(run.complete() && contentOf(run.record()) == record && filesOf(run.path()) == whole);
    request.force = false;
    QVERIFY(finished(s.scene.pipeline().run(request, {}, {})).alreadyComplete);
  }

  /// Only latents that can be gone on from make a run a shorter one.
  void damagedLatentsAreForecastAsAWholeRun() {
    Scene s;
    const RunRequest request = guided(s.scene);
    const RunResult whole = finished(s.scene.pipeline().run(request, {}, {}));
    const RunFolder run(whole.folder, "hip");
    const auto secondsForecast = [&] {
      fs::remove(run.record());
      double seconds = -1;
      const auto listens = [&](const RunEvent& event) {
        if (const auto* made = std::get_if<ForecastMade>(&event)) seconds = made->seconds;
      };
      finished(s.scene.pipeline().run(request, listens, {}));
      return seconds;
    };
    const double decoding = secondsForecast();
    fs::resize_file(run.latents(), 20);
    QVERIFY(secondsForecast() > decoding && decoding > 0);
  }

  void afterDecoding_data() {
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("number");
    QTest::newRow("preparing") << int(Phase::Prepare) << 0;
    QTest::newRow("mapping back") << int(Phase::Fuse) << 0;
    QTest::newRow("saving volumes") << int(Phase::Write) << 0;
    QTest::newRow("extracting") << int(Phase::Surface) << 0;
    QTest::newRow("drawing") << int(Phase::Write) << 1;
  }

  void afterDecoding() {
    QFETCH(int, phase);
    QFETCH(int, number);
    Scene s;
    const RunRequest request = guided(s.scene);
    const Files whole = undisturbed(s.scene, request);
    const auto where = static_cast<Phase>(phase);
    const RunResult result = finished(s.scene.pipeline().run(request, allocationFails(where, number, 1), {}));
    QVERIFY(filesOf(result.folder) == whole);
    QCOMPARE(result.record.memorySteps.size(), 1U);
    fs::remove_all(s.scene.saves());

    // Writing is told of twice: to fail for good at the second, the first must pass.
    QCOMPARE(failure(s.scene.pipeline().run(request, allocationFails(where, number, 2), {})), ErrorCode::OutOfMemory);
    const fs::path folder = onlyFolder(s.scene.saves());
    if (where == Phase::Prepare) {
      QVERIFY(folder.empty());
      return;
    }
    const RunFolder run(folder, "hip");
    QVERIFY(!run.complete());
    goesOn(s, run, whole);
  }

  void aDeviceGivesBackFirstAndThenTakesSmallerBatches() {
    Scene s;
    const RunRequest request = guided(s.scene);
    const Files whole = undisturbed(s.scene, request);
    for (const FakeCall kind : {FakeCall::Encode, FakeCall::Predict, FakeCall::Decode})
      for (const int times : {1, 2}) {
        s.scene.behave({.maxBatch = 4, .device = "cuda:0", .hook = runOutAt(kind, 0, times)});
        Told told;
        const RunResult result = finished(s.scene.pipeline().run(request, told.observer(), {}));
        QVERIFY(filesOf(result.folder) == whole);
        const std::vector both = {WarningCode::MemoryFreed, WarningCode::SmallerBatch};
        QCOMPARE(told.codes, std::vector(both.begin(), both.begin() + times));
        QCOMPARE(result.record.model.device, std::string("cuda:0"));
        fs::remove_all(s.scene.saves());
      }
  }

  void thenTheProcessorComputesAndTheNextRunTriesTheDeviceAgain() {
    Scene s;
    RunRequest request = guided(s.scene);
    const Files whole = undisturbed(s.scene, request);
    for (const FakeCall kind : {FakeCall::Encode, FakeCall::Predict, FakeCall::Decode}) {
      s.scene.behave({.maxBatch = 4, .device = "cuda:0", .hook = runOutAt(kind, 1, 1000)});
      s.scene.behaveOnProcessor({});
      Pipeline pipeline = s.scene.pipeline();
      Told told;
      const RunResult result = finished(pipeline.run(request, told.observer(), {}));
      QVERIFY(filesOf(result.folder) == whole);
      QCOMPARE(told.codes,
               (std::vector{WarningCode::MemoryFreed, WarningCode::SmallerBatch, WarningCode::ProcessorInstead}));
      QCOMPARE(result.record.model.device, std::string("cpu"));
      QVERIFY(contentOf(RunFolder(result.folder, "hip").record()).find("\"rung\": \"processor\"") != std::string::npos);
      s.scene.behave({.maxBatch = 4, .device = "cuda:0"});
      request.seed = 8;
      QCOMPARE(finished(pipeline.run(request, {}, {})).record.model.device, std::string("cuda:0"));
      request.seed = 7;
      fs::remove_all(s.scene.saves());
    }
  }

  /// Smaller batches change nothing where there is one input, so they are not announced.
  void aSingleInputGoesToTheProcessorAtOnce() {
    Scene s;
    RunRequest request = s.scene.request();  // unguided: one condition
    const Files whole = undisturbed(s.scene, request);
    s.scene.behave({.maxBatch = 4, .device = "cuda:0", .hook = runOutAt(FakeCall::Predict, 1, 1000)});
    s.scene.behaveOnProcessor({});
    request.device = DeviceChoice::Auto;
    Told told;
    QVERIFY(filesOf(finished(s.scene.pipeline().run(request, told.observer(), {})).folder) == whole);
    QCOMPARE(told.codes, (std::vector{WarningCode::MemoryFreed, WarningCode::ProcessorInstead}));
  }

  void aModelThatDoesNotFitTheDeviceIsLoadedForTheProcessor() {
    Scene s;
    const RunRequest request = guided(s.scene);
    const Files whole = undisturbed(s.scene, request);
    const ModelLoader fake = s.scene.loader();
    Pipeline pipeline(
        [&](const ModelSet& set, const ComputeOptions& options, const std::stop_token& stop) {
          if (options.device != DeviceChoice::Cpu) throw Error(ErrorCode::OutOfMemory, {{"phase", "a test"}});
          return fake(set, options, stop);
        },
        {});
    Told told;
    QVERIFY(filesOf(finished(pipeline.run(request, told.observer(), {})).folder) == whole);
    QCOMPARE(told.codes, std::vector{WarningCode::ProcessorInstead});
  }

  void onlyAShortageOfMemoryIsTriedAgain() {
    int tries = 0;
    const auto broken = [&] {
      ++tries;
      throw Error(ErrorCode::DeviceFailed, {{"device", "fake"}, {"reason", "a test"}});
    };
    QVERIFY_EXCEPTION_THROWN(withSecondTry(broken, [] {}), Error);
    QCOMPARE(tries, 1);
    int givenUp = 0;
    const int value = withSecondTry(
        [&] {
          if (givenUp == 0) throw std::bad_alloc();
          return 5;
        },
        [&] { ++givenUp; });
    QCOMPARE(value, 5);
    QCOMPARE(givenUp, 1);
  }

 private:
  static RunRequest requestIn(const RunFolder& run) {
    return requestFromJson(contentOf(run.request()), "request.json");
  }

  /// From the request that the broken run left, without denoising again.
  static void goesOn(Scene& s, const RunFolder& run, const Files& whole) {
    auto predictions = std::make_shared<int>(0);
    s.scene.behave({.hook = [=](FakeCall call, int, const std::stop_token&) {
      *predictions += call == FakeCall::Predict ? 1 : 0;
    }});
    Told told;
    const RunResult result = finished(s.scene.pipeline().run(requestIn(run), told.observer(), {}));
    QVERIFY(result.folder == run.path());
    QVERIFY(filesOf(result.folder) == whole);
    QCOMPARE(told.codes, std::vector{WarningCode::ResumedFromLatent});
    QCOMPARE(*predictions, 0);
  }
};

QTEST_APPLESS_MAIN(TestMemoryShortage)
#include "test_memory_shortage.moc"
