// A model set: two VAEs, the diffusion network and the profile that says what the weights do not.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/run/output_mark.h"
#include "engine/run/run_request.h"
#include "engine/weights/checkpoint.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright {

/// Where the files of a model set are. `profile` may be empty: then the reference's values hold.
struct ModelPaths {
  std::filesystem::path vaePre;
  std::filesystem::path vaeMetal;
  std::filesystem::path ldm;
  std::filesystem::path profile;
};

/// Places to look when the request names no model.
struct ModelSearch {
  std::filesystem::path workingFolder;  ///< for the reference's file names
  std::vector<std::filesystem::path>
      installedSets;                      ///< folders of model sets, best first; the incomplete are passed by
  std::filesystem::path configuredSet{};  ///< the user's own; comes before the installed and must be complete if named
};

/// The files a request means. In a set: vae_pre, vae_metal and ldm with the reference's endings (_best, _last, _latest)
/// or none, as .safetensors or .pt. Sets other than the request's come in only if it names nothing of a model and the
/// working folder holds none of the three, so that a forgotten file is not answered with another model.
/// Throws Error(ModelNotFound) with the names that were looked for.
ModelPaths findModel(const ModelChoice& choice, const ModelSearch& search);

/// Files, their hashes and the profile; read before the networks are built.
struct ModelSet {
  ModelPaths paths;
  ModelProfile profile;
  Checkpoint vaePre;
  Checkpoint vaeMetal;
  Checkpoint ldm;
  std::string vaePreHash;  ///< SHA-256 of each file
  std::string vaeMetalHash;
  std::string ldmHash;

  /// One hash for the weights and every field of the profile that changes a result.
  std::string hash() const;

  /// What everything made with this set is marked with: kDemoMark, or nothing.
  std::string mark() const { return profile.demo ? kDemoMark : ""; }
};

/// Reads and checks all files of a set. Throws what readCheckpoint and readProfile throw, and Cancelled.
ModelSet readModelSet(const ModelPaths& paths, const std::stop_token& stop);

/// Builds the networks: engine/torch in the programs, a fake in tests.
using ModelLoader =
    std::function<std::unique_ptr<DiffusionModel>(const ModelSet&, const ComputeOptions&, const std::stop_token&)>;

}  // namespace hipwright
