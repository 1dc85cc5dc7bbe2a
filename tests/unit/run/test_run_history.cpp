// Finished runs read back from disk: everything run.json states, and a list that takes only what can be opened.
#include "engine/core/error.h"
#include "engine/run/interrupted_run.h"
#include "engine/run/run_history.h"
#include "tests/support/run_scene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <fstream>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

struct Scene {
  QTemporaryDir dir;
  RunScene scene{dir.path().toStdString()};

  RunResult run(const std::function<void(RunRequest&)>& change = [](RunRequest&) {}) {
    RunRequest request = scene.request();
    change(request);
    return std::get<RunResult>(scene.pipeline().run(request, {}, {}));
  }

  /// The folder of a run whose denoising is finished and nothing after it.
  fs::path stoppedAtTheLastStep(std::int64_t seed) {
    RunRequest request = scene.request();
    request.seed = seed;
    fs::path folder;
    std::stop_source stop;
    const auto observe = [&](const RunEvent& event) {
      if (const auto* started = std::get_if<RunStarted>(&event)) folder = started->folder;
      const auto* step = std::get_if<StepMetrics>(&event);
      if (step != nullptr && step->step + 1 == request.ts) stop.request_stop();
    };
    scene.pipeline().run(request, observe, stop.get_token());
    return folder;
  }
};

void write(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

/// The record of a run with one member of its top level changed.
void edit(const fs::path& folder, const std::function<void(QJsonObject&)>& change) {
  QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(contentOf(folder / "run.json"))).object();
  change(json);
  write(folder / "run.json", QJsonDocument(json).toJson().toStdString());
}

void age(const fs::path& folder, std::chrono::minutes by) {
  fs::last_write_time(folder / "run.json", fs::file_time_type::clock::now() - by);
}

std::optional<ErrorCode> refusalOf(const fs::path& folder) {
  try {
    readRun(folder);
  } catch (const Error& error) {
    return error.code();
  }
  return std::nullopt;
}

std::string reasonOf(const fs::path& folder) {
  try {
    readRun(folder);
  } catch (const Error& error) {
    return error.values().at("reason");
  }
  return {};
}

}  // namespace

class TestRunHistory : public QObject {
  Q_OBJECT

 private slots:
  void readsWhatTheRunRecorded() {
    Scene s;
    const RunResult made = s.run();
    const PastRun read = readRun(made.folder);
    QVERIFY(read.folder.path() == made.folder);
    QVERIFY(read.folder.surface() == made.folder / "hip_metal.stl");
    QCOMPARE(read.record.seed, 7);
    QCOMPARE(read.record.request.ts, 12);
    QCOMPARE(read.record.caseHash, made.record.caseHash);
    QCOMPARE(read.record.requestHash, made.record.requestHash);
    QVERIFY(!read.record.noiseHash.empty() && read.record.noiseHash == made.record.noiseHash);
    QVERIFY(read.record.modelHashes == made.record.modelHashes);
    QVERIFY(read.record.latentShape == made.record.latentShape);
    QVERIFY(read.record.modelGrid == made.record.modelGrid);
    QVERIFY(read.record.geometry == made.record.geometry);
    QVERIFY(read.record.plan.grid.geometry == made.record.plan.grid.geometry);
    QCOMPARE(read.record.stripPlane, made.record.stripPlane);
    QCOMPARE(read.record.mesh.triangles, made.record.mesh.triangles);
    QCOMPARE(read.record.mesh.volumeMm3, made.record.mesh.volumeMm3);
    QVERIFY(read.record.files == made.record.files);
    QVERIFY(read.printable);
  }

  void readsEveryStepAndAddsUpTheTime() {
    Scene s;
    const RunResult made = s.run();
    const PastRun read = readRun(made.folder);
    QCOMPARE(read.record.steps.size(), std::size_t(12));
    double total = 0;
    for (const auto& [phase, seconds] : made.record.seconds) total += seconds;
    QVERIFY(total > 0 && std::abs(read.totalSeconds - total) < 0.01 * total + 0.01);
    for (std::size_t i = 0; i < read.record.steps.size(); ++i) {
      QCOMPARE(read.record.steps[i].step, int(i));
      QCOMPARE(read.record.steps[i].timestep, made.record.steps[i].timestep);
      QVERIFY(read.record.steps[i].relativeChange == made.record.steps[i].relativeChange);
      QVERIFY(read.record.steps[i].relativeChange.has_value());
    }
    edit(made.folder, [](QJsonObject& json) {
      QJsonObject timing = json["timing"].toObject();
      QJsonArray steps = timing["steps"].toArray();
      for (auto step : steps) {
        QJsonObject older = step.toObject();
        older.remove("relative_change");
        step = older;
      }
      timing["steps"] = steps;
      json["timing"] = timing;
    });
    for (const StageRecord& step : readRun(made.folder).record.steps) QVERIFY(!step.relativeChange);
  }

