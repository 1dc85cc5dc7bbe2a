#include "engine/measure/implant_crop.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kTolerance = 0.01;  // voxels: headers in single precision
constexpr float kOutside = -1;

}  // namespace

VoxelBox boxAroundImplant(const Volume& field) {
  const Index3& n = field.geometry.size;
  Index3 low = n;
  Index3 high = {-1, -1, -1};
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x) {
        if (!(field.at(x, y, z) > 0)) continue;
        const Index3 at = {x, y, z};
        for (std::size_t a = 0; a < 3; ++a) {
          low[a] = std::min(low[a], at[a]);
          high[a] = std::max(high[a], at[a]);
        }
      }
  if (high[0] < 0) low = high = {n[0] / 2, n[1] / 2, n[2] / 2};
  VoxelBox box;
  for (std::size_t a = 0; a < 3; ++a) {
    box.first[a] = std::max<std::int64_t>(low[a] - kCropMargin, 0);
    box.size[a] = std::min(high[a] + kCropMargin + 1, n[a]) - box.first[a];
  }
  return box;
}

VoxelBox boxWithin(const Geometry& part, const Geometry& whole) {
  const auto refuse = [] {
    throw Error(ErrorCode::BadGeometry, {{"reason", "a field does not lie on the voxels of the case"}});
  };
  VoxelBox box{{}, part.size};
  const Vec3 first = whole.patientToIndex(part.origin);
  Vec3 corner{};
  for (std::size_t a = 0; a < 3; ++a) corner[a] = static_cast<double>(part.size[a] - 1);
  const Vec3 last = whole.patientToIndex(part.indexToPatient(corner));
  for (std::size_t a = 0; a < 3; ++a) {
    box.first[a] = std::llround(first[a]);
    const auto end = static_cast<double>(box.first[a] + box.size[a] - 1);
    if (!(std::abs(first[a] - static_cast<double>(box.first[a])) < kTolerance && std::abs(last[a] - end) < kTolerance))
      refuse();
    if (box.first[a] < 0 || box.first[a] + box.size[a] > whole.size[a]) refuse();
  }
  return box;
}

VoxelBox joined(const VoxelBox& a, const VoxelBox& b) {
  VoxelBox box;
  for (std::size_t i = 0; i < 3; ++i) {
    box.first[i] = std::min(a.first[i], b.first[i]);
    box.size[i] = std::max(a.first[i] + a.size[i], b.first[i] + b.size[i]) - box.first[i];
  }
  return box;
}

Geometry gridOf(const VoxelBox& box, const Geometry& whole) {
  Geometry grid = whole;
  grid.size = box.size;
  grid.origin = whole.indexToPatient(
      {static_cast<double>(box.first[0]), static_cast<double>(box.first[1]), static_cast<double>(box.first[2])});
  return grid;
}

Volume onBox(const Volume& field, const VoxelBox& box, const Geometry& whole) {
  const VoxelBox from = boxWithin(field.geometry, whole);
  Volume out{gridOf(box, whole), std::vector<float>(static_cast<std::size_t>(product(box.size)), kOutside)};
  Index3 low{};
  Index3 high{};
  for (std::size_t a = 0; a < 3; ++a) {
    low[a] = std::max(box.first[a], from.first[a]);
    high[a] = std::min(box.first[a] + box.size[a], from.first[a] + from.size[a]);
  }
  if (low[0] >= high[0]) return out;
  for (std::int64_t z = low[2]; z < high[2]; ++z)
    for (std::int64_t y = low[1]; y < high[1]; ++y) {
      const float* row = &field.voxels[field.offset(low[0] - from.first[0], y - from.first[1], z - from.first[2])];
      std::copy(row, row + (high[0] - low[0]), &out.at(low[0] - box.first[0], y - box.first[1], z - box.first[2]));
    }
  return out;
}

}  // namespace hipwright
