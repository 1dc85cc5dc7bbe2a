// A comparison's table as files: CSV for spreadsheets, JSON with the reasons for what could not be measured.
#pragma once

#include "engine/run/comparison.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hipwright {

/// One line per value. Columns: case, model, demo, cfg, seed, ts, reference_cfg, then the keys of named() for the
/// numbers and the differences to the reference; what was not measured is empty.
std::string comparisonCsv(const ComparisonTable& table);

/// Run folders are given relative to `folder`.
std::string comparisonJson(const ComparisonTable& table, const std::filesystem::path& folder);

/// The seeds of a comparison.json; none if there is no such file or it is none of ours.
std::vector<std::int64_t> seedsOfComparison(const std::filesystem::path& json);

/// The value that a comparison.json measures against.
std::optional<double> referenceOfComparison(const std::filesystem::path& json);

/// A value that a comparison.json says is finished.
struct EarlierValue {
  ComparedValue value;
  std::filesystem::path run;  ///< its folder
  std::string requestHash;
};

/// There is such a file, and it is not one that was written whole.
bool isDamagedComparison(const std::filesystem::path& json);

/// The values of the comparison.json in `folder`, in its order; none if there is no such file or it is none of ours.
/// A value whose run lies neither in the folder nor beside it is left out.
std::vector<EarlierValue> earlierValues(const std::filesystem::path& json, const std::filesystem::path& folder);

}  // namespace hipwright
