// The pipeline with the fake model: sphere in, sphere out; events, cancelling, repeating, resuming, failing.
#include "engine/core/stop.h"
#include "engine/io/case_file.h"
#include "engine/run/latent_file.h"
#include "engine/run/run_folder.h"
#include "tests/support/run_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <future>
#include <memory>
#include <numbers>
#include <thread>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

struct Scene {
  QTemporaryDir dir;
  RunScene scene{dir.path().toStdString()};
};

RunResult finished(const RunOutcome& outcome) {
  if (const auto* failed = std::get_if<RunFailed>(&outcome)) qWarning("%s", failed->error.what());
  return std::get<RunResult>(outcome);
}

std::vector<fs::path> filesBelow(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::recursive_directory_iterator(folder, none))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

bool hasRecord(const fs::path& saves) {
  const auto files = filesBelow(saves);
  return std::any_of(files.begin(), files.end(), [](const fs::path& p) { return p.filename() == "run.json"; });
}

bool hasHalfWritten(const fs::path& saves) {
  const auto files = filesBelow(saves);
  return std::any_of(files.begin(), files.end(),
                     [](const fs::path& p) { return p.filename().string().find("part") != std::string::npos; });
}

/// The order events must come in: kinds and phases without repetitions.
std::vector<std::string> milestones(const std::vector<RunEvent>& events) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (names.empty() || names.back() != name) names.push_back(name);
  };
  for (const RunEvent& event : events) {
    if (std::holds_alternative<RunStarted>(event)) add("started");
    if (const auto* progress = std::get_if<Progress>(&event)) add(phaseName(progress->phase));
    if (std::holds_alternative<PreviewReady>(event)) add("preview");
    if (std::holds_alternative<RunFinished>(event)) add("finished");
  }
  return names;
}

}  // namespace

class TestPipeline : public QObject {
  Q_OBJECT

 private slots:
  void sphereInSphereOut() {
    Scene s;
    Pipeline pipeline = s.scene.pipeline();
    const RunResult result = finished(pipeline.run(s.scene.request(), {}, {}));
    const RunFolder folder(result.folder, "hip");
    const CaseFile sdf = readCase(folder.metal());
    double worst = 0;
    const Index3 n = s.scene.geometry().size;
    for (std::int64_t z = 4; z < n[2] - 4; ++z)
      for (std::int64_t y = 4; y < n[1] - 4; ++y)
        for (std::int64_t x = 4; x < n[0] - 4; ++x) {
          const Vec3 point = s.scene.geometry().indexToPatient({double(x), double(y), double(z)});
          const double distance = length(point - s.scene.sphere().centre) - s.scene.sphere().radius;
          // Averaging over 4 voxels rounds the centre off; near the surface the field is nearly linear.
          if (std::abs(distance) < 3)
            worst = std::max(worst, std::abs(sdf.ct->at(x, y, z) - s.scene.sphere().field(point)));
        }
    qInfo("largest deviation of the field within 3 mm of the sphere: %.3f of one unit", worst);
    QVERIFY(worst < 0.25);

    const double radius = std::cbrt(result.record.mesh.volumeMm3 * 3 / (4 * std::numbers::pi));
    qInfo("radius from the surface's volume: %.2f mm of %.2f mm", radius, s.scene.sphere().radius);
    QVERIFY(std::abs(radius - s.scene.sphere().radius) < 0.5);
    QVERIFY(result.record.mesh.printable());
    QCOMPARE(result.record.mesh.shells, 1);
    QCOMPARE(result.record.mesh.eulerNumber, 2);
    const Vec3 centre = 0.5 * (result.record.mesh.lower + result.record.mesh.upper);
    QVERIFY(length(centre - s.scene.sphere().centre) < 0.5);
    for (const fs::path& file : {folder.fused(), folder.surface(), folder.strip(), folder.record(), folder.latents(),
                                 folder.stage(0), folder.stage(10)})
      QVERIFY2(fs::file_size(file) > 0, file.c_str());
    QVERIFY(!hasHalfWritten(s.scene.saves()));
  }

