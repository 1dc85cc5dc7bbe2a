// What the three methods of a NIfTI header offer as a geometry, each on its own: sform, qform and voxel size.
#pragma once

#include "engine/core/geometry.h"
#include "engine/io/nifti_header.h"

#include <optional>
#include <string>

namespace hipwright {

/// A geometry that a header offers, or a clause that says why it cannot be used ("is sheared by 12 degrees").
struct Offer {
  std::optional<Geometry> geometry;
  double repairedMm = 0;  ///< how far straightening the axes moved the farthest corner
  std::string problem;
};

Offer sformOffer(const NiftiHeader& header);
Offer qformOffer(const NiftiHeader& header);

/// The standard's first method: voxel size alone, first voxel at zero, axes to the right, front and head.
Offer pixdimOffer(const NiftiHeader& header);

/// Magnitudes of pixdim in mm; empty if one of them is no positive number.
std::optional<Vec3> spacingOf(const NiftiHeader& header);

/// Farthest that a corner of the volume lies apart under two geometries of one size, in mm.
double farCornerMm(const Geometry& a, const Geometry& b);

/// RAS to LPS and back.
void flipPatientAxes(Mat3& matrix, Vec3& point);

/// Three digits, for sentences.
std::string threeDigits(double value);

}  // namespace hipwright
