#include "app/cli/field_file.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/run/interrupted_run.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace hipwright::cli {
namespace fs = std::filesystem;
namespace {

/// Between voxels beside each other. A distance changes by at most the voxel's size there, and a network's field by its
/// whole range of 2; a CT does so by hundreds of HU at every edge.
constexpr float kLargestStep = 100;

float largestStep(const Volume& field) {
  const Index3& n = field.geometry.size;
  float largest = 0;
  std::size_t i = 0;
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x, ++i) {
        if (x > 0) largest = std::max(largest, std::abs(field.voxels[i] - field.voxels[i - 1]));
        if (y > 0) largest = std::max(largest, std::abs(field.voxels[i] - field.at(x, y - 1, z)));
        if (z > 0) largest = std::max(largest, std::abs(field.voxels[i] - field.at(x, y, z - 1)));
      }
  return largest;
}

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

void refuseUnlessDistances(const Volume& field, const std::string& name) {
  const float step = largestStep(field);
  if (!(step > kLargestStep)) return;
  const auto [low, high] = std::minmax_element(field.voxels.begin(), field.voxels.end());
  const auto number = [](float value) { return std::to_string(std::lround(value)); };
  throw Error(ErrorCode::BadRequest,
              {{"problems", name + " is no distance field: its values run from " + number(*low) + " to " +
                                number(*high) + " and jump by " + number(step) +
                                " between voxels, as those of a CT do; a surface in it needs --level"}});
}

}  // namespace hipwright::cli
