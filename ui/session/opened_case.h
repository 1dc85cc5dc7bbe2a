// A CT as the window holds it: the file, and what a look over its voxels found.
#pragma once

#include "engine/hips/hip_side.h"
#include "engine/io/case_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hipwright {

/// Counts of HU in bins of equal width; values outside the range count in the outermost bins.
struct HuCounts {
  double first = -1100;  ///< lower edge of the first bin
  double width = 50;
  std::vector<double> counts;
};

/// Where a CT is read from.
struct CasePlace {
  std::filesystem::path path;
  std::string series;  ///< of a DICOM folder, as CaseReading::series; empty: the only one
};

struct OpenedCase {
  CasePlace place;
  std::uint64_t bytes = 0;  ///< of the file; 0 for a folder
  CaseFile file;
  HuCounts hu;
  HipSide side = HipSide::Unknown;  ///< from the file's name
};

/// Reads the CT and looks it over; the series is that of `place`. Throws what readCase throws, and Cancelled. Any
/// thread.
OpenedCase openCase(const CasePlace& place, CaseReading reading);

/// The side a file's name states as a word of its own: "hip_0412_R", "links", "left". Unknown if it states none or
/// both.
HipSide sideFromName(const std::string& name);

}  // namespace hipwright
