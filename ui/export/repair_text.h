// Repair in words: what each step did, and how far it moved the surface.
#pragma once

#include "engine/print/repair.h"

#include <QString>

namespace hipwright {

QString nameText(RepairStepKind kind);

/// "186,420", with the separators of the language.
QString countText(std::int64_t count);

/// What the steps did, in a few words: what was dropped first; empty if they did nothing.
QString summaryText(const std::vector<RepairStep>& steps);

/// Why a step did nothing, or what it dropped; empty if there is nothing to say.
QString noteText(const RepairStep& step);

}  // namespace hipwright
