#include "engine/prepare/index_map.h"

#include <cmath>

namespace hipwright {
namespace {

constexpr double kSharedVoxels = 1e-3;  // of a voxel, over the whole grid

double distanceToWhole(double value) { return std::abs(value - std::round(value)); }

}  // namespace

IndexMap indexMap(const Geometry& from, const Geometry& to) {
  IndexMap map;
  const Vec3 zero = to.patientToIndex(from.origin);
  map.start = zero;
  for (int a = 0; a < 3; ++a) {
    Vec3 unit{};
    unit[a] = 1;
    const Vec3 column = to.patientToIndex(from.indexToPatient(unit)) - zero;
    for (int row = 0; row < 3; ++row) map.step[row][a] = column[row];
  }
  return map;
}

bool isWhole(const IndexMap& map, const Index3& size) {
  for (int row = 0; row < 3; ++row) {
    double drift = distanceToWhole(map.start[row]);
    for (int a = 0; a < 3; ++a) drift += distanceToWhole(map.step[row][a]) * static_cast<double>(size[a]);
    if (!(drift < kSharedVoxels)) return false;
  }
  return true;
}

IndexMap roundedOff(IndexMap map) {
  for (int row = 0; row < 3; ++row) {
    map.start[row] = std::round(map.start[row]);
    for (double& step : map.step[row]) step = std::round(step);
  }
  return map;
}

std::optional<std::array<int, 3>> alignedAxes(const IndexMap& map, const Index3& size) {
  std::array<int, 3> axes{};
  for (int a = 0; a < 3; ++a) {
    axes[a] = 0;
    for (int row = 1; row < 3; ++row)
      if (std::abs(map.step[row][a]) > std::abs(map.step[axes[a]][a])) axes[a] = row;
  }
  for (int row = 0; row < 3; ++row) {
    double drift = 0;
    for (int a = 0; a < 3; ++a)
      if (axes[a] != row) drift += std::abs(map.step[row][a]) * static_cast<double>(size[a]);
    if (!(drift < kSharedVoxels)) return std::nullopt;
  }
  const bool each = axes[0] != axes[1] && axes[1] != axes[2] && axes[0] != axes[2];
  return each ? std::optional(axes) : std::nullopt;
}

}  // namespace hipwright
