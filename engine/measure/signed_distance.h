// Where points lie against the zero surface of a field: what colours one implant by its distance to another.
#pragma once

#include "engine/core/volume.h"

#include <stop_token>
#include <vector>

namespace hipwright {

/// Distances in mm of points (LPS mm) from the reference's zero surface, negative inside it, in the order of the
/// points. Magnitudes as in surfaceDistance (surface_distance.h); signs from the field by trilinear interpolation,
/// outside the grid positive. Empty if the reference has no surface. Throws Cancelled (asked every few thousand
/// points). Any thread.
std::vector<float> signedDistances(const std::vector<Vec3>& points, const Volume& reference,
                                   const std::stop_token& stop);

}  // namespace hipwright
