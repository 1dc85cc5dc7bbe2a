// The architecture as a table: which folder may include which folders and which libraries.
#pragma once

#include "tests/rules/source_file.h"

namespace hipwright::rules {

/// Includes that the table does not allow, for a header or a source.
Findings includeFindings(const SourceFile& file);

/// Sources and headers outside engine/torch that see torch through one of our headers.
Findings shownTorchFindings(const QVector<SourceFile>& tree);

/// Layers that a CMakeLists.txt below engine/ links and the table does not allow.
Findings linkFindings(const SourceFile& file);

/// Sources that no CMakeLists.txt names.
Findings orphanFindings(const QVector<SourceFile>& tree);

}  // namespace hipwright::rules
