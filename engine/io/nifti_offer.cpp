#include "engine/io/nifti_offer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace hipwright {
namespace {

constexpr double kDegree = 0.017453292519943295;
constexpr double kRepairable = 0.5;  // degrees away from perpendicular

/// Index to RAS, in millimetres.
struct Affine {
  Mat3 matrix{};
  Vec3 origin{};
};

Offer refusal(const std::string& problem) { return {std::nullopt, 0, problem}; }

Vec3 column(const Mat3& m, int a) { return {m[0][a], m[1][a], m[2][a]}; }

bool allFinite(const Affine& affine) {
  const auto finite = [](double x) { return std::isfinite(x); };
  return std::all_of(affine.origin.begin(), affine.origin.end(), finite) &&
         std::all_of(affine.matrix.begin(), affine.matrix.end(),
                     [&](const Vec3& row) { return std::all_of(row.begin(), row.end(), finite); });
}

/// Largest deviation from 90 degrees between two of the unit columns.
double shearDegrees(const Mat3& unit) {
  double most = 0;
  for (int a = 0; a < 3; ++a)
    for (int b = a + 1; b < 3; ++b) most = std::max(most, std::abs(dot(column(unit, a), column(unit, b))));
  return std::asin(std::min(1.0, most)) / kDegree;
}

/// The orthonormal matrix nearest to one that is almost orthonormal (Higham 1986: Newton's iteration for the polar
/// factor).
Mat3 nearestOrthonormal(Mat3 m) {
  for (int round = 0; round < 8; ++round) {
    const Mat3 inverted = inverse(m);
    for (int r = 0; r < 3; ++r)
      for (int c = 0; c < 3; ++c) m[r][c] = (m[r][c] + inverted[c][r]) / 2;
  }
  return m;
}

/// Straightens an affine into a geometry, if that changes little.
Offer straightened(Affine affine, const Index3& size) {
  if (!allFinite(affine)) return refusal("holds values that are not numbers");
  flipPatientAxes(affine.matrix, affine.origin);
  Geometry exact{size, {}, affine.origin, affine.matrix};
  for (int a = 0; a < 3; ++a) {
    exact.spacing[a] = length(column(affine.matrix, a));
    if (!(exact.spacing[a] > 0)) return refusal("has a voxel size of 0");
    for (int r = 0; r < 3; ++r) exact.direction[r][a] /= exact.spacing[a];
  }
  const double shear = shearDegrees(exact.direction);
  if (shear > kRepairable) return refusal("is sheared by " + threeDigits(shear) + " degrees, as after a tilted gantry");
  Geometry straight = exact;
  straight.direction = nearestOrthonormal(exact.direction);
  return {straight, farCornerMm(exact, straight), {}};
}

double unitInMm(int xyztUnits) {
  switch (xyztUnits & 7) {
    case 1: return 1000;
    case 3: return 0.001;
    default: return 1;
  }
}

Index3 sizeOf(const NiftiHeader& h) { return {h.dim[1], h.dim[2], h.dim[3]}; }

Mat3 rotationOf(double a, const std::array<double, 3>& q) {
  const auto [b, c, d] = q;
  return {Vec3{a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
          Vec3{2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
          Vec3{2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}};
}

}  // namespace

std::string threeDigits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

// Subtracting from zero keeps a zero free of its sign.
void flipPatientAxes(Mat3& m, Vec3& v) {
  for (int r = 0; r < 2; ++r) {
    v[r] = 0 - v[r];
    for (double& x : m[r]) x = 0 - x;
  }
}

double farCornerMm(const Geometry& a, const Geometry& b) {
  double most = 0;
  for (int corner = 0; corner < 8; ++corner) {
    Vec3 index{};
    for (int axis = 0; axis < 3; ++axis)
      index[axis] = (corner >> axis & 1) != 0 ? static_cast<double>(a.size[axis] - 1) : 0;
    most = std::max(most, length(a.indexToPatient(index) - b.indexToPatient(index)));
  }
  return most;
}

std::optional<Vec3> spacingOf(const NiftiHeader& h) {
  Vec3 spacing{};
  for (std::size_t a = 0; a < 3; ++a) {
    spacing[a] = std::abs(h.pixdim[a + 1]) * unitInMm(h.xyztUnits);
    if (!(spacing[a] > 0) || !std::isfinite(spacing[a])) return std::nullopt;
  }
  return spacing;
}

Offer sformOffer(const NiftiHeader& h) {
  Affine affine;
  const double mm = unitInMm(h.xyztUnits);
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t c = 0; c < 3; ++c) affine.matrix[r][c] = h.srow[r][c] * mm;
    affine.origin[r] = h.srow[r][3] * mm;
  }
  return straightened(affine, sizeOf(h));
}

Offer qformOffer(const NiftiHeader& h) {
  const auto spacing = spacingOf(h);
  if (!spacing) return refusal("needs a voxel size that is not given");
  const double sum = h.quatern[0] * h.quatern[0] + h.quatern[1] * h.quatern[1] + h.quatern[2] * h.quatern[2];
  if (!(sum < 1 + 1e-4)) return refusal("is not a rotation");
  Affine affine;
  affine.matrix = rotationOf(std::sqrt(std::max(0.0, 1 - sum)), h.quatern);
  const double handedness = h.pixdim[0] < 0 ? -1 : 1;
  for (std::size_t r = 0; r < 3; ++r) {
    affine.matrix[r][2] *= handedness;
    for (std::size_t c = 0; c < 3; ++c) affine.matrix[r][c] *= (*spacing)[c];
    affine.origin[r] = h.qoffset[r] * unitInMm(h.xyztUnits);
  }
  Offer offer = straightened(affine, sizeOf(h));
  if (offer.geometry) offer.geometry->spacing = *spacing;  // the rotation is exact only to single precision
  return offer;
}

Offer pixdimOffer(const NiftiHeader& h) {
  const auto spacing = spacingOf(h);
  if (!spacing) return refusal("there is no usable voxel size");
  return {Geometry{sizeOf(h), *spacing, {0, 0, 0}, {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}}}, 0, {}};
}

}  // namespace hipwright