  void outputsKeepTheGeometryOfTheInput() {
    Scene s;
    Pipeline pipeline = s.scene.pipeline();
    const RunResult result = finished(pipeline.run(s.scene.request(), {}, {}));
    const RunFolder folder(result.folder, "hip");
    for (const fs::path& file : {folder.fused(), folder.metal(), folder.stage(0)}) {
      const CaseFile back = readCase(file);
      QCOMPARE(back.ct->geometry.size, s.scene.geometry().size);
      for (int a = 0; a < 3; ++a) {
        QVERIFY(std::abs(back.ct->geometry.spacing[a] - s.scene.geometry().spacing[a]) < 1e-5);
        QVERIFY(std::abs(back.ct->geometry.origin[a] - s.scene.geometry().origin[a]) < 1e-4);
      }
    }
  }

  void eventsComeInOrder() {
    Scene s;
    Pipeline pipeline = s.scene.pipeline();
    RunRequest request = s.scene.request();
    request.cfg = 12;
    request.preview = 3;
    std::vector<RunEvent> events;
    finished(pipeline.run(request, [&](const RunEvent& e) { events.push_back(e); }, {}));

    const auto names = milestones(events);
    QCOMPARE(names.front(), std::string("read"));
    QCOMPARE(names[1], std::string("load"));
    QCOMPARE(names[2], std::string("started"));
    QCOMPARE(names[3], std::string("prepare"));
    QCOMPARE(names[4], std::string("encode"));
    QCOMPARE(names.back(), std::string("finished"));
    QCOMPARE(std::count(names.begin(), names.end(), "started"), 1);

    double overall = 0;
    int steps = 0, exact = 0, approximate = 0, warnings = 0;
    for (const RunEvent& event : events) {
      if (const auto* p = std::get_if<Progress>(&event)) {
        QVERIFY(p->overall >= overall && p->overall <= 1 && p->done <= p->total);
        overall = p->overall;
      }
      if (const auto* m = std::get_if<StepMetrics>(&event)) QCOMPARE(m->step, steps++);
      if (const auto* p = std::get_if<PreviewReady>(&event)) {
        ++(p->exact ? exact : approximate);
        QCOMPARE(p->picture->hu.size(), p->picture->sdf.size());
      }
      if (const auto* w = std::get_if<RunWarning>(&event))
        warnings += w->code == WarningCode::GuidanceTooStrong ? 1 : 0;
    }
    QCOMPARE(overall, 1.0);
    QCOMPARE(steps, 12);
    QCOMPARE(exact, 2);  // stages 0 and 10
    QVERIFY(approximate >= 1);
    QCOMPARE(warnings, 1);
  }

  void previewsShowTheSphereWhereItIs() {
    Scene s;
    Pipeline pipeline = s.scene.pipeline();
    RunRequest request = s.scene.request();
    request.summary = false;
    request.tiled = false;  // in windows the fake extrapolates at their borders
    request.preview = 2;
    std::shared_ptr<const CoronalPicture> preview;
    const RunResult result = finished(pipeline.run(request,
                                                   [&](const RunEvent& e) {
                                                     if (const auto* p = std::get_if<PreviewReady>(&e))
                                                       preview = p->picture;
                                                   },
                                                   {}));
    QVERIFY(preview != nullptr);
    const CaseFile sdf = readCase(RunFolder(result.folder, "hip").metal());
    const CoronalPicture exact = coronalPicture(*sdf.ct, sdf.ct.get(), preview->plane);
    QCOMPARE(preview->sdf.size(), exact.sdf.size());
    double worst = 0;
    for (std::size_t i = 0; i < exact.sdf.size(); ++i)
      worst = std::max(worst, double(std::abs(exact.sdf[i] - preview->sdf[i])));
    QVERIFY2(worst < 1e-3, qPrintable(QString::number(worst)));  // the fake has no normalisation, so a slab is exact

    const CaseFile saved = readCase(RunFolder(result.folder, "hip").previewField(request.ts - 1));
    const CoronalCut cut = coronalCut(sdf.ct->geometry);
    QCOMPARE(saved.ct->geometry.size[cut.depthAxis], std::int64_t{2});
    const double plane = sdf.ct->geometry.patientToIndex(saved.ct->geometry.origin)[cut.depthAxis];
    QVERIFY(std::abs(plane - double(preview->plane)) < 1e-3);
    for (const std::int64_t slice : {0, 1}) QVERIFY(coronalPlane(*saved.ct, cut, slice) == preview->sdf);
  }

