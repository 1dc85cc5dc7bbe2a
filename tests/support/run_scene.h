// A folder with a sphere CT and a tiny model set, and a pipeline that runs the fake model on them.
#pragma once

#include "engine/run/pipeline.h"
#include "tests/support/fake_model.h"
#include "tests/support/sphere_case.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace hipwright::test {

class RunScene {
 public:
  /// Makes everything below `folder`, which exists and is empty. The sphere lies in the middle of the grid.
  explicit RunScene(std::filesystem::path folder, const Geometry& geometry = standardGeometry());

  static Geometry standardGeometry();

  /// A request for twelve steps, unguided, seed 7, with a summary.
  RunRequest request() const;

  /// Changes the profile of the model set.
  void changeProfile(const std::function<void(ModelProfile&)>& change);

  /// The next models loaded behave like this.
  void behave(FakeModelOptions options) { m_options = std::move(options); }

  /// The models loaded for the processor by name behave like this instead.
  void behaveOnProcessor(FakeModelOptions options) { m_onProcessor = std::move(options); }

  ModelLoader loader();
  Pipeline pipeline() { return Pipeline(loader(), {m_folder, {}}); }

  int modelsLoaded() const { return m_loaded; }
  const Sphere& sphere() const { return m_sphere; }
  const Geometry& geometry() const { return m_geometry; }
  std::filesystem::path saves() const { return m_folder / "runs"; }

 private:
  std::filesystem::path m_folder;
  Geometry m_geometry;
  Sphere m_sphere;
  FakeModelOptions m_options;
  std::optional<FakeModelOptions> m_onProcessor;
  int m_loaded = 0;
};

/// All bytes of a file.
std::string contentOf(const std::filesystem::path& path);

}  // namespace hipwright::test
