// Distance fields of shapes whose measures are known.
#pragma once

#include "engine/core/volume.h"

#include <algorithm>
#include <cmath>

namespace hipwright::test {

/// Calls inside(point in LPS mm), a distance in mm that is positive inside, and stores it in units of 5 mm in [-1, 1].
template <typename Distance>
Volume sampled(const Geometry& grid, const Distance& inside) {
  Volume field{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)))};
  for (std::int64_t z = 0; z < grid.size[2]; ++z)
    for (std::int64_t y = 0; y < grid.size[1]; ++y)
      for (std::int64_t x = 0; x < grid.size[0]; ++x) {
        const Vec3 p = grid.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
        field.at(x, y, z) = static_cast<float>(std::clamp(inside(p) / 5, -1.0, 1.0));
      }
  return field;
}

/// A grid around the origin with about `extent` mm to each side, turned about the body's long axis.
inline Geometry gridAround(double extent, const Vec3& spacing, double turn = 0) {
  Geometry grid;
  grid.spacing = spacing;
  grid.direction = {Vec3{std::cos(turn), -std::sin(turn), 0}, Vec3{std::sin(turn), std::cos(turn), 0}, Vec3{0, 0, 1}};
  Vec3 half{};
  for (std::size_t a = 0; a < 3; ++a) {
    grid.size[a] = 2 * static_cast<std::int64_t>(std::ceil(extent / spacing[a])) + 1;
    half[a] = static_cast<double>(grid.size[a] - 1) / 2;
  }
  grid.origin = Vec3{0, 0, 0} - grid.indexToPatient(half);
  return grid;
}

inline Volume sphere(const Geometry& grid, const Vec3& centre, double radius) {
  return sampled(grid, [&](const Vec3& p) { return radius - length(p - centre); });
}

/// A rod with round ends from -half to half along the body's long axis.
inline Volume capsule(const Geometry& grid, double half, double radius) {
  return sampled(grid, [&](const Vec3& p) { return radius - length(p - Vec3{0, 0, std::clamp(p[2], -half, half)}); });
}

}  // namespace hipwright::test
