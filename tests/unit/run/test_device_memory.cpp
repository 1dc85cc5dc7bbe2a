// Memory of a GPU that runs out: rung by rung down to the processor, if the run fits there, and the same bytes.
#include "tests/unit/run/memory_scene.h"

#include <QTest>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

const std::vector kAllRungs = {WarningCode::MemoryFreed, WarningCode::SmallerBatch, WarningCode::ProcessorInstead};

/// A stage waits for the denoising on the device; the processor comes only when that is saved.
const std::vector kHeldBackFirst = {WarningCode::MemoryFreed, WarningCode::SmallerBatch, WarningCode::StagesHeldBack,
                                    WarningCode::MemoryFreed, WarningCode::ProcessorInstead};

const char* const kNotice = "This processor does not multiply bf16 natively.";

/// Runs on the fake device until `call` number `number`, and from there on the fake processor.
void runsOutOnDevice(RunScene& scene, FakeCall call, int number) {
  scene.behave({.maxBatch = 4, .device = "cuda:0", .hook = runOutAt(call, number, 1000)});
  scene.behaveOnProcessor({});
}

/// Networks that no processor has the memory for; the fake ones do not mind.
void makeNetworksHuge(RunScene& scene) {
  scene.changeProfile([](ModelProfile& profile) {
    profile.unet.channels = {4096, 4096, 4096};
    profile.unet.numResBlocks = {16, 16, 16};
  });
}

}  // namespace

class TestDeviceMemory : public QObject {
  Q_OBJECT

 private slots:
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
      QCOMPARE(told.codes, kind == FakeCall::Decode ? kHeldBackFirst : kAllRungs);
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

  /// Neither the device's networks nor the denoising are given up for a processor that has no room.
  void aProcessorWithoutRoomIsRefusedAndTheDenoisingKept() {
    Scene s;
    makeNetworksHuge(s.scene);
    const RunRequest request = guided(s.scene);
    s.scene.behave({.maxBatch = 4, .device = "cuda:0"});
    const Files whole = undisturbed(s.scene, request);
    runsOutOnDevice(s.scene, FakeCall::Predict, 5);
    Pipeline pipeline = s.scene.pipeline();
    Told told;
    const RunOutcome outcome = pipeline.run(request, told.observer(), {});
    QCOMPARE(failure(outcome), ErrorCode::MemoryForProcessorKept);
    const Error& error = std::get<RunFailed>(outcome).error;
    QCOMPARE(error.values().at("phase"), std::string("denoising"));
    const std::string folder = platform::toUtf8(fs::absolute(onlyFolder(s.scene.saves())));
    QVERIFY2(error.remedy().find("infer --from \"" + folder + '"') != std::string::npos, error.remedy().c_str());
    QCOMPARE(told.codes, (std::vector{WarningCode::MemoryFreed, WarningCode::SmallerBatch}));
    QVERIFY(fs::exists(RunFolder(onlyFolder(s.scene.saves()), "hip").partialLatents()));
    QVERIFY2(std::string(error.what()).find("on the processor") != std::string::npos, error.what());

    s.scene.behave({.maxBatch = 4, .device = "cuda:0"});
    const RunResult result = finished(s.scene.pipeline().run(request, {}, {}));
    QVERIFY(filesOf(result.folder) == whole);
  }

  /// Pictures on the way are never worth it: the refusal is not even reached.
  void aPreviewNeverLeavesTheDevice() {
    Scene s;
    RunRequest request = guided(s.scene);
    request.summary = false;
    const Files whole = undisturbed(s.scene, request);
    request.preview = 3;
    s.scene.behave({.maxBatch = 4, .device = "cuda:0", .hook = runOutAt(FakeCall::Decode, 0, 2)});
    s.scene.behaveOnProcessor({});
    Told told;
    const RunResult result = finished(s.scene.pipeline().run(request, told.observer(), {}));
    QCOMPARE(told.codes, (std::vector{WarningCode::MemoryFreed, WarningCode::PreviewsDropped}));
    QCOMPARE(result.record.model.device, std::string("cuda:0"));
    QVERIFY(filesOf(result.folder).at("hip_metal.nii.gz") == whole.at("hip_metal.nii.gz"));
  }

  void whatTheProcessorDoesOtherwiseIsSaidAndRecorded() {
    Scene s;
    const RunRequest request = guided(s.scene);
    runsOutOnDevice(s.scene, FakeCall::Predict, 3);
    s.scene.behaveOnProcessor({.notices = {kNotice}});
    Told told;
    const RunResult result = finished(s.scene.pipeline().run(request, told.observer(), {}));
    std::vector expected = kAllRungs;
    expected.push_back(WarningCode::PrecisionFallback);
    QCOMPARE(told.codes, expected);
    const std::string record = contentOf(RunFolder(result.folder, "hip").record());
    QVERIFY(record.find(kNotice) != std::string::npos && record.find("\"PrecisionFallback\"") != std::string::npos);
  }

  /// Said is what was done, not what was tried.
  void aProcessorThatFailsToLoadIsNotAnnounced() {
    Scene s;
    const RunRequest request = guided(s.scene);
    runsOutOnDevice(s.scene, FakeCall::Encode, 0);
    const ModelLoader fake = s.scene.loader();
    Pipeline pipeline(
        [&](const ModelSet& set, const ComputeOptions& options, const std::stop_token& stop) {
          if (options.device == DeviceChoice::Cpu) throw Error(ErrorCode::OutOfMemory, {{"phase", "a test"}});
          return fake(set, options, stop);
        },
        {});
    Told told;
    QCOMPARE(failure(pipeline.run(request, told.observer(), {})), ErrorCode::OutOfMemory);
    QCOMPARE(told.codes, (std::vector{WarningCode::MemoryFreed, WarningCode::SmallerBatch}));
  }
};

QTEST_APPLESS_MAIN(TestDeviceMemory)
#include "test_device_memory.moc"
