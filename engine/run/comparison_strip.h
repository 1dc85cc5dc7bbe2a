// The picture of a comparison: the pre-operative CT and one labelled column per value.
#pragma once

#include "engine/run/comparison.h"

#include <filesystem>
#include <string>

namespace hipwright {

/// What the strip shows besides the table. The pictures cut `view`, the CT on the model's grid, in one coronal plane,
/// the one that shows the reference's implant well.
struct ComparisonStrip {
  const ComparisonTable& table;
  const Volume& view;
  std::string side;              ///< "left", "right" or empty
  std::string mark;              ///< as in output_mark.h
  std::filesystem::path fields;  ///< folder with the crop of each row, named like its run's folder
};

/// One field is in memory at a time. Atomic. Throws Error(FileUnwritable | FileNotFound).
void drawComparison(const std::filesystem::path& path, const ComparisonStrip& strip);

}  // namespace hipwright