  void anOlderRecordLivesOnTheGridOfItsCase() {
    Scene s;
    const RunResult made = s.run();
    edit(made.folder, [](QJsonObject& json) {
      json.remove("grid");
      json.remove("hip");
    });
    const PastRun read = readRun(made.folder);
    QVERIFY(read.record.plan.grid.geometry == read.record.geometry);
    QVERIFY(!read.record.plan.mirrored);
    QVERIFY(read.record.plan.side == HipSide::Unknown);
  }

  void refusesWhatIsNoRecord() {
    Scene s;
    const RunResult made = s.run();
    const std::string whole = contentOf(made.folder / "run.json");
    write(made.folder / "run.json", whole.substr(0, whole.size() / 2));
    QVERIFY(refusalOf(made.folder) == ErrorCode::BadRunFile);
    write(made.folder / "run.json", "");
    QVERIFY(refusalOf(made.folder).has_value());
    write(made.folder / "run.json", whole);
    edit(made.folder, [](QJsonObject& json) { json["seed"] = "seven"; });
    QVERIFY(refusalOf(made.folder) == ErrorCode::BadRunFile);
    fs::remove(made.folder / "run.json");
    QVERIFY(refusalOf(made.folder) == ErrorCode::BadRunFile);
  }

  void listsTheNewestFirst() {
    Scene s;
    const fs::path oldest = s.run().folder;
    const fs::path middle = s.run([](RunRequest& r) { r.seed = 8; }).folder;
    const RunResult newest = s.run([](RunRequest& r) { r.seed = 9; });
    age(oldest, std::chrono::minutes(20));
    age(middle, std::chrono::minutes(10));
    const std::vector<PastRun> runs = runsIn(s.scene.saves(), newest.record.caseHash);
    QCOMPARE(runs.size(), std::size_t(3));
    QVERIFY(runs[0].folder.path() == newest.folder);
    QVERIFY(runs[1].folder.path() == middle);
    QVERIFY(runs[2].folder.path() == oldest);
  }

  void listsOnlyRunsOfTheCaseThatCanBeRead() {
    Scene s;
    const RunResult whole = s.run();
    const fs::path broken = s.run([](RunRequest& r) { r.seed = 8; }).folder;
    const fs::path other = s.run([](RunRequest& r) { r.seed = 9; }).folder;
    write(broken / "run.json", "{");
    edit(other, [](QJsonObject& json) {
      QJsonObject ct = json["case"].toObject();
      ct["sha256"] = "another";
      json["case"] = ct;
    });
    fs::create_directories(s.scene.saves() / "unfinished");
    write(s.scene.saves() / "notes.txt", "no run");
    QCOMPARE(runsIn(s.scene.saves(), whole.record.caseHash).size(), std::size_t(1));
    QCOMPARE(runsIn(s.scene.saves(), "another").size(), std::size_t(1));
    QCOMPARE(runsIn(s.scene.saves(), "").size(), std::size_t(2));
    QVERIFY(runsIn(s.scene.saves(), "unknown").empty());
    QVERIFY(runsIn(s.scene.saves() / "absent", "").empty());
  }

  void listsInterruptedRunsOfTheCase() {
    Scene s;
    const fs::path whole = s.run().folder;
    const fs::path stopped = s.stoppedAtTheLastStep(8);
    const fs::path other = s.stoppedAtTheLastStep(9);
    const std::string request = contentOf(other / "request.json");
    write(other / "request.json", QString::fromStdString(request).replace("hip.nii", "other.nii").toStdString());
    fs::create_directories(s.scene.saves() / "empty");
    QCOMPARE(reasonOf(stopped), std::string(kRunWasInterrupted));
    QCOMPARE(reasonOf(s.scene.saves() / "empty"), std::string(kNoRunInFolder));
    QVERIFY(!isInterrupted(whole));
    const std::vector<InterruptedRun> runs = interruptedIn(s.scene.saves(), s.scene.request().cond);
    QCOMPARE(runs.size(), std::size_t(1));
    QVERIFY(runs[0].folder.path() == stopped);
    QVERIFY(runs[0].denoised);
    QVERIFY(interruptedIn(s.scene.saves() / "absent", s.scene.request().cond).empty());
    const auto ended = s.scene.pipeline().run(runs[0].request, {}, {});
    QVERIFY(std::get<RunResult>(ended).folder == stopped);
    QVERIFY(!isInterrupted(stopped));
  }

  void savedStagesAreThoseOnDisk() {
    Scene s;
    const PastRun with = readRun(s.run().folder);
    QVERIFY(savedStages(with) == (std::vector<int>{0, 10}));
    fs::remove(with.folder.stage(0));
    QVERIFY(savedStages(with) == std::vector<int>{10});
    const PastRun without = readRun(s.run([](RunRequest& r) { r.summary = false; }).folder);
    QVERIFY(savedStages(without).empty());
  }
};

QTEST_APPLESS_MAIN(TestRunHistory)
#include "test_run_history.moc"
