#include "engine/io/affine_offer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace hipwright {
namespace {

constexpr double kDegree = 0.017453292519943295;
constexpr double kRepairable = 0.5;  // degrees away from perpendicular
constexpr double kFlat = 1e-3;       // volume spanned by the unit axes: less, and they lie in one plane

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

}  // namespace

std::string threeDigits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

double farCornerMm(const Affine& a, const Affine& b, const Index3& size) {
  double most = 0;
  for (int corner = 0; corner < 8; ++corner) {
    Vec3 index{};
    for (int axis = 0; axis < 3; ++axis)
      index[axis] = (corner >> axis & 1) != 0 ? static_cast<double>(size[axis] - 1) : 0;
    most = std::max(most, length(a.at(index) - b.at(index)));
  }
  return most;
}

double farCornerMm(const Geometry& a, const Geometry& b) {
  return farCornerMm(Affine{a.indexToPatientMatrix(), a.origin}, Affine{b.indexToPatientMatrix(), b.origin}, a.size);
}

Offer straightened(const Affine& affine, const Index3& size) {
  if (!allFinite(affine)) return refusal("holds values that are not numbers");
  double reach = length(affine.origin);  // of the first voxel and one step from it: the size is another matter
  for (int a = 0; a < 3; ++a) reach = std::max(reach, length(column(affine.matrix, a)));
  if (!(reach <= kFarthestMm))
    return refusal("puts voxels " + threeDigits(reach) +
                   " mm away from the scanner's zero, farther than any patient lies");
  Geometry exact{size, {}, affine.origin, affine.matrix};
  for (int a = 0; a < 3; ++a) {
    exact.spacing[a] = length(column(affine.matrix, a));
    if (!(exact.spacing[a] > 0)) return refusal("has a voxel size of 0");
    for (int r = 0; r < 3; ++r) exact.direction[r][a] /= exact.spacing[a];
  }
  if (std::abs(determinant(exact.direction)) < kFlat)
    return refusal("has axes that lie in one plane, so that its voxels have no volume");
  const double shear = shearDegrees(exact.direction);
  if (shear > kRepairable) return refusal("is sheared by " + threeDigits(shear) + " degrees, as after a tilted gantry");
  Geometry straight = exact;
  straight.direction = nearestOrthonormal(exact.direction);
  return {straight, farCornerMm(exact, straight), {}};
}

void noteRepair(const Offer& offer, const std::string& source, CaseNotes& notes) {
  if (offer.repairedMm > kSilentRepair)
    notes.push_back({NoteCode::AxesStraightened, {{"source", source}, {"mm", threeDigits(offer.repairedMm)}}});
}

void noteUnusualSpacing(const Geometry& geometry, CaseNotes& notes) {
  const auto [least, most] = std::minmax_element(geometry.spacing.begin(), geometry.spacing.end());
  if (*least < 0.05 || *most > 20)
    notes.push_back({NoteCode::UnusualSpacing, {{"least", threeDigits(*least)}, {"most", threeDigits(*most)}}});
}

}  // namespace hipwright
