#include "ui/window/dropped_file.h"

#include "engine/run/interrupted_run.h"
#include "ui/text/wording.h"

#include <QDir>

#include <system_error>

namespace hipwright {
namespace fs = std::filesystem;

bool isRunPlace(const fs::path& path) {
  std::error_code ignored;
  return path.filename() == "run.json" || fs::is_regular_file(path / "run.json", ignored) || isInterrupted(path);
}

bool looksLikeVolume(const fs::path& path) {
  constexpr const char* kNames = "*.nii;*.nii.gz;*.nrrd;*.nhdr;*.mha;*.mhd;*.dcm";
  std::error_code ignored;
  if (fs::is_directory(path, ignored) || !path.has_extension()) return true;
  return QDir::match(kNames, fromPath(path.filename()));
}

}  // namespace hipwright
