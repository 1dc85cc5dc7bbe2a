#include "engine/io/nifti_offer.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

Offer refusal(const std::string& problem) { return {std::nullopt, 0, problem}; }

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

// Subtracting from zero keeps a zero free of its sign.
void flipPatientAxes(Mat3& m, Vec3& v) {
  for (int r = 0; r < 2; ++r) {
    v[r] = 0 - v[r];
    for (double& x : m[r]) x = 0 - x;
  }
}

std::optional<Vec3> spacingOf(const NiftiHeader& h) {
  Vec3 spacing{};
  for (std::size_t a = 0; a < 3; ++a) {
    spacing[a] = std::abs(h.pixdim[a + 1]) * unitInMm(h.xyztUnits);
    if (!(spacing[a] > 0) || !std::isfinite(spacing[a])) return std::nullopt;
  }
  return spacing;
}

// Headers speak RAS.
Affine sformAffine(const NiftiHeader& h) {
  Affine affine;
  const double mm = unitInMm(h.xyztUnits);
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t c = 0; c < 3; ++c) affine.matrix[r][c] = h.srow[r][c] * mm;
    affine.origin[r] = h.srow[r][3] * mm;
  }
  flipPatientAxes(affine.matrix, affine.origin);
  return affine;
}

Offer sformOffer(const NiftiHeader& h) { return straightened(sformAffine(h), sizeOf(h)); }

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
  flipPatientAxes(affine.matrix, affine.origin);
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
