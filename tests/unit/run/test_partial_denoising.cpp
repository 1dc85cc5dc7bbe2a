// A denoising that breaks off: what was done is on disk, and the same request goes on from there to the same bytes.
#include "engine/run/interrupted_run.h"
#include "engine/run/latent_file.h"
#include "tests/unit/run/memory_scene.h"

#include <QTest>

#include <limits>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

constexpr int kForeign = -2;

/// Breaks at step `at`, whichever way.
RunFolder brokenRun(Scene& s, const RunRequest& request, const FakeHook& breaks, ErrorCode expected) {
  s.scene.behave({.hook = breaks});
  const RunOutcome outcome = s.scene.pipeline().run(request, {}, {});
  s.scene.behave({});
  if (!std::holds_alternative<RunFailed>(outcome) || failure(outcome) != expected) qFatal("it did not break as asked");
  return {onlyFolder(s.scene.saves()), "hip"};
}

}  // namespace

class TestPartialDenoising : public QObject {
  Q_OBJECT

 private slots:
  void goesOnFromEveryStep_data() {
    QTest::addColumn<double>("cfg");
    QTest::addColumn<bool>("summary");
    QTest::addColumn<int>("preview");
    QTest::addColumn<bool>("memory");
    QTest::newRow("guided, stages, memory") << 3.0 << true << 0 << true;
    QTest::newRow("guided, stages, device") << 3.0 << true << 0 << false;
    QTest::newRow("unguided, memory") << 1.0 << false << 0 << true;
    QTest::newRow("guided, stages and previews, memory") << 3.0 << true << 4 << true;
  }

  void goesOnFromEveryStep() {
    QFETCH(double, cfg);
    QFETCH(bool, summary);
    QFETCH(int, preview);
    QFETCH(bool, memory);
    Scene s;
    RunRequest request = s.scene.request();
    request.cfg = cfg;
    request.summary = summary;
    request.preview = preview;
    const Files whole = undisturbed(s.scene, request);
    for (int step = 1; step < request.ts; ++step) {
      const FakeHook breaks = memory ? runOutAt(FakeCall::Predict, step, 1000) : throwAt(FakeCall::Predict, step);
      const RunFolder run =
          brokenRun(s, request, breaks, memory ? ErrorCode::OutOfMemoryKept : ErrorCode::DeviceFailed);
      QVERIFY(!run.complete() && fs::exists(run.partialLatents()) && fs::exists(run.request()));
      QVERIFY(!fs::exists(run.latents()));
      const auto predictions = std::make_shared<int>(0);
      s.scene.behave({.hook = countingPredictions(predictions)});
      Told told;
      const RunResult result = finished(s.scene.pipeline().run(requestIn(run), told.observer(), {}));
      QVERIFY(result.folder == run.path());
      QVERIFY2(filesOf(result.folder) == whole, qPrintable(QString("step %1").arg(step)));
      QCOMPARE(told.codes, std::vector{WarningCode::ResumedFromStep});
      QCOMPARE(*predictions, request.ts - step);
      fs::remove_all(s.scene.saves());
    }
  }

  void aSecondBreakGoesOnFromTheLaterStep() {
    Scene s;
    const RunRequest request = guided(s.scene);
    const Files whole = undisturbed(s.scene, request);
    brokenRun(s, request, runOutAt(FakeCall::Predict, 3, 1000), ErrorCode::OutOfMemoryKept);
    const RunFolder run = brokenRun(s, request, runOutAt(FakeCall::Predict, 4, 1000), ErrorCode::OutOfMemoryKept);
    const RunResult result = finished(s.scene.pipeline().run(request, {}, {}));
    QVERIFY(result.folder == run.path() && filesOf(result.folder) == whole);
    QCOMPARE(result.record.steps.front().step, 7);
  }

  /// Starting again draws another seed; only the folder's name goes on with this one.
  void aShortageNamesTheFolderThatIsKept() {
    Scene s;
    RunRequest request = guided(s.scene);
    request.seed.reset();
    s.scene.behave({.hook = runOutAt(FakeCall::Predict, 3, 1000)});
    const RunOutcome outcome = s.scene.pipeline().run(request, {}, {});
    const Error& error = std::get<RunFailed>(outcome).error;
    const fs::path folder = onlyFolder(s.scene.saves());
    QCOMPARE(error.values().at("folder"), platform::toUtf8(fs::absolute(folder)));
    const std::string command = "hipwright-cli infer --from \"" + platform::toUtf8(fs::absolute(folder)) + "\"";
    QVERIFY2(error.remedy().find(command) != std::string::npos, error.remedy().c_str());
    s.scene.behave({});
    Told told;
    const RunResult result = finished(s.scene.pipeline().run(requestIn(RunFolder(folder, "hip")), told.observer(), {}));
    QVERIFY(result.folder == folder);
    QCOMPARE(told.codes, std::vector{WarningCode::ResumedFromStep});

    // Whatever else ends a run, a program that reads its error finds the folder too.
    fs::remove_all(s.scene.saves());
    s.scene.behave({.hook = throwAt(FakeCall::Predict, 3)});
    const RunOutcome broken = s.scene.pipeline().run(request, {}, {});
    QCOMPARE(failure(broken), ErrorCode::DeviceFailed);
    QCOMPARE(std::get<RunFailed>(broken).error.values().at("folder"),
             platform::toUtf8(fs::absolute(onlyFolder(s.scene.saves()))));

    // Nothing is kept of a denoising that has not begun, and nothing is promised.
    fs::remove_all(s.scene.saves());
    s.scene.behave({.hook = runOutAt(FakeCall::Encode, 0, 1000)});
    const RunOutcome early = s.scene.pipeline().run(request, {}, {});
    QCOMPARE(failure(early), ErrorCode::OutOfMemory);
    QVERIFY(std::get<RunFailed>(early).error.remedy().find("kept") == std::string::npos);
  }