  void cancelAtEveryEventLeavesNoRecordAndTheNextRunWorks() {
    Scene s;
    Pipeline pipeline = s.scene.pipeline();
    RunRequest request = s.scene.request();
    request.ts = 4;
    request.preview = 2;
    int total = 0;
    finished(pipeline.run(request, [&](const RunEvent&) { ++total; }, {}));
    int cancelled = 0;
    for (int at = 0; at < total - 2; ++at) {  // after the last two events there is nothing left to cancel
      fs::remove_all(s.scene.saves());
      std::stop_source source;
      int seen = 0;
      const auto outcome = pipeline.run(
          request,
          [&](const RunEvent&) {
            if (seen++ == at) source.request_stop();
          },
          source.get_token());
      QVERIFY2(std::holds_alternative<RunCancelled>(outcome), qPrintable(QString("event %1 of %2").arg(at).arg(total)));
      QVERIFY(!hasRecord(s.scene.saves()));
      QVERIFY(!hasHalfWritten(s.scene.saves()));
      ++cancelled;
    }
    qInfo("cancelled at %d of %d events", cancelled, total);
    finished(pipeline.run(request, {}, {}));
    QVERIFY(hasRecord(s.scene.saves()));
    QCOMPARE(s.scene.modelsLoaded(), 1);  // the weights stayed warm throughout
  }

  void theSameRequestTwiceGivesTheSameBytes() {
    Scene s;
    Pipeline pipeline = s.scene.pipeline();
    RunRequest request = s.scene.request();
    const fs::path first = finished(pipeline.run(request, {}, {})).folder;
    request.save = s.scene.saves() / "again";
    const fs::path second = finished(pipeline.run(request, {}, {})).folder;
    QCOMPARE(first.filename(), second.filename());
    const auto files = filesBelow(first);
    QVERIFY(files.size() >= 8);
    for (const fs::path& file : files) {
      if (file.filename() == "run.json") continue;  // timings
      QVERIFY2(contentOf(file) == contentOf(second / file.lexically_relative(first)), file.c_str());
    }
  }

  void aCompleteRunIsFoundAndForceRunsAgain() {
    Scene s;
    Pipeline pipeline = s.scene.pipeline();
    RunRequest request = s.scene.request();
    const RunResult first = finished(pipeline.run(request, {}, {}));
    bool told = false;
    const RunResult second =
        finished(pipeline.run(request,
                              [&](const RunEvent& e) {
                                const auto* w = std::get_if<RunWarning>(&e);
                                told = told || (w != nullptr && w->code == WarningCode::AlreadyComplete);
                              },
                              {}));
    QVERIFY(second.alreadyComplete && told && second.folder == first.folder);
    request.force = true;
    QVERIFY(!finished(pipeline.run(request, {}, {})).alreadyComplete);
  }

  void aRunInterruptedAfterDenoisingGoesOnFromItsLatents() {
    Scene s;
    const RunRequest request = s.scene.request();
    const fs::path whole = finished(s.scene.pipeline().run(request, {}, {})).folder;
    const std::string metal = contentOf(RunFolder(whole, "hip").metal());
    fs::remove_all(s.scene.saves());

    // The stages of steps 0 and 10 are decoded, then the final decode fails: two thirds of all decoding calls pass.
    auto calls = std::make_shared<int>(0);
    FakeModelOptions count;
    count.hook = [calls](FakeCall call, int, const std::stop_token&) { *calls += call == FakeCall::Decode ? 1 : 0; };
    s.scene.behave(count);
    finished(s.scene.pipeline().run(request, {}, {}));
    fs::remove_all(s.scene.saves());
    s.scene.behave({.hook = throwAt(FakeCall::Decode, *calls * 2 / 3)});
    const RunOutcome broken = s.scene.pipeline().run(request, {}, {});
    QVERIFY(std::holds_alternative<RunFailed>(broken));
    QVERIFY(!hasRecord(s.scene.saves()));

    auto predictions = std::make_shared<int>(0);
    FakeModelOptions watch;
    watch.hook = [predictions](FakeCall call, int, const std::stop_token&) {
      *predictions += call == FakeCall::Predict ? 1 : 0;
    };
    s.scene.behave(watch);
    bool told = false;
    const RunResult resumed =
        finished(s.scene.pipeline().run(request,
                                        [&](const RunEvent& e) {
                                          const auto* w = std::get_if<RunWarning>(&e);
                                          told = told || (w != nullptr && w->code == WarningCode::ResumedFromLatent);
                                        },
                                        {}));
    QVERIFY(told);
    QCOMPARE(*predictions, 0);
    QVERIFY(contentOf(RunFolder(resumed.folder, "hip").metal()) == metal);
  }

