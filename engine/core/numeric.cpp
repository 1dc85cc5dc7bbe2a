#include "engine/core/numeric.h"

#include <cmath>

namespace hipwright {

Vec3 operator+(const Vec3& a, const Vec3& b) { return {a[0] + b[0], a[1] + b[1], a[2] + b[2]}; }
Vec3 operator-(const Vec3& a, const Vec3& b) { return {a[0] - b[0], a[1] - b[1], a[2] - b[2]}; }
Vec3 operator*(double s, const Vec3& a) { return {s * a[0], s * a[1], s * a[2]}; }
double dot(const Vec3& a, const Vec3& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
double length(const Vec3& a) { return std::sqrt(dot(a, a)); }

Vec3 cross(const Vec3& a, const Vec3& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

Vec3 operator*(const Mat3& m, const Vec3& v) { return {dot(m[0], v), dot(m[1], v), dot(m[2], v)}; }

double determinant(const Mat3& m) { return dot(m[0], cross(m[1], m[2])); }

Mat3 inverse(const Mat3& m) {
  const double scale = 1.0 / determinant(m);
  const Vec3 c0 = cross(m[1], m[2]);
  const Vec3 c1 = cross(m[2], m[0]);
  const Vec3 c2 = cross(m[0], m[1]);
  Mat3 out{};
  for (int i = 0; i < 3; ++i) out[i] = {scale * c0[i], scale * c1[i], scale * c2[i]};
  return out;
}

}  // namespace hipwright
