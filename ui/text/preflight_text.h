// How a preflight reads in the window, in the language of the application.
#pragma once

#include "engine/core/preflight_item.h"

#include <QString>

namespace hipwright {

/// "Fine", "Adapted", "Doubtful", "Refused".
QString levelText(PreflightLevel level);

/// What an item is about: "Voxel size".
QString subjectText(PreflightCode code);

/// The sentences one after another, with their values.
QString sentenceText(const std::vector<Sentence>& sentences);

/// What was found, and what will be done about it if anything.
QString itemText(const PreflightItem& item);

/// What the items that forbid a run say; empty if none does.
QString refusalText(const std::vector<PreflightItem>& items);

}  // namespace hipwright
