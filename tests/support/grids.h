// Turning grids about their middle, for tests in odd geometries.
#pragma once

#include "engine/core/geometry.h"

#include <cmath>
#include <numbers>

namespace hipwright::test {

inline Mat3 product3(const Mat3& a, const Mat3& b) {
  Mat3 out{};
  for (int r = 0; r < 3; ++r)
    for (int c = 0; c < 3; ++c)
      for (int k = 0; k < 3; ++k) out[r][c] += a[r][k] * b[k][c];
  return out;
}

/// About x, then y, then z.
inline Mat3 rotation(const Vec3& degrees) {
  const auto [x, y, z] = (std::numbers::pi / 180) * degrees;
  const Mat3 rx = {Vec3{1, 0, 0}, Vec3{0, std::cos(x), -std::sin(x)}, Vec3{0, std::sin(x), std::cos(x)}};
  const Mat3 ry = {Vec3{std::cos(y), 0, std::sin(y)}, Vec3{0, 1, 0}, Vec3{-std::sin(y), 0, std::cos(y)}};
  const Mat3 rz = {Vec3{std::cos(z), -std::sin(z), 0}, Vec3{std::sin(z), std::cos(z), 0}, Vec3{0, 0, 1}};
  return product3(rz, product3(ry, rx));
}

/// The grid turned about its middle, which stays where it is.
inline Geometry rotated(Geometry grid, const Vec3& degrees) {
  Vec3 middle{};
  for (int a = 0; a < 3; ++a) middle[a] = static_cast<double>(grid.size[a] - 1) / 2;
  const Vec3 centre = grid.indexToPatient(middle);
  grid.direction = product3(rotation(degrees), grid.direction);
  grid.origin = {0, 0, 0};
  grid.origin = centre - grid.indexToPatient(middle);
  return grid;
}

}  // namespace hipwright::test
