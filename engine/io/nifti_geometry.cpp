#include "engine/io/nifti_geometry.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace hipwright {
namespace {

constexpr double kDegree = 0.017453292519943295;
constexpr double kRepairable = 0.5;     // degrees away from perpendicular
constexpr double kSilentRepair = 0.01;  // mm at the far corner: rounding of single precision, not worth a word
constexpr double kSameFrame = 1.0;      // mm at the far corner: a qform cannot hold more than single precision

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

/// Index to RAS, in millimetres.
struct Affine {
  Mat3 matrix{};
  Vec3 origin{};
};

/// A geometry that a header offers, or why it cannot be used.
struct Offer {
  std::optional<Geometry> geometry;
  double repairedMm = 0;
  std::string problem;
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

/// RAS to LPS and back. Subtracting from zero keeps a zero free of its sign.
void flipPatientAxes(Mat3& m, Vec3& v) {
  for (int r = 0; r < 2; ++r) {
    v[r] = 0 - v[r];
    for (double& x : m[r]) x = 0 - x;
  }
}

/// Farthest that a corner of the volume lies apart under two geometries of one size, in mm.
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
  if (shear > kRepairable) return refusal("is sheared by " + number(shear) + " degrees, as after a tilted gantry");
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

Mat3 rotationOf(double a, const std::array<double, 3>& q) {
  const auto [b, c, d] = q;
  return {Vec3{a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
          Vec3{2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
          Vec3{2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}};
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

/// The standard's first method: voxel size alone, first voxel at zero, axes to the right, front and head.
Offer pixdimOffer(const NiftiHeader& h) {
  const auto spacing = spacingOf(h);
  if (!spacing) return refusal("there is no usable voxel size");
  return {Geometry{sizeOf(h), *spacing, {0, 0, 0}, {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}}}, 0, {}};
}

[[noreturn]] void refuse(const std::string& path, const std::string& reason) {
  throw Error(ErrorCode::BadHeader, {{"path", path}, {"reason", reason}});
}

void warnOfUnits(const NiftiHeader& h, HeaderGeometry& out) {
  const int unit = h.xyztUnits & 7;
  if (unit == 1) out.warnings.push_back("The header gives lengths in metres; they were converted to millimetres.");
  if (unit == 3) out.warnings.push_back("The header gives lengths in micrometres; they were converted to millimetres.");
  if (unit > 3) out.warnings.push_back("The header names no known unit of length; millimetres were assumed.");
  const auto [least, most] = std::minmax_element(out.geometry.spacing.begin(), out.geometry.spacing.end());
  if (*least < 0.05 || *most > 20)
    out.warnings.push_back("The voxels are " + number(*least) + " to " + number(*most) +
                           " mm wide, which is unusual for a CT; check its unit.");
}

void warnOfPixdim(const NiftiHeader& h, HeaderGeometry& out) {
  if (std::any_of(h.pixdim.begin() + 1, h.pixdim.begin() + 4, [](double p) { return p < 0; }))
    out.warnings.push_back("The header has a negative voxel size; its magnitude was used.");
  const auto spacing = spacingOf(h);
  if (out.source != "sform" || !spacing) return;
  for (std::size_t a = 0; a < 3; ++a)
    if (std::abs((*spacing)[a] / out.geometry.spacing[a] - 1) > 0.01) {
      out.warnings.push_back("The voxel size of the sform (" + number(out.geometry.spacing[a]) +
                             " mm) differs from the one " + "stated apart (" + number((*spacing)[a]) +
                             " mm); the sform was used.");
      return;
    }
}

void accept(HeaderGeometry& out, const Offer& offer, const std::string& source) {
  out.geometry = *offer.geometry;
  out.source = source;
  if (offer.repairedMm > kSilentRepair)
    out.warnings.push_back("The axes of the header's " + source +
                           " are not quite perpendicular; straightening them moved the " + "far corner by " +
                           number(offer.repairedMm) + " mm.");
}

HeaderGeometry chooseOffer(const NiftiHeader& h, const std::string& path) {
  HeaderGeometry out;
  const Offer sform = h.sformCode > 0 ? sformOffer(h) : refusal("is not set");
  const Offer qform = h.qformCode > 0 ? qformOffer(h) : refusal("is not set");
  if (sform.geometry) {
    accept(out, sform, "sform");
    const double apart = qform.geometry ? farCornerMm(*sform.geometry, *qform.geometry) : 0;
    if (apart > kSameFrame)
      out.warnings.push_back("The header's sform and qform disagree by up to " + number(apart) +
                             " mm; the sform was used.");
  } else if (qform.geometry) {
    accept(out, qform, "qform");
    if (h.sformCode > 0) out.warnings.push_back("The header's sform " + sform.problem + "; the qform was used.");
  } else if (h.sformCode > 0) {
    refuse(path, "its sform " + sform.problem);
  } else if (h.qformCode > 0) {
    refuse(path, "its qform " + qform.problem);
  } else {
    const Offer plain = pixdimOffer(h);
    if (!plain.geometry) refuse(path, plain.problem);
    accept(out, plain, "pixdim");
    out.warnings.push_back(
        "The header does not say how the patient lies; the axes were taken as right, front and head. "
        "Check the side before using a result.");
  }
  return out;
}

}  // namespace

HeaderGeometry geometryOf(const NiftiHeader& header, const std::string& path) {
  HeaderGeometry out = chooseOffer(header, path);
  warnOfUnits(header, out);
  warnOfPixdim(header, out);
  return out;
}

namespace {

/// Quaternion (b, c, d) of a rotation with a not negative: the largest of the four components is found first, so that
/// no division by a small number spoils the others.
std::array<double, 3> quaternionOf(const Mat3& r) {
  const std::array<double, 4> squares = {1 + r[0][0] + r[1][1] + r[2][2], 1 + r[0][0] - r[1][1] - r[2][2],
                                         1 - r[0][0] + r[1][1] - r[2][2], 1 - r[0][0] - r[1][1] + r[2][2]};
  const auto largest = std::max_element(squares.begin(), squares.end()) - squares.begin();
  const double four = 2 * std::sqrt(squares[static_cast<std::size_t>(largest)]);
  std::array<double, 4> q{};
  const std::array<double, 3> odd = {r[2][1] - r[1][2], r[0][2] - r[2][0], r[1][0] - r[0][1]};
  const std::array<double, 3> even = {r[0][1] + r[1][0], r[0][2] + r[2][0], r[1][2] + r[2][1]};
  if (largest == 0) q = {four / 4, odd[0] / four, odd[1] / four, odd[2] / four};
  if (largest == 1) q = {odd[0] / four, four / 4, even[0] / four, even[1] / four};
  if (largest == 2) q = {odd[1] / four, even[0] / four, four / 4, even[2] / four};
  if (largest == 3) q = {odd[2] / four, even[1] / four, even[2] / four, four / 4};
  const double sign = q[0] < 0 ? -1 : 1;
  return {sign * q[1], sign * q[2], sign * q[3]};
}

bool readsBackAs(const Geometry& geometry, const NiftiHeader& header) {
  const std::vector<std::byte> bytes = niftiHeaderBytes(header);
  const NiftiHeader stored = parseNiftiHeader({header.version, false}, bytes);
  const Offer offer = stored.sformCode > 0   ? sformOffer(stored)
                      : stored.qformCode > 0 ? qformOffer(stored)
                                             : pixdimOffer(stored);
  const double extent = length(geometry.indexToPatient({0, 0, 0})) +
                        length(geometry.indexToPatientMatrix() * Vec3{static_cast<double>(geometry.size[0]),
                                                                      static_cast<double>(geometry.size[1]),
                                                                      static_cast<double>(geometry.size[2])});
  return offer.geometry && farCornerMm(*offer.geometry, geometry) < 1e-5 * extent;
}

}  // namespace

void setGeometry(NiftiHeader& header, const Geometry& geometry, int qformCode, int sformCode) {
  Mat3 direction = geometry.direction;
  Vec3 origin = geometry.origin;
  flipPatientAxes(direction, origin);
  const double handedness = determinant(direction) < 0 ? -1 : 1;
  header.dim = {3, geometry.size[0], geometry.size[1], geometry.size[2], 1, 1, 1, 1};
  header.pixdim = {handedness, geometry.spacing[0], geometry.spacing[1], geometry.spacing[2], 1, 1, 1, 1};
  header.xyztUnits = 2;
  header.qoffset = origin;
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t c = 0; c < 3; ++c) header.srow[r][c] = direction[r][c] * geometry.spacing[c];
    header.srow[r][3] = origin[r];
    direction[r][2] *= handedness;
  }
  header.quatern = quaternionOf(direction);
  header.qformCode = std::max(0, qformCode);
  header.sformCode = std::max(0, sformCode);
  if (!readsBackAs(geometry, header)) header.sformCode = std::max({1, header.sformCode, header.qformCode});
}

}  // namespace hipwright
