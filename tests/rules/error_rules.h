// Errors must be worth reading: both sentences present, and every value they name given where the error is thrown.
#pragma once

#include "tests/rules/source_file.h"

namespace hipwright::rules {

/// Faults of the sentences of error_list.h.
Findings sentenceFindings(const QString& name, const QString& what, const QString& remedy);

/// Places that throw an error with its values spelled out and forget one that its sentences name.
Findings missingValueFindings(const SourceFile& file);

}  // namespace hipwright::rules
