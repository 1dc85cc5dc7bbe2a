// What the engine refuses with must be known to the window, or it stands there in English whatever the language is.
#pragma once

#include "tests/rules/source_file.h"

namespace hipwright::rules {

/// Literals of reasons in engine/ that ui/text/reason_list.h does not hold. A reason is what is given as {"reason",
/// ...} and to the functions that refuse with one.
Findings reasonFindings(const QVector<SourceFile>& tree);

}  // namespace hipwright::rules
