// Reading and writing profile.json.
#pragma once

#include "engine/core/model_profile.h"

#include <filesystem>
#include <string>

namespace hipwright {

/// Missing fields keep their defaults; unknown fields are ignored. Throws Error(FileNotFound | BadProfile) naming the
/// field.
ModelProfile readProfile(const std::filesystem::path& path);

/// The same from text; `name` is used in messages.
ModelProfile parseProfile(const std::string& json, const std::string& name);

std::string profileToJson(const ModelProfile& profile);

}  // namespace hipwright
