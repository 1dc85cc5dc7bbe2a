// A reference case on disk: the profile, checkpoints and runs it names, and its arrays.
#pragma once

#include "engine/core/model_profile.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hipwright {

struct GoldenRun {
  std::string id;
  std::filesystem::path folder;
  double guidance = 1;
  int steps = 1;
  std::int64_t seed = 0;
};

struct GoldenCase {
  std::string name;
  std::filesystem::path folder;
  ModelProfile profile;
  std::filesystem::path vaePre;
  std::filesystem::path vaeMetal;
  std::filesystem::path ldm;
  std::vector<GoldenRun> runs;
};

/// Reads config.json and profile.json. Throws Error(BadGoldenCase | BadProfile | FileNotFound). Any thread.
GoldenCase readGoldenCase(const std::filesystem::path& folder);

/// "latent_007.npy".
std::string stepFile(const std::string& quantity, int step);

}  // namespace hipwright
