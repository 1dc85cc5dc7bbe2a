// The folder of a comparison: its files, and the fields of its values, cropped to the implant.
#pragma once

#include "engine/run/comparison.h"
#include "engine/run/run_history.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hipwright {

/// <save>/<case>_compare_ts_<n>_<8 hex>/ with comparison.png, .csv and .json, fields/<run>.nii.gz and, where no whole
/// run folders are kept, runs/<run>/. The hex digits name all that the values share, not the values: a comparison of
/// other values of the same case, or other seeds, goes on in the same folder, and its table keeps those that were
/// there.
class ComparisonFolder {
 public:
  explicit ComparisonFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  const std::filesystem::path& path() const { return m_folder; }
  std::filesystem::path strip() const { return m_folder / "comparison.png"; }
  std::filesystem::path csv() const { return m_folder / "comparison.csv"; }
  std::filesystem::path json() const { return m_folder / "comparison.json"; }
  std::filesystem::path fields() const { return m_folder / "fields"; }
  std::filesystem::path runs() const { return m_folder / "runs"; }

  /// `run` is the name of a run's folder.
  std::filesystem::path field(const std::filesystem::path& run) const;

  /// The complete runs that a field is kept of, by what their records say: the values that were ever finished here.
  /// Whole run folders are in `save`. Any thread.
  std::vector<PastRun> finishedRuns(const std::filesystem::path& save) const;

 private:
  std::filesystem::path m_folder;
};

/// Where a comparison of this request belongs.
std::filesystem::path comparisonPath(const RunRequest& request, const std::string& caseName,
                                     const std::string& caseHash, const std::string& modelHash);

/// Writes the part of a field that holds the implant, losslessly, and gives it. `mark` as in output_mark.h.
/// Throws Error(FileUnwritable).
Volume saveCrop(const std::filesystem::path& path, const Volume& field, const std::string& mark);

/// What saveCrop() gave, to the last bit, for fields of this grid; nothing if there is no such file, it is damaged, or
/// it is of another grid. Any thread.
std::optional<Volume> loadCrop(const std::filesystem::path& path, const Geometry& grid);

}  // namespace hipwright
