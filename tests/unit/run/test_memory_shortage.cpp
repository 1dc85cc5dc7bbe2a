// Memory that runs out on a processor, at every stage: the run goes on and gives the same bytes, or it ends with the
// finished denoising on disk and goes on from there later.
#include "engine/run/memory_shortage.h"
#include "tests/unit/run/memory_scene.h"

#include <QTest>

#include <new>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

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
    QCOMPARE(failure(s.scene.pipeline().run(request, {}, {})),
             kind == FakeCall::Decode ? ErrorCode::OutOfMemoryKept : ErrorCode::OutOfMemory);
    const fs::path folder = onlyFolder(s.scene.saves());
    if (kind != FakeCall::Decode) {
      QVERIFY2(folder.empty(), "nothing was worth keeping");
      return;
    }
    const RunFolder run(folder, "hip");
    QVERIFY(!run.complete() && fs::exists(run.latents()) && fs::exists(run.request()));
    goesOnDecoding(s, run, whole);
  }

  void aStageThatDoesNotFitLeavesTheDenoisingToGoOnFrom() {
    Scene s;
    const RunRequest request = guided(s.scene);
    QVERIFY(request.summary);
    const Files whole = undisturbed(s.scene, request);
    s.scene.behave({.hook = runOutAt(FakeCall::Decode, 1, 1000)});
    QCOMPARE(failure(s.scene.pipeline().run(request, {}, {})), ErrorCode::OutOfMemoryKept);
    const RunFolder run(onlyFolder(s.scene.saves()), "hip");
    QVERIFY(!run.complete() && fs::exists(run.latents()) && fs::exists(run.request()));
    goesOnDecoding(s, run, whole);
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
    QCOMPARE(told.codes, (std::vector{WarningCode::MemoryFreed, WarningCode::PreviewsDropped}));
    QVERIFY(contentOf(RunFolder(result.folder, "hip").record()).find("\"PreviewsDropped\"") != std::string::npos);
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
    QCOMPARE(failure(s.scene.pipeline().run(request, allocationFails(where, number, 2), {})),
             where == Phase::Prepare ? ErrorCode::OutOfMemory : ErrorCode::OutOfMemoryKept);
    const fs::path folder = onlyFolder(s.scene.saves());
    if (where == Phase::Prepare) {
      QVERIFY(folder.empty());
      return;
    }
    const RunFolder run(folder, "hip");
    QVERIFY(!run.complete());
    goesOnDecoding(s, run, whole);
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
};

QTEST_APPLESS_MAIN(TestMemoryShortage)
#include "test_memory_shortage.moc"
