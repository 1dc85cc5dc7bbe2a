// The zero surface of a distance field as a closed, 2-manifold triangle mesh: dual marching cubes (Nielson 2004,
// "Dual marching cubes", IEEE Visualization) in its manifold form.
#pragma once

#include "engine/core/mesh.h"
#include "engine/core/volume.h"

#include <stop_token>

namespace hipwright {

/// Extracts field > level as a mesh in LPS mm, triangles counter-clockwise seen from outside; a voxel exactly at the
/// level, or not a number, is outside. Closed where the inside touches the volume's border: there the surface runs
/// along the outer faces of the border voxels. No two triangles intersect. A vertex lies inside its cell, on the
/// field's zero set where the cell has one patch, or on a grid edge where a quad needs a fifth corner. Empty if no
/// voxel is inside. The same field gives the same mesh. Memory beyond the mesh: two slices. Throws Cancelled (asked
/// once per slice), Error(BadGeometry, SurfaceTooLarge, Internal). Any thread.
Mesh extractSurface(const Volume& field, float level, const std::stop_token& stop);

}  // namespace hipwright
