// Which triangles show the faults that checkMesh counts, so that a window can colour them.
#pragma once

#include "engine/core/mesh.h"

#include <vector>

namespace hipwright {

/// Numbers of triangles, each list ascending and without repeats.
struct FaultTriangles {
  std::vector<std::uint32_t> atOpenEdges;
  std::vector<std::uint32_t> atNonManifoldEdges;
  std::vector<std::uint32_t> atNonManifoldVertices;
  std::vector<std::uint32_t> atFlippedEdges;
  std::vector<std::uint32_t> degenerate;
  std::vector<std::uint32_t> duplicate;  ///< each one beyond the first with the same three vertices in any order
};

/// The definitions are those of MeshReport. The mesh has passed checkMesh, which refuses missing vertices. Any thread.
FaultTriangles findFaultTriangles(const Mesh& mesh);

}  // namespace hipwright
