// The working part of the surface extraction, with what its tests need to see. Internal to this folder.
#pragma once

#include "engine/core/mesh.h"
#include "engine/core/volume.h"

#include <cstdint>
#include <limits>
#include <stop_token>
#include <vector>

namespace hipwright {

struct DualMarchingCubesOptions {
  float level = 0;
  /// Projected: each vertex is moved onto the zero set of the field in its cell (see CellField). Mean: it stays at the
  /// mean of its patch's edge crossings.
  enum class Placement { Mean, Projected } placement = Placement::Projected;
  std::uint64_t maxVertices = std::numeric_limits<std::uint32_t>::max();  ///< what the index type can address
  /// If set: gets the cell of each vertex. A vertex where the surface crosses a grid edge gets a cell on that edge.
  std::vector<Index3>* cells = nullptr;
};

/// See extractSurface. Cell (i, j, k) lies between the centres of voxels (i - 1, j - 1, k - 1) and (i, j, k), so that
/// cells 0 and n reach half a voxel beyond the volume's faces and further. Throws Cancelled, Error(SurfaceTooLarge,
/// BadGeometry).
Mesh dualMarchingCubes(const Volume& field, const DualMarchingCubesOptions& options, const std::stop_token& stop);

}  // namespace hipwright
