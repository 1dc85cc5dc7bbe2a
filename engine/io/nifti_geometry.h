// Where a NIfTI header says its voxels lie. NIfTI speaks RAS in a unit of its own; a Geometry is LPS in millimetres.
#pragma once

#include "engine/core/case_note.h"
#include "engine/core/geometry.h"
#include "engine/io/nifti_header.h"

#include <string>

namespace hipwright {

struct HeaderGeometry {
  Geometry geometry;
  std::string source;  ///< "sform", "qform" or "pixdim"
  CaseNotes notes;
};

/// The sform if its code is positive and its axes are perpendicular, else the qform if its code is positive, else the
/// spacing alone. nibabel takes any sform with a positive code; ITK since 5.2 takes the sform if it is orthonormal and
/// falls back to the qform, as we do. Axes up to half a degree off are straightened, with the deviation at the far
/// corner in a note if it exceeds 0.01 mm; more is refused unless a qform helps. sform and qform that disagree are
/// reported. dim[1..3] are positive. Throws Error(BadHeader); `path` is for its sentence. Any thread.
HeaderGeometry geometryOf(const NiftiHeader& header, const std::string& path);

/// Fills dim, pixdim, qform, sform, unit and the codes, so that reading gives the geometry back. A code pair that would
/// lose it (a qform that single precision cannot hold, or no code at all) gets a positive sform code.
void setGeometry(NiftiHeader& header, const Geometry& geometry, int qformCode, int sformCode);

}  // namespace hipwright