  void aFolderIsWrittenByOneRunAtATime() {
    Scene s;
    std::stop_source source;
    std::promise<void> begun;
    s.scene.behave({.hook = [&](FakeCall call, int, const std::stop_token& stop) {
      if (call != FakeCall::Predict) return;
      begun.set_value();
      while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }});
    Pipeline first = s.scene.pipeline();
    std::thread worker([&] { first.run(s.scene.request(), {}, source.get_token()); });
    begun.get_future().wait();
    const RunOutcome second = s.scene.pipeline().run(s.scene.request(), {}, {});
    source.request_stop();
    worker.join();
    QVERIFY(std::get<RunFailed>(second).error.code() == ErrorCode::FolderBusy);
    s.scene.behave({});
    finished(s.scene.pipeline().run(s.scene.request(), {}, {}));  // the lock ended with its run
  }

  void failuresAreOutcomesWithSentences() {
    Scene s;
    RunRequest request = s.scene.request();
    request.cond = s.scene.saves() / "absent.nii.gz";
    QVERIFY(std::get<RunFailed>(s.scene.pipeline().run(request, {}, {})).error.code() == ErrorCode::FileNotFound);
    request = s.scene.request();
    request.ts = 0;
    QVERIFY(std::get<RunFailed>(s.scene.pipeline().run(request, {}, {})).error.code() == ErrorCode::BadRequest);
    request = s.scene.request();
    request.model.set = s.scene.saves();
    QVERIFY(std::get<RunFailed>(s.scene.pipeline().run(request, {}, {})).error.code() == ErrorCode::ModelNotFound);
    request = s.scene.request();
    request.save = request.cond / "below a file";
    QVERIFY(std::get<RunFailed>(s.scene.pipeline().run(request, {}, {})).error.code() == ErrorCode::FileUnwritable);
    s.scene.behave({.hook = throwAt(FakeCall::Encode, 0)});
    QVERIFY(std::get<RunFailed>(s.scene.pipeline().run(s.scene.request(), {}, {})).error.code() ==
            ErrorCode::DeviceFailed);
    QVERIFY(filesBelow(s.scene.saves()).empty());
  }

  void stageLatentsAreKeptWithoutSummaryAndTheRecordNamesFilesFully() {
    Scene s;
    RunRequest request = s.scene.request();
    request.summary = false;
    const RunResult result = finished(s.scene.pipeline().run(request, {}, {}));
    const auto latents =
        readLatents(RunFolder(result.folder, "hip").latents(), {result.record.latentShape, result.record.requestHash});
    QVERIFY(latents.has_value());
    QCOMPARE(latents->denoised.size(), 2U);  // steps 0 and 10
    for (const fs::path& path : {result.record.request.cond, result.record.request.save})
      QVERIFY2(path.is_absolute(), path.c_str());
  }

  void randomSeedsAreDrawnRecordedAndNamed() {
    Scene s;
    Pipeline pipeline = s.scene.pipeline();
    RunRequest request = s.scene.request();
    request.seed.reset();
    const RunResult a = finished(pipeline.run(request, {}, {}));
    const RunResult b = finished(pipeline.run(request, {}, {}));
    QVERIFY(a.record.seed != b.record.seed);
    QVERIFY(a.folder.filename().string().find("_seed_" + std::to_string(a.record.seed) + "_") != std::string::npos);
    request.seed = 0;
    QCOMPARE(finished(pipeline.run(request, {}, {})).record.seed, 0);
  }
};

QTEST_APPLESS_MAIN(TestPipeline)
#include "test_pipeline.moc"
