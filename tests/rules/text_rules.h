// The sins of style that a pattern can find, in one table.
#pragma once

#include "tests/rules/source_file.h"

namespace hipwright::rules {

/// Runs every row of the table, and the checks of a whole file, over one file.
Findings textFindings(const SourceFile& file);

/// Names of all rules that textFindings can report: for the test that each of them fires.
QStringList textRuleNames();

}  // namespace hipwright::rules
