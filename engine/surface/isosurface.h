// The zero surface of a distance field as a closed, 2-manifold triangle mesh: dual marching cubes (Nielson 2004,
// "Dual marching cubes", IEEE Visualization) in its manifold form.
#pragma once

#include "engine/core/mesh.h"
#include "engine/core/volume.h"

#include <stop_token>

namespace hipwright {

/// Extracts field > level as a mesh in LPS mm, triangles counter-clockwise seen from outside. Closed where the inside
/// touches the volume's border: there the surface runs along the outer faces of the border voxels. Every vertex lies
/// inside its cell. Empty if no voxel is inside. Throws Cancelled. Any thread.
Mesh extractSurface(const Volume& field, float level, const std::stop_token& stop);

}  // namespace hipwright
