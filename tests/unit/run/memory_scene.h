// What tests of memory that runs out share: runs with a fake model, what they leave on disk and what they tell.
#pragma once

#include "engine/core/platform.h"
#include "engine/run/request_json.h"
#include "engine/run/run_folder.h"
#include "tests/support/run_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>

namespace hipwright::test {

struct Scene {
  QTemporaryDir dir;
  RunScene scene{dir.path().toStdString()};
};

using Files = std::map<std::string, std::string>;

/// What a run leaves, by name; run.json holds times.
inline Files filesOf(const std::filesystem::path& folder) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
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

inline RunResult finished(const RunOutcome& outcome) {
  if (const auto* failed = std::get_if<RunFailed>(&outcome)) qWarning("%s", failed->error.what());
  return std::get<RunResult>(outcome);
}

inline ErrorCode failure(const RunOutcome& outcome) { return std::get<RunFailed>(outcome).error.code(); }

/// The one run folder below `saves`; empty if there is none.
inline std::filesystem::path onlyFolder(const std::filesystem::path& saves) {
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(saves, none)) return entry.path();
  return {};
}

inline RunRequest guided(const RunScene& scene) {
  RunRequest request = scene.request();
  request.cfg = 3;
  request.device = DeviceChoice::Auto;
  return request;
}

inline Files undisturbed(RunScene& scene, const RunRequest& request) {
  const RunResult result = finished(scene.pipeline().run(request, {}, {}));
  const Files files = filesOf(result.folder);
  std::filesystem::remove_all(scene.saves());
  return files;
}

inline RunRequest requestIn(const RunFolder& run) { return requestFromJson(contentOf(run.request()), "request.json"); }

/// A hook that counts the calls of the diffusion network.
inline FakeHook countingPredictions(const std::shared_ptr<int>& count) {
  return [=](FakeCall call, int, const std::stop_token&) { *count += call == FakeCall::Predict ? 1 : 0; };
}

/// From the request that the broken run left, without denoising again.
inline void goesOnDecoding(Scene& s, const RunFolder& run, const Files& whole) {
  const auto predictions = std::make_shared<int>(0);
  s.scene.behave({.hook = countingPredictions(predictions)});
  Told told;
  const RunResult result = finished(s.scene.pipeline().run(requestIn(run), told.observer(), {}));
  QVERIFY(result.folder == run.path());
  QVERIFY(filesOf(result.folder) == whole);
  QCOMPARE(told.codes, std::vector{WarningCode::ResumedFromLatent});
  QCOMPARE(*predictions, 0);
}

}  // namespace hipwright::test
