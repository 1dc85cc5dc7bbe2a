// Decoding a stage of a finished run from its latents: the same field as the run's own, or a sentence why not.
#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/io/case_file.h"
#include "engine/run/latent_file.h"
#include "engine/run/stage_decoding.h"
#include "engine/surface/fuse.h"
#include "tests/support/run_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

/// A finished run of twelve steps with five previews, and what decoding one of its stages needs.
struct Scene {
  QTemporaryDir dir;
  RunScene scene;
  WarmModel warm;
  PastRun run;
  VolumePtr ct;

  explicit Scene(const Geometry& geometry = RunScene::standardGeometry())
      : scene(dir.path().toStdString(), geometry),
        warm(scene.loader()),
        run(make(scene)),
        ct(readCase(scene.request().cond).ct) {}

  static PastRun make(RunScene& scene) {
    RunRequest request = scene.request();
    request.preview = 5;
    return readRun(std::get<RunResult>(scene.pipeline().run(request, {}, {})).folder);
  }

  Volume decode(int step, const std::stop_token& stop = {}) { return decodeStage({run, step, *ct}, {}, warm, stop); }

  std::optional<ErrorCode> refusalOf(int step) {
    try {
      decode(step);
    } catch (const Error& error) {
      return error.code();
    }
    return std::nullopt;
  }
};

double largestDifference(const Volume& a, const Volume& b) {
  if (a.voxels.size() != b.voxels.size()) return INFINITY;
  double worst = 0;
  for (std::size_t i = 0; i < a.voxels.size(); ++i)
    worst = std::max(worst, std::abs(double(a.voxels[i]) - double(b.voxels[i])));
  return worst;
}

}  // namespace

class TestStageDecoding : public QObject {
  Q_OBJECT

 private slots:
  void theLastStepIsTheResult() {
    Scene s;
    const Volume field = s.decode(11);
    const VolumePtr saved = readCase(s.run.folder.metal()).ct;
    QVERIFY(field.geometry.size == s.ct->geometry.size);
    const double worst = largestDifference(field, *saved);
    QVERIFY2(worst < 1e-3, qPrintable(QString::number(worst)));
  }

  void aSavedStageIsDecodedAsTheRunDecodedIt() {
    Scene s;
    const VolumePtr saved = readCase(s.run.folder.stage(10)).ct;
    const double band = smallProfile().sdf.band;
    const double worst = largestDifference(fuse(*s.ct, s.decode(10), {band}), *saved);
    QVERIFY2(worst <= 1, qPrintable(QString::number(worst)));  // HU
  }

  void comesBackToTheGridOfTheCase() {
    // Voxels of 1.5 mm and a model that wants 1 mm: decoded on the model's grid, returned on the file's.
    Geometry coarse = RunScene::standardGeometry();
    coarse.spacing = {1.5, 1.5, 1.5};
    QTemporaryDir dir;
    RunScene scene(dir.path().toStdString(), coarse);
    scene.changeProfile([](ModelProfile& profile) { profile.input.orientation = "LPS"; });
    const PastRun run = Scene::make(scene);
    QVERIFY(run.record.plan.grid.geometry.size != coarse.size);
    WarmModel warm(scene.loader());
    const VolumePtr ct = readCase(scene.request().cond).ct;
    const Volume field = decodeStage({run, 11, *ct}, {}, warm, {});
    QVERIFY(field.geometry.size == coarse.size);
    const double worst = largestDifference(field, *readCase(run.folder.metal()).ct);
    QVERIFY2(worst < 1e-3, qPrintable(QString::number(worst)));
  }

  void theNetworksStayWarm() {
    Scene s;
    const int before = s.scene.modelsLoaded();
    s.decode(0);
    s.decode(10);
    QCOMPARE(s.scene.modelsLoaded(), before + 1);
  }

  void saysWhatIsMissing() {
    Scene s;
    const std::vector<int> saved = decodableSteps(s.run);
    int neither = 0;  // a stage nor previewed
    while (std::find(saved.begin(), saved.end(), neither) != saved.end()) ++neither;
    QVERIFY(neither < s.run.record.request.ts);
    QVERIFY(s.refusalOf(neither) == ErrorCode::BadRunFile);
    s.run.record.modelHashes["vae_metal"] = "of another file";
    QVERIFY(s.refusalOf(0) == ErrorCode::BadRunFile);
    fs::remove(s.run.folder.latents());
    QVERIFY(s.refusalOf(0) == ErrorCode::BadRunFile);
  }

  void canBeCancelled() {
    Scene s;
    std::stop_source source;
    s.scene.behave({.hook = stopAt(FakeCall::Decode, 0, source)});
    WarmModel fresh(s.scene.loader());
    QVERIFY_THROWS_EXCEPTION(Cancelled, decodeStage({s.run, 10, *s.ct}, {}, fresh, source.get_token()));
  }

  void offersTheStepsThatWereSaved() {
    Scene s;
    const std::vector<int> steps = decodableSteps(s.run);
    const auto latents = readLatents(s.run.folder.latents(), {s.run.record.latentShape, s.run.record.requestHash});
    QVERIFY(latents.has_value());
    std::vector<int> saved;
    for (const auto& [step, latent] : latents->denoised) saved.push_back(step);
    QVERIFY(steps == saved);
    QVERIFY(std::is_sorted(steps.begin(), steps.end()));
    fs::remove(s.run.folder.latents());
    QVERIFY(decodableSteps(s.run).empty());
  }
};

QTEST_APPLESS_MAIN(TestStageDecoding)
#include "test_stage_decoding.moc"
