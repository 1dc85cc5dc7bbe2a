// A CT as the window holds it: the file, and what a look over its voxels found.
#pragma once

#include "engine/hips/hip_side.h"
#include "engine/io/case_file.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace hipwright {

/// Counts of HU in bins of equal width; values outside the range count in the outermost bins.
struct HuCounts {
  double first = -1100;  ///< lower edge of the first bin
  double width = 50;
  std::vector<double> counts;
};

struct OpenedCase {
  std::filesystem::path path;
  std::uint64_t bytes = 0;  ///< of the file
  CaseFile file;
  HuCounts hu;
  HipSide side = HipSide::Unknown;  ///< from the file's name
};

/// Reads the CT and looks it over. Throws what readCase throws, and Cancelled. Any thread.
OpenedCase openCase(const std::filesystem::path& path, const std::stop_token& stop);

/// The side a file's name states as a word of its own: "hip_0412_R", "links", "left". Unknown if it states none or
/// both.
HipSide sideFromName(const std::string& name);

}  // namespace hipwright
