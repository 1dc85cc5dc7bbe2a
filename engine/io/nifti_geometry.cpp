#include "engine/io/nifti_geometry.h"

#include "engine/core/error.h"
#include "engine/io/nifti_offer.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kSameFrame = 1.0;   // mm at the far corner: a qform cannot hold more than single precision
constexpr double kOtherPlace = 5.0;  // mm: an implant would not fit there any more

[[noreturn]] void refuse(const std::string& path, const std::string& reason) {
  throw Error(ErrorCode::BadHeader, {{"path", path}, {"reason", reason}});
}

void noteUnits(const NiftiHeader& h, HeaderGeometry& out) {
  const int unit = h.xyztUnits & 7;
  if (unit == 1) out.notes.push_back({NoteCode::LengthUnit, {{"unit", "metres"}}});
  if (unit == 3) out.notes.push_back({NoteCode::LengthUnit, {{"unit", "micrometres"}}});
  if (unit > 3) out.notes.push_back({NoteCode::UnknownLengthUnit, {}});
  noteUnusualSpacing(out.geometry, out.notes);
}

void notePixdim(const NiftiHeader& h, HeaderGeometry& out) {
  if (std::any_of(h.pixdim.begin() + 1, h.pixdim.begin() + 4, [](double p) { return p < 0; }))
    out.notes.push_back({NoteCode::NegativeSpacing, {}});
  const auto spacing = spacingOf(h);
  if (out.source != "sform" || !spacing) return;
  for (std::size_t a = 0; a < 3; ++a)
    if (std::abs((*spacing)[a] / out.geometry.spacing[a] - 1) > 0.01) {
      out.notes.push_back({NoteCode::SpacingsDisagree,
                           {{"used", threeDigits(out.geometry.spacing[a])}, {"stated", threeDigits((*spacing)[a])}}});
      return;
    }
}

void accept(HeaderGeometry& out, const Offer& offer, const std::string& source) {
  out.geometry = *offer.geometry;
  out.source = source;
  noteRepair(offer, source, out.notes);
}

/// False for a form that was never filled in: there is nothing in it to compare with.
bool isFilled(const Affine& affine) {
  for (std::size_t c = 0; c < 3; ++c) {
    const double mm = length({affine.matrix[0][c], affine.matrix[1][c], affine.matrix[2][c]});
    if (!(mm > 0) || !std::isfinite(mm)) return false;
  }
  return std::isfinite(length(affine.origin));
}

/// A qform cannot hold a shear, so beside a sheared sform it is only believed where both say nearly the same.
void acceptInstead(HeaderGeometry& out, const NiftiHeader& h, const Offer& sform, const std::string& path) {
  const Geometry& g = out.geometry;
  const Affine stated = sformAffine(h);
  const double apart = farCornerMm(stated, {g.indexToPatientMatrix(), g.origin}, g.size);
  const std::string mm = threeDigits(apart);
  if (!isFilled(stated))
    out.notes.push_back({NoteCode::QformUsed, {{"problem", sform.problem}}});
  else if (apart > kOtherPlace)
    refuse(path, "its sform " + sform.problem + ", and its qform lies up to " + mm + " mm away from it");
  else if (apart > kSameFrame)
    out.notes.push_back({NoteCode::QformUsedApart, {{"problem", sform.problem}, {"mm", mm}}});
  else
    out.notes.push_back({NoteCode::QformUsed, {{"problem", sform.problem + " (up to " + mm + " mm from the qform)"}}});
}

HeaderGeometry chooseOffer(const NiftiHeader& h, const std::string& path) {
  HeaderGeometry out;
  const Offer sform = h.sformCode > 0 ? sformOffer(h) : Offer{};
  const Offer qform = h.qformCode > 0 ? qformOffer(h) : Offer{};
  if (sform.geometry) {
    accept(out, sform, "sform");
    const double apart = qform.geometry ? farCornerMm(*sform.geometry, *qform.geometry) : 0;
    if (apart > kSameFrame) out.notes.push_back({NoteCode::FormsDisagree, {{"mm", threeDigits(apart)}}});
  } else if (qform.geometry) {
    accept(out, qform, "qform");
    if (h.sformCode > 0) acceptInstead(out, h, sform, path);
  } else if (h.sformCode > 0) {
    refuse(path, "its sform " + sform.problem);
  } else if (h.qformCode > 0) {
    refuse(path, "its qform " + qform.problem);
  } else {
    const Offer plain = pixdimOffer(h);
    if (!plain.geometry) refuse(path, plain.problem);
    accept(out, plain, "pixdim");
    out.notes.push_back({NoteCode::NoOrientation, {{"assumed", "the axes were taken as right, front and head"}}});
  }
  return out;
}

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

HeaderGeometry geometryOf(const NiftiHeader& header, const std::string& path) {
  HeaderGeometry out = chooseOffer(header, path);
  noteUnits(header, out);
  notePixdim(header, out);
  return out;
}

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
