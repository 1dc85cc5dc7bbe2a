// Small numeric types shared by every layer: voxel indices, patient vectors and 3x3 matrices.
#pragma once

#include <array>
#include <cstdint>

namespace hipwright {

/// A voxel index or a count of voxels per axis, in the order (x, y, z) of the file.
using Index3 = std::array<std::int64_t, 3>;

/// A point or a vector. In patient space: millimetres, LPS (x to the Left, y to the Posterior, z to the Superior).
using Vec3 = std::array<double, 3>;

/// Row-major 3x3 matrix: m[row][column].
using Mat3 = std::array<Vec3, 3>;

inline constexpr Mat3 kIdentity3 = {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};

/// Number of elements of a grid. The caller has checked that it fits (see checkGeometry in geometry.h).
constexpr std::int64_t product(const Index3& n) { return n[0] * n[1] * n[2]; }

Vec3 operator+(const Vec3& a, const Vec3& b);
Vec3 operator-(const Vec3& a, const Vec3& b);
Vec3 operator*(double s, const Vec3& a);
double dot(const Vec3& a, const Vec3& b);
Vec3 cross(const Vec3& a, const Vec3& b);
double length(const Vec3& a);

Vec3 operator*(const Mat3& m, const Vec3& v);
double determinant(const Mat3& m);

/// Inverse by cofactors. The caller has checked that the determinant is not zero.
Mat3 inverse(const Mat3& m);

}  // namespace hipwright
