// The print report as rows for people: what is checked, what was found, what is needed.
#pragma once

#include "engine/print/print_report.h"

#include <QString>

#include <vector>

namespace hipwright {

struct PrintRow {
  QString name;
  QString found;   ///< empty while it is not known
  QString needed;  ///< empty where nothing is asked
  QString detail;  ///< how it is measured, for a tooltip
  Verdict verdict = Verdict::Pass;
  std::vector<std::uint32_t> triangles;  ///< that show it; empty where the whole surface is meant
};

/// Findings that belong together share a row: eleven rows for a surface that can be looked at, one where there is none.
/// In the language of the application. GUI thread.
std::vector<PrintRow> printRows(const PrintReport& report);

/// The same rows before anything is known.
std::vector<PrintRow> pendingRows(const PrintOptions& options);

struct PrintCounts {
  int failed = 0;
  int passed = 0;
  int notes = 0;
};

PrintCounts countsOf(const std::vector<PrintRow>& rows);

/// "70 × 46 × 157 mm".
QString extentText(const Vec3& sizeMm, int decimals);

}  // namespace hipwright
