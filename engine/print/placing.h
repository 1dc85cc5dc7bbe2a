// Naming places in the frame of the file that a report is of.
#pragma once

#include "engine/print/print_report.h"
#include "engine/print/repair.h"

#include <functional>
#include <vector>

namespace hipwright {

/// The frame of a file whose surface was checked in LPS mm.
struct FileFrame {
  std::function<Vec3(const Vec3&)> place;  ///< from LPS mm
  const char* unit = "mm";                 ///< of a place: "mm" or "voxels"
};

/// Moves every place that is named into the frame; sizes, walls and gaps stay in mm. `written` is the surface in the
/// file. The box of a dropped shell becomes the box around its corners. Once per report. Any thread.
void placeReport(PrintReport& report, std::vector<RepairStep>& steps, const Mesh& written, const FileFrame& frame);

}  // namespace hipwright
