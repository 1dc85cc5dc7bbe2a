#include "ui/window/demo_case.h"

#include "engine/io/volume_file.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"

namespace hipwright {
namespace {

constexpr std::uint64_t kSeed = 100'003;  // a plain hip; not one that the demo model was trained on

}  // namespace

std::filesystem::path demoCase(const std::filesystem::path& folder, const std::stop_token& stop) {
  const std::filesystem::path path = folder / "demo_hip_R.nii.gz";
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path, ignored)) return path;
  PhantomParameters parameters = drawParameters(kSeed);
  parameters.side = Side::Right;
  const Phantom phantom = makePhantom(parameters, standardGrid(parameters), stop);
  std::filesystem::create_directories(folder);
  writeNifti(path, phantom.ct, {.description = "Hipwright demo, a computed hip, HU"});
  return path;
}

}  // namespace hipwright
