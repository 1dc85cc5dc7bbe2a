// How far two zero surfaces are apart.
#pragma once

#include "engine/core/volume.h"
#include "engine/measure/measured.h"
#include "engine/measure/surface_points.h"

#include <vector>

namespace hipwright {

struct SurfaceDistance {
  double meanMm = 0;  ///< average symmetric surface distance: over the area of both surfaces together
  double hd95Mm = 0;  ///< the larger of the two directed distances that 95 % of a surface's area keep within
};

/// Distances in mm from every point of one surface to the nearest place of the other, weighted by area (Heimann et al.
/// 2009, IEEE Trans Med Imaging 28; 95th percentile as in MONAI). The nearest place is taken on the disc that a point
/// of the other surface stands for, so that the spacing of the points does not show: the error is about the square of
/// the voxel over eight radii of curvature, 0.01 mm at 1 mm voxels and a radius of 15 mm. The surfaces may come from
/// different grids. Not measurable if a surface has no points. Any thread.
Measured<SurfaceDistance> surfaceDistance(const std::vector<SurfacePoint>& a, const std::vector<SurfacePoint>& b);

/// The same for the surfaces of two fields.
Measured<SurfaceDistance> surfaceDistance(const Volume& a, const Volume& b);

}  // namespace hipwright
