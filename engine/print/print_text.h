// A print report and a repair as text, in the words slicers use.
#pragma once

#include "engine/print/print_report.h"
#include "engine/print/repair.h"

#include <string>

namespace hipwright {

struct CheckWords {
  const char* key;     ///< for JSON
  const char* label;   ///< what is counted or asked
  const char* slicer;  ///< how slicers put it when it fails
};

CheckWords wordsOf(PrintCheck check);

/// "pass", "note" or "FAIL".
const char* wordOf(Verdict verdict);

/// How the smallest wall was measured, in one sentence.
const char* wallMethod();
const char* gapMethod();

/// Several indented lines: size, volume, counts, one line per check, and a verdict.
std::string printText(const PrintReport& report);

/// One indented line per step and per dropped shell, whose places are in `unit`; empty without steps.
std::string repairText(const std::vector<RepairStep>& steps, const std::string& unit = "mm");

}  // namespace hipwright
