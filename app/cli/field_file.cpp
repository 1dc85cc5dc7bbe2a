#include "app/cli/field_file.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/run/interrupted_run.h"

namespace hipwright::cli {
namespace fs = std::filesystem;

fs::path fieldFile(const fs::path& input) {
  static constexpr std::string_view kEnding = "_metal.nii.gz";
  std::error_code ignored;
  if (!fs::is_directory(input, ignored)) return input;
  for (const auto& entry : fs::directory_iterator(input)) {
    const std::string name = platform::toUtf8(entry.path());
    if (name.size() >= kEnding.size() && name.compare(name.size() - kEnding.size(), kEnding.size(), kEnding) == 0)
      return entry.path();
  }
  if (isInterrupted(input))
    throw Error(ErrorCode::BadRunFile, {{"path", platform::toUtf8(input)}, {"reason", kRunWasInterrupted}});
  throw Error(ErrorCode::FileNotFound, {{"path", platform::toUtf8(input / "*_metal.nii.gz")}});
}

}  // namespace hipwright::cli
