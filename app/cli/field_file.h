// Which distance field a path means.
#pragma once

#include "engine/core/volume.h"

#include <filesystem>
#include <string>

namespace hipwright::cli {

/// The file itself, or the field on the case's voxels in a run folder. Throws Error(FileNotFound) if the folder has
/// none.
std::filesystem::path fieldFile(const std::filesystem::path& input);

/// The same, but of a run that worked on a grid of its own the field there, of which its surface was made.
std::filesystem::path surfaceFieldFile(const std::filesystem::path& input);

/// Throws Error(BadRequest) if the values cannot be distances, as those of a CT; `name` is what the user called it.
void refuseUnlessDistances(const Volume& field, const std::string& name);

}  // namespace hipwright::cli
