// A mesh as the graphics card wants it: single precision, with a normal per vertex. Made on a worker, then only shown.
#pragma once

#include "engine/core/mesh.h"
#include "ui/slices/plane.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace hipwright {

struct ShownSurface {
  std::vector<float> points;          ///< x, y, z in LPS mm
  std::vector<float> normals;         ///< unit, x, y, z, pointing outward
  std::vector<std::int32_t> corners;  ///< three per triangle
  std::vector<std::int32_t> offsets;  ///< 0, 3, 6 ...: where each triangle begins, and where the last ends
  Box bounds;
  double volume = 0;  ///< mm³ enclosed, if the mesh is closed
  /// The same with fewer triangles, to be drawn while the camera moves; null where the surface itself has few.
  std::shared_ptr<const ShownSurface> rough;

  bool isEmpty() const { return corners.empty(); }
};

/// Normals are the mean of the faces around a vertex, weighted by area. Throws nothing for an empty mesh. Any thread.
ShownSurface shownSurface(const Mesh& mesh);

/// The same with `rough` made too if the mesh has many triangles. Some milliseconds for a hundred thousand. Any thread.
ShownSurface surfaceWithRough(const Mesh& mesh);

/// The vertices within each cube of a grid become one, so that about `triangles` triangles are left. Any thread.
Mesh rougher(const Mesh& mesh, std::size_t triangles);

/// Without the pieces of fewer than `fewest` triangles: what noise leaves floating in a bone surface. Any thread.
Mesh withoutSpecks(const Mesh& mesh, std::size_t fewest);

}  // namespace hipwright
