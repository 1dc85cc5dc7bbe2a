// From the indices of one grid to the continuous indices of another.
#pragma once

#include "engine/core/geometry.h"

#include <array>
#include <optional>

namespace hipwright {

struct IndexMap {
  Mat3 step{};
  Vec3 start{};

  Vec3 operator()(double x, double y, double z) const { return start + step * Vec3{x, y, z}; }
};

IndexMap indexMap(const Geometry& from, const Geometry& to);

/// True if every index of a grid of `size` falls on a whole index, as far as the rounding of single-precision headers
/// lets it.
bool isWhole(const IndexMap& map, const Index3& size);

/// The map without that rounding.
IndexMap roundedOff(IndexMap map);

/// For each axis of the grid the one axis of the other grid that it runs along; none if they run obliquely.
std::optional<std::array<int, 3>> alignedAxes(const IndexMap& map, const Index3& size);

}  // namespace hipwright
