// One folder of preset files: what is in it, what is broken, and names that every file system takes.
#pragma once

#include "engine/run/preset_store.h"

namespace hipwright {

/// The text of one preset file. Throws Error(FileNotFound | FileUnreadable | BadPreset); BadPreset above 64 KiB.
std::string presetText(const std::filesystem::path& file);

/// Adds the folder's presets and problems, at most 500 files. A folder that is not there has none.
void readPresetFolder(const std::filesystem::path& folder, PresetOrigin origin, PresetList& list);

/// The Latin letters and digits of the name in lower case, and eight hex digits of its hash, which keep apart names
/// that look alike and keep away from the names Windows reserves.
std::string presetFileStem(const std::string& name);

/// True if both are the same but for the case of Latin letters.
bool sameName(const std::string& a, const std::string& b);

/// The name of the file that holds the default's id; not a preset.
inline constexpr const char* kDefaultPresetFile = "default.json";

}  // namespace hipwright
