// Finding the artificial joint in a surface: the centre that head and cup share, and their spheres.
#pragma once

#include "engine/measure/fits.h"
#include "engine/measure/measured.h"
#include "engine/measure/surface_points.h"

#include <vector>

namespace hipwright {

struct Joint {
  SphereFit head;                ///< the prosthetic head; its centre is the centre of rotation
  Measured<SphereFit> cupOuter;  ///< the cup's back
  double cupInnerRadiusMm = 0;   ///< of the cup's hollow about the head's centre; 0 if it has none
};

/// Works on cup and stem in one field, apart or touching: the normals of the head and of both faces of the cup all pass
/// through one point, and those of neck and stem do not. That point is found by a vote of all normals on a 2 mm grid
/// (as in a Hough transform for spheres), refined by least squares, and spheres are fitted to the points whose normals
/// agree with it: heads of 20 to 40 mm, cups of up to 80 mm. Not measurable if less than 35 % of the head's sphere is
/// there, or its residual is above 1.2 mm; the same for a cup of which less than 20 % is there. Any thread.
Measured<Joint> findJoint(const std::vector<SurfacePoint>& surface);

}  // namespace hipwright
