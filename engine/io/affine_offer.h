// From the affine that a header states to a geometry with perpendicular axes, with what that changed.
#pragma once

#include "engine/core/case_note.h"
#include "engine/core/geometry.h"

#include <optional>
#include <string>

namespace hipwright {

/// Index to LPS millimetres, as a header states it: the columns are the index axes.
struct Affine {
  Mat3 matrix{};
  Vec3 origin{};

  Vec3 at(const Vec3& index) const { return origin + matrix * index; }
};

/// A geometry that a header offers, or a clause that says why it cannot be used ("is sheared by 12 degrees").
struct Offer {
  std::optional<Geometry> geometry;
  double repairedMm = 0;  ///< how far straightening the axes moved the farthest corner
  std::string problem;
};

/// Straightening that moves the far corner by less is rounding of single precision, not worth a word. In mm.
inline constexpr double kSilentRepair = 0.01;

/// No CT begins farther from the scanner's zero, whatever the format, and no voxel is as wide. In mm.
inline constexpr double kFarthestMm = 1e5;

/// The geometry nearest to the affine if its axes are within half a degree of perpendicular and it begins no farther
/// than kFarthestMm. Any thread.
Offer straightened(const Affine& affine, const Index3& size);

/// Notes a straightening worth a word; `source` names the part of the header.
void noteRepair(const Offer& offer, const std::string& source, CaseNotes& notes);

/// Notes voxels too small or too large for a CT in millimetres.
void noteUnusualSpacing(const Geometry& geometry, CaseNotes& notes);

/// Farthest that a corner of the volume lies apart under two geometries of one size, in mm.
double farCornerMm(const Geometry& a, const Geometry& b);

/// The same for what headers state, sheared or not.
double farCornerMm(const Affine& a, const Affine& b, const Index3& size);

/// Three digits, for sentences.
std::string threeDigits(double value);

}  // namespace hipwright