  /// A break before the first step is done leaves nothing worth a folder.
  void nothingDoneLeavesNothing() {
    Scene s;
    s.scene.behave({.hook = throwAt(FakeCall::Predict, 0)});
    QCOMPARE(failure(s.scene.pipeline().run(guided(s.scene), {}, {})), ErrorCode::DeviceFailed);
    QVERIFY(onlyFolder(s.scene.saves()).empty());
  }

  /// What was stopped on purpose is not kept: cancelling leaves no folder with nothing but an intermediate state.
  void aCancelledDenoisingIsNotKept() {
    Scene s;
    RunRequest request = guided(s.scene);
    request.summary = false;
    std::stop_source source;
    s.scene.behave({.hook = stopAt(FakeCall::Predict, 5, source)});
    QVERIFY(std::holds_alternative<RunCancelled>(s.scene.pipeline().run(request, {}, source.get_token())));
    QVERIFY(onlyFolder(s.scene.saves()).empty());
  }

  /// As a process leaves its folder when the system kills it in the sixth step: there was no moment to save anything.
  void aKilledRunGoesOnFromWhatIsOnDisk() {
    Scene s;
    const RunRequest request = guided(s.scene);
    const Files whole = undisturbed(s.scene, request);
    const fs::path snapshot = s.scene.saves().parent_path() / "snapshot";
    int steps = 0;
    s.scene.behave({.hook = [&](FakeCall call, int, const std::stop_token&) {
      if (call == FakeCall::Predict && ++steps == 6) fs::copy(s.scene.saves(), snapshot, fs::copy_options::recursive);
    }});
    QVERIFY(filesOf(finished(s.scene.pipeline().run(request, {}, {})).folder) == whole);
    fs::remove_all(s.scene.saves());
    fs::rename(snapshot, s.scene.saves());
    QVERIFY(isInterrupted(onlyFolder(s.scene.saves())));
    const auto predictions = std::make_shared<int>(0);
    s.scene.behave({.hook = countingPredictions(predictions)});
    Told told;
    QVERIFY(filesOf(finished(s.scene.pipeline().run(request, told.observer(), {})).folder) == whole);
    QCOMPARE(told.codes, std::vector{WarningCode::ResumedFromStep});
    QVERIFY(*predictions >= request.ts - 5 && *predictions < request.ts);
  }

  void damagedOrForeignStatesCostANewDenoising_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("force");
    QTest::newRow("cut") << 200 << false;
    QTest::newRow("empty") << 0 << false;
    QTest::newRow("of another seed") << kForeign << false;
    QTest::newRow("forced") << -1 << true;
  }

  void damagedOrForeignStatesCostANewDenoising() {
    QFETCH(int, size);
    QFETCH(bool, force);
    Scene s;
    RunRequest request = guided(s.scene);
    const Files whole = undisturbed(s.scene, request);
    const RunFolder run = brokenRun(s, request, throwAt(FakeCall::Predict, 6), ErrorCode::DeviceFailed);
    if (size >= 0) fs::resize_file(run.partialLatents(), static_cast<std::uintmax_t>(size));
    if (size == kForeign) {
      Scene elsewhere;
      RunRequest other = guided(elsewhere.scene);
      other.seed = *request.seed + 1;
      const RunFolder foreign = brokenRun(elsewhere, other, throwAt(FakeCall::Predict, 6), ErrorCode::DeviceFailed);
      fs::copy_file(foreign.partialLatents(), run.partialLatents(), fs::copy_options::overwrite_existing);
    }
    request.force = force;
    const auto predictions = std::make_shared<int>(0);
    s.scene.behave({.hook = countingPredictions(predictions)});
    Told told;
    QVERIFY(filesOf(finished(s.scene.pipeline().run(request, told.observer(), {})).folder) == whole);
    QCOMPARE(*predictions, request.ts);
    QCOMPARE(told.codes, force ? std::vector<WarningCode>{} : std::vector{WarningCode::KeptUnusable});
  }

  /// The state is written and read as it was, and only for the run it is of.
  void theFileHoldsTheState() {
    QTemporaryDir dir;
    const fs::path path = fs::path(dir.path().toStdString()) / "denoising.safetensors";
    const std::array<std::int64_t, 4> shape = {4, 3, 2, 2};
    const Latent a(shape, 1.5F), b(shape, -2.25F), c(shape, 0.125F);
    PartialLatents written;
    written.noise = a;
    written.state.step = 7;
    written.state.latent = b;
    written.state.denoised = c;
    written.denoised[0] = c;
    writePartialLatents(path, written, "hash");
    const LatentOwner owner{shape, "hash"};
    const auto read = readPartialLatents(path, owner, 12);
    QVERIFY(read && read->noise.values == a.values && read->state.step == 7);
    QVERIFY(read->state.latent.values == b.values && read->state.denoised.values == c.values);
    QVERIFY(read->denoised.size() == 1 && read->denoised.at(0).values == c.values);
    QVERIFY(!readPartialLatents(path, owner, 7) && !readPartialLatents(path, {{4, 2, 3, 2}, "hash"}, 12));
    QVERIFY(!readPartialLatents(path, {shape, "other"}, 12));
    QVERIFY(!readLatents(path, owner));  // nobody takes it for a finished one
    written.state.latent.values[5] = std::numeric_limits<float>::quiet_NaN();
    writePartialLatents(path, written, "hash");
    QVERIFY(!readPartialLatents(path, owner, 12));
  }
};

QTEST_APPLESS_MAIN(TestPartialDenoising)
#include "test_partial_denoising.moc"
