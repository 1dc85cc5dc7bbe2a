#include "app/cli/field_file.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/run/interrupted_run.h"

#include <optional>
#include <string_view>

namespace hipwright::cli {
namespace fs = std::filesystem;

namespace {

std::optional<fs::path> fileEndingWith(std::string_view ending, const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (platform::toUtf8(entry.path()).ends_with(ending)) return entry.path();
  return std::nullopt;
}

}  // namespace

fs::path fieldFile(const fs::path& input) {
  std::error_code ignored;
  if (!fs::is_directory(input, ignored)) return input;
  if (auto file = fileEndingWith("_metal.nii.gz", input)) return *file;
  if (isInterrupted(input))
    throw Error(ErrorCode::BadRunFile, {{"path", platform::toUtf8(input)}, {"reason", kRunWasInterrupted}});
  throw Error(ErrorCode::FileNotFound, {{"path", platform::toUtf8(input / "*_metal.nii.gz")}});
}

fs::path surfaceFieldFile(const fs::path& input) {
  std::error_code ignored;
  if (fs::is_directory(input, ignored))
    if (auto file = fileEndingWith("_metal_grid.nii.gz", input)) return *file;
  return fieldFile(input);
}

}  // namespace hipwright::cli
