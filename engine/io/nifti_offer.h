// What the three methods of a NIfTI header offer as a geometry, each on its own: sform, qform and voxel size.
#pragma once

#include "engine/core/geometry.h"
#include "engine/io/affine_offer.h"
#include "engine/io/nifti_header.h"

#include <optional>
#include <string>

namespace hipwright {

Offer sformOffer(const NiftiHeader& header);

/// What the sform states, in LPS, usable or not.
Affine sformAffine(const NiftiHeader& header);

Offer qformOffer(const NiftiHeader& header);

/// The standard's first method: voxel size alone, first voxel at zero, axes to the right, front and head.
Offer pixdimOffer(const NiftiHeader& header);

/// Magnitudes of pixdim in mm; empty if one of them is no positive number.
std::optional<Vec3> spacingOf(const NiftiHeader& header);

/// RAS to LPS and back.
void flipPatientAxes(Mat3& matrix, Vec3& point);

}  // namespace hipwright
