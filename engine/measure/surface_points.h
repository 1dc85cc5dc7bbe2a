// The zero surface of a field as oriented points: what distances, areas and fits are computed from.
#pragma once

#include "engine/core/volume.h"

#include <vector>

namespace hipwright {

/// A point where the surface crosses an edge between two voxel centres.
struct SurfacePoint {
  Vec3 position{};     ///< LPS mm, by linear interpolation along the edge
  Vec3 normal{};       ///< unit, out of the implant (the field falls along it)
  double areaMm2 = 0;  ///< the share of the surface that the point stands for
  double reachMm = 0;  ///< about how far it is to the next point
};

/// All crossings of the value zero. Along axis a, a crossing has the area s_b s_c |n_a|: every surface is crossed by
/// the lines of all three axes, and the squares of n add up to one, so that the areas add up to the surface's area
/// (Crofton's idea with the normals known). For a distance field the positions are accurate to about the square of the
/// voxel over eight radii of curvature: 0.01 mm at 1 mm voxels and a radius of 15 mm. Where the grid cuts the implant
/// there is no surface. Any thread.
std::vector<SurfacePoint> surfacePoints(const Volume& field);

/// Distance in mm of a place from the disc that a surface point stands for.
double distanceToDisc(const Vec3& place, const SurfacePoint& disc);

/// The sum of the points' areas, mm2.
double surfaceArea(const std::vector<SurfacePoint>& points);

}  // namespace hipwright
