// Which distance field a path means.
#pragma once

#include <filesystem>

namespace hipwright::cli {

/// The file itself, or the field in a run folder. Throws Error(FileNotFound) if the folder has none.
std::filesystem::path fieldFile(const std::filesystem::path& input);

}  // namespace hipwright::cli
