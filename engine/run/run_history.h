// Finished runs on disk, whoever made them: what run.json says, and where the files are.
#pragma once

#include "engine/run/run_folder.h"
#include "engine/run/run_record.h"

#include <filesystem>
#include <vector>

namespace hipwright {

struct PastRun {
  RunFolder folder;
  RunRecord record;  ///< what run.json states; fields it does not state keep their defaults
  bool printable = false;
  double totalSeconds = 0;                     ///< of all phases
  std::filesystem::file_time_type finished{};  ///< when run.json was written
};

/// What the text of a run.json states about the run in `folder`; the folder itself is not touched. Throws
/// Error(BadRunFile), also for a geometry that no volume can have. Any thread.
PastRun runFromJson(const std::filesystem::path& folder, const std::string& text);

/// Reads the record of one run. Throws Error(BadRunFile | FileUnreadable). Any thread.
PastRun readRun(const std::filesystem::path& folder);

/// The complete runs in `save` whose CT has this hash, newest first; all cases if it is empty. Folders that are not
/// runs and records that cannot be read are left out. Any thread.
std::vector<PastRun> runsIn(const std::filesystem::path& save, const std::string& caseHash);

/// The reference's stage steps that this run decoded and saved, rising.
std::vector<int> savedStages(const PastRun& run);

}  // namespace hipwright
