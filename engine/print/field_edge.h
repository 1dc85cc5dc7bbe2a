// Where a surface is cut off because the field it was made of ends there.
#pragma once

#include "engine/core/geometry.h"
#include "engine/core/mesh.h"

#include <vector>

namespace hipwright {

struct FieldEdge {
  double areaMm2 = 0;
  std::vector<std::uint32_t> triangles;  ///< ascending
};

/// The flat caps that close an isosurface along the outer faces of its field's border voxels: triangles that lie beyond
/// the centres of those voxels with all three corners on one side. The mesh is in LPS mm. Any thread.
FieldEdge findFieldEdge(const Mesh& mesh, const Geometry& field);

}  // namespace hipwright
