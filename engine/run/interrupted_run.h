// Runs that were stopped or broke off before their result: what they left on disk, and how to go on with them.
#pragma once

#include "engine/run/run_folder.h"

#include <filesystem>
#include <vector>

namespace hipwright {

struct InterruptedRun {
  RunFolder folder;
  RunRequest request;     ///< going on: with the seed that was drawn, saving where the folder lies now, without force
  bool denoised = false;  ///< its denoising is finished and kept
  std::filesystem::file_time_type changed{};  ///< when something was written into the folder last
};

/// Why a folder is no finished run: continues "The file ... is not a usable run or settings file: ".
inline constexpr const char* kNoRunInFolder = "it is a folder without a run";
inline constexpr const char* kRunWasInterrupted =
    "its run was interrupted and has no result; hipwright-cli infer --from goes on with it";

/// True if the folder holds the request of a run and no result.
bool isInterrupted(const std::filesystem::path& folder);

/// Throws Error(BadRunFile). Any thread.
InterruptedRun readInterrupted(const std::filesystem::path& folder);

/// The interrupted runs in `save` that were given this CT, newest first. They hold no hash of it, so a copy of the CT
/// elsewhere is another one. Folders that cannot be read are left out. Any thread.
std::vector<InterruptedRun> interruptedIn(const std::filesystem::path& save, const std::filesystem::path& ct);

}  // namespace hipwright
