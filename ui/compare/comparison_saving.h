// Saving a comparison for others: the numbers as CSV and JSON, and a strip of pictures.
#pragma once

#include "ui/compare/comparison_session.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace hipwright {

struct SavedComparison {
  ComparisonTable table;
  std::vector<VolumePtr> fields;  ///< of the table's rows
  Geometry grid;
  std::shared_ptr<const OpenedCase> opened;
  HipSide side = HipSide::Unknown;
};

/// Of the columns that are ready; `session` has a reference.
SavedComparison savedComparison(const ComparisonSession& session);

/// <base>.csv, <base>.json and <base>.png.
std::vector<std::filesystem::path> savedFiles(const std::filesystem::path& base);

/// Writes savedFiles() and gives their paths. Throws Error(FileUnwritable) and what drawing
/// throws, Cancelled. Any thread.
std::vector<std::filesystem::path> saveComparison(const SavedComparison& saved, const std::filesystem::path& base,
                                                  const std::stop_token& stop);

}  // namespace hipwright
