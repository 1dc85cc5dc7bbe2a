// Presets in words: the shipped ones in the user's language, fields and values as the form names them.
#pragma once

#include "engine/run/preset_store.h"

#include <QString>

namespace hipwright {

QString presetName(const StoredPreset& stored);
QString presetDescription(const StoredPreset& stored);

/// "Guidance (CFG)" for "cfg". A field this version has no words for keeps its own name.
QString fieldText(const std::string& field);

/// "on" for "true"; "not set" for a value that is not there.
QString fieldValueText(const FieldChange& change, const std::string& value);

/// "Guidance (CFG): 3 → 7.5", one line per change.
QString changesText(const std::vector<FieldChange>& changes);

}  // namespace hipwright
