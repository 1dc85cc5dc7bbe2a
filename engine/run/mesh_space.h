// Moving a surface between the frames it can be saved in.
#pragma once

#include "engine/core/geometry.h"
#include "engine/core/mesh.h"
#include "engine/io/mesh_file.h"

namespace hipwright {

/// An LPS mesh in another frame: RAS mm, or continuous voxel indices of `geometry`. Triangles stay counter-clockwise
/// seen from outside, also on mirrored grids.
Mesh toSpace(Mesh mesh, const Geometry& geometry, MeshSpace space);

/// The same for a single place.
Vec3 toSpace(const Vec3& lps, const Geometry& geometry, MeshSpace space);

/// Of the coordinates: "mm" or "voxels".
const char* unitOf(MeshSpace space);

}  // namespace hipwright
