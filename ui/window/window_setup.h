// What a program gives the window: how networks are built, where models, settings and results are.
#pragma once

#include "engine/run/model_set.h"
#include "ui/parameters/parameter_form.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace hipwright {

struct WindowSetup {
  ModelLoader loader;
  ModelSearch search;
  std::filesystem::path dataFolder;    ///< settings, presets and the demo case; made if it is not there
  std::filesystem::path presetFolder;  ///< of the presets that come with the program
  std::filesystem::path saveFolder;    ///< where runs go unless the user chooses another place

  /// Seconds of work after which Esc asks before it stops a run.
  double askAfterSeconds = 60;

  /// What the networks can run on. Slow: asked on a worker.
  std::function<std::vector<DeviceOption>()> devices;
};

}  // namespace hipwright
