#include "engine/run/model_set.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/core/stop.h"
#include "engine/weights/profile_file.h"

#include <array>
#include <span>
#include <string_view>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 4> kVaePreNames = {"vae_pre.safetensors", "vae_pre.pt",
                                                          "vae_pre_best.safetensors", "vae_pre_best.pt"};
constexpr std::array<std::string_view, 4> kVaeMetalNames = {"vae_metal.safetensors", "vae_metal.pt",
                                                            "vae_metal_best.safetensors", "vae_metal_best.pt"};
constexpr std::array<std::string_view, 6> kLdmNames = {
    "ldm.safetensors", "ldm.pt", "ldm_last.safetensors", "ldm_last.pt", "ldm_latest.safetensors", "ldm_latest.pt"};
constexpr std::array<std::string_view, 1> kProfileNames = {"profile.json"};

bool isFile(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

fs::path firstExisting(const fs::path& folder, Names names) {
  for (const std::string_view name : names)
    if (isFile(folder / name)) return folder / name;
  return {};
}

ModelPaths filesIn(const fs::path& folder) {
  return {firstExisting(folder, kVaePreNames), firstExisting(folder, kVaeMetalNames), firstExisting(folder, kLdmNames),
          firstExisting(folder, kProfileNames)};
}

bool complete(const ModelPaths& paths) {
  return !paths.vaePre.empty() && !paths.vaeMetal.empty() && !paths.ldm.empty();
}

void replaceIfGiven(fs::path& path, const fs::path& choice) {
  if (!choice.empty()) path = choice;
}

ModelPaths withChoices(ModelPaths paths, const ModelChoice& choice) {
  replaceIfGiven(paths.vaePre, choice.vaePre);
  replaceIfGiven(paths.vaeMetal, choice.vaeMetal);
  replaceIfGiven(paths.ldm, choice.ldm);
  // Single files bring the profile that lies beside them, not one that happens to be in the working folder.
  if (choice.set.empty() && !choice.ldm.empty()) paths.profile = firstExisting(choice.ldm.parent_path(), kProfileNames);
  replaceIfGiven(paths.profile, choice.profile);
  return paths;
}

[[noreturn]] void reportMissing(const ModelPaths& paths, const fs::path& folder) {
  std::string missing;
  const auto add = [&](const fs::path& path, std::string_view name) {
    if (path.empty()) missing += (missing.empty() ? "" : ", ") + std::string(name);
  };
  add(paths.vaePre, "vae_pre(_best).pt");
  add(paths.vaeMetal, "vae_metal(_best).pt");
  add(paths.ldm, "ldm(_last, _latest).pt");
  throw Error(ErrorCode::ModelNotFound, {{"reason", "the folder " + platform::toUtf8(folder) + " has no " + missing}});
}

bool namesNothing(const ModelChoice& choice) {
  return choice.set.empty() && choice.vaePre.empty() && choice.vaeMetal.empty() && choice.ldm.empty() &&
         choice.profile.empty();
}

bool noneFound(const ModelPaths& paths) { return paths.vaePre.empty() && paths.vaeMetal.empty() && paths.ldm.empty(); }

ModelPaths completeSet(const fs::path& folder) {
  ModelPaths paths = filesIn(folder);
  if (!complete(paths)) reportMissing(paths, folder);
  return paths;
}

}  // namespace

ModelPaths findModel(const ModelChoice& choice, const ModelSearch& search) {
  const fs::path& folder = choice.set.empty() ? search.workingFolder : choice.set;
  const ModelPaths paths = withChoices(filesIn(folder), choice);
  if (complete(paths)) return paths;
  if (namesNothing(choice) && noneFound(paths)) {
    if (!search.configuredSet.empty()) return completeSet(search.configuredSet);
    for (const fs::path& installed : search.installedSets)
      if (ModelPaths found = filesIn(installed); complete(found)) return found;
  }
  reportMissing(paths, folder);
}

ModelSet readModelSet(const ModelPaths& paths, const std::stop_token& stop) {
  ModelSet set;
  set.paths = paths;
  if (!paths.profile.empty()) set.profile = readProfile(paths.profile);
  const auto read = [&](const fs::path& path, Checkpoint& checkpoint, std::string& hash) {
    throwIfStopped(stop);
    checkpoint = readCheckpoint(path);
    throwIfStopped(stop);
    hash = sha256OfFile(path);
  };
  read(paths.vaePre, set.vaePre, set.vaePreHash);
  read(paths.vaeMetal, set.vaeMetal, set.vaeMetalHash);
  read(paths.ldm, set.ldm, set.ldmHash);
  return set;
}

std::string ModelSet::hash() const {
  ModelProfile decisive = profile;  // names and notes change no result
  decisive.name.clear();
  decisive.license.clear();
  decisive.notes.clear();
  return sha256OfText(vaePreHash + vaeMetalHash + ldmHash + profileToJson(decisive));
}

}  // namespace hipwright
