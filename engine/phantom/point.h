// Points of the hip frame in single precision, with inline arithmetic: the shapes are evaluated a million times.
#pragma once

#include "engine/core/numeric.h"

#include <cmath>

namespace hipwright {

/// Millimetres in the hip frame: x lateral, y posterior, z superior, the origin at the centre of the acetabulum. The
/// frame of the other side is its mirror image, so one description serves both hips.
struct Point {
  float x = 0;
  float y = 0;
  float z = 0;
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline Point operator*(float s, Point a) { return {s * a.x, s * a.y, s * a.z}; }
inline float dot(Point a, Point b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline float length(Point a) { return std::sqrt(dot(a, a)); }
inline Point unit(Point a) { return (1 / length(a)) * a; }
inline Point cross(Point a, Point b) { return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x}; }
inline Point toPoint(const Vec3& v) {
  return {static_cast<float>(v[0]), static_cast<float>(v[1]), static_cast<float>(v[2])};
}
inline Vec3 toVec3(Point p) { return {p.x, p.y, p.z}; }

}  // namespace hipwright
