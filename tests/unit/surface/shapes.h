// Fields with known surfaces, and grids in several poses, for the tests of this folder.
#pragma once

#include "engine/core/volume.h"

#include <cmath>
#include <functional>
#include <numbers>
#include <random>
#include <vector>

namespace hipwright::testing {

inline Mat3 times(const Mat3& a, const Mat3& b) {
  Mat3 out{};
  for (int r = 0; r < 3; ++r)
    for (int c = 0; c < 3; ++c)
      for (int k = 0; k < 3; ++k) out[r][c] += a[r][k] * b[k][c];
  return out;
}

inline Mat3 obliqueDirection() {
  const double a = 25 * std::numbers::pi / 180;
  const double b = -40 * std::numbers::pi / 180;
  return times({Vec3{1, 0, 0}, Vec3{0, std::cos(a), -std::sin(a)}, Vec3{0, std::sin(a), std::cos(a)}},
               {Vec3{std::cos(b), -std::sin(b), 0}, Vec3{std::sin(b), std::cos(b), 0}, Vec3{0, 0, 1}});
}

inline Mat3 mirroredDirection() { return times(obliqueDirection(), {Vec3{-1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}}); }

struct Pose {
  const char* name;
  Geometry geometry;  ///< the size is the caller's
};

inline std::vector<Pose> poses() {
  return {{"plain", {{0, 0, 0}, {1, 1, 1}, {0, 0, 0}, kIdentity3}},
          {"anisotropic", {{0, 0, 0}, {0.7, 0.8, 1.5}, {-120, 44, 900}, kIdentity3}},
          {"oblique", {{0, 0, 0}, {1, 1, 1}, {3, -7, 11}, obliqueDirection()}},
          {"mirrored", {{0, 0, 0}, {1, 1, 1}, {3, -7, 11}, mirroredDirection()}},
          {"mirrored anisotropic", {{0, 0, 0}, {0.7, 0.8, 1.5}, {500, -700, -1100}, mirroredDirection()}}};
}

/// Signed distance to a surface in mm, positive inside, of a point relative to the grid's centre in its unrotated axes.
using Distance = std::function<double(const Vec3&)>;

/// Millimetres from the centre of the grid, along the grid's axes.
inline Vec3 fromCentre(const Geometry& g, const Vec3& index) {
  Vec3 p{};
  for (int a = 0; a < 3; ++a) p[a] = (index[a] - static_cast<double>(g.size[a] - 1) / 2) * g.spacing[a];
  return p;
}

inline Volume sampled(Geometry geometry, const Index3& size, const Distance& distance) {
  geometry.size = size;
  Volume v{geometry, std::vector<float>(static_cast<std::size_t>(product(size)))};
  for (std::int64_t z = 0; z < size[2]; ++z)
    for (std::int64_t y = 0; y < size[1]; ++y)
      for (std::int64_t x = 0; x < size[0]; ++x) {
        const Vec3 index{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        v.at(x, y, z) = static_cast<float>(distance(fromCentre(geometry, index)));
      }
  return v;
}

inline Distance sphere(const Vec3& centre, double radius) {
  return [=](const Vec3& p) { return radius - length(p - centre); };
}

inline Distance torus(double ring, double tube) {
  return [=](const Vec3& p) { return tube - std::hypot(std::hypot(p[0], p[1]) - ring, p[2]); };
}

inline Distance unite(Distance a, Distance b) {
  return [=](const Vec3& p) { return std::max(a(p), b(p)); };
}

inline Distance plate(double halfThickness, double halfWidth) {
  return [=](const Vec3& p) {
    return std::min({halfThickness - std::abs(p[0]), halfWidth - std::abs(p[1]), halfWidth - std::abs(p[2])});
  };
}

/// The kinds of noise that reach different corners of the algorithm.
enum class Noise { Uniform, SignsOnly, ManyAtLevel, Extreme, NotANumber, Smooth };
inline constexpr int kNoiseKinds = 6;

inline float noiseValue(Noise kind, const Vec3& index, std::mt19937& random) {
  const double u = static_cast<double>(random()) / 4294967296.0 * 2 - 1;
  switch (kind) {
    case Noise::Uniform: return static_cast<float>(u);
    case Noise::SignsOnly: return u > 0 ? 1.0F : -1.0F;
    case Noise::ManyAtLevel: return u > 0.4 ? 1.0F : u > -0.3 ? 0.0F : -1.0F;
    case Noise::Extreme:
      return static_cast<float>(std::copysign(std::pow(10.0, 30 * std::abs(u)), random() % 2 ? 1 : -1));
    case Noise::NotANumber: return u > 0.8 ? std::nanf("") : u < -0.8 ? INFINITY : static_cast<float>(u);
    case Noise::Smooth: break;
  }
  return static_cast<float>(std::sin(1.9 * index[0]) + std::sin(1.3 * index[1]) + std::sin(1.7 * index[2]) + 0.3 * u);
}

inline Volume noise(const Geometry& pose, Noise kind, std::uint32_t seed) {
  std::mt19937 random(seed);
  Geometry g = pose;
  for (auto& n : g.size) n = 1 + static_cast<std::int64_t>(random() % 7);
  Volume v{g, {}};
  for (std::int64_t z = 0; z < g.size[2]; ++z)
    for (std::int64_t y = 0; y < g.size[1]; ++y)
      for (std::int64_t x = 0; x < g.size[0]; ++x)
        v.voxels.push_back(
            noiseValue(kind, {static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)}, random));
  return v;
}

}  // namespace hipwright::testing
