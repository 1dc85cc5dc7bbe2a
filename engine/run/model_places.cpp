#include "engine/run/model_places.h"

#include "engine/core/platform.h"

namespace hipwright {
namespace fs = std::filesystem;
namespace {

fs::path configuredSet() {
  if (const fs::path named = platform::environmentPath("HIPWRIGHT_MODEL"); !named.empty()) return named;
  const fs::path data = platform::userDataFolder();
  const fs::path own = data / "hipwright" / "model";
  std::error_code ignored;
  return !data.empty() && fs::is_directory(own, ignored) ? own : fs::path();
}

std::vector<fs::path> bundledSets() {
  const fs::path program = platform::executablePath();
  if (program.empty()) return {};
  return {program.parent_path().parent_path() / "share" / "hipwright" / "models" / "demo"};
}

}  // namespace

ModelSearch usualModelSearch() { return {fs::current_path(), bundledSets(), configuredSet()}; }

}  // namespace hipwright
