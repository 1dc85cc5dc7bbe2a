// A print report and a repair as JSON.
#pragma once

#include "engine/print/print_report.h"
#include "engine/print/repair.h"

#include <string>

namespace hipwright {

/// What was written where, for the head of the report; empty fields are left out.
struct PrintSubject {
  std::string source;  ///< UTF-8 path of the field
  std::string file;    ///< UTF-8 path of the surface
  std::string space;   ///< frame of the file's coordinates
  std::string mark;    ///< DEMO or empty
};

/// Indented. Keys end in the unit, those of places in the report's; each check names the triangles that show it by
/// their numbers in the file. Numbers that are not finite are null.
std::string printJson(const PrintSubject& subject, const PrintReport& report, const std::vector<RepairStep>& steps);

}  // namespace hipwright
