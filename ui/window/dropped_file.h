// What a path is likely to be, by its name: of a file that is dropped or given on the command line.
#pragma once

#include <filesystem>

namespace hipwright {

/// The folder of a run, finished or interrupted, or the record in it.
bool isRunPlace(const std::filesystem::path& path);

/// A folder may hold a DICOM series, and so may a file without an ending.
bool looksLikeVolume(const std::filesystem::path& path);

}  // namespace hipwright
