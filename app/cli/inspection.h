// What is in a file or folder, in words; content decides, not the name.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

namespace hipwright::cli {

enum class InspectDetail { Summary, EveryTensor };

/// Lines of text for a CT, checkpoint, profile, settings file, model set or run folder. Throws Error if it is none of
/// them or cannot be used, and Cancelled.
std::string describePath(const std::filesystem::path& path, InspectDetail detail, const std::stop_token& stop);

}  // namespace hipwright::cli
