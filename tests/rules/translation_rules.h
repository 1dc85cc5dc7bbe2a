// Every sentence of the window in every language: what tr() names must be in the translation files, and finished.
#pragma once

#include "tests/rules/source_file.h"

namespace hipwright::rules {

/// Sentences below ui/ that a .ts file of resources/translations does not hold, and entries that are not finished.
Findings translationFindings(const QVector<SourceFile>& tree);

}  // namespace hipwright::rules
