// Counts what a printer or a slicer would complain about: open edges, non-manifold edges and vertices, winding, shells.
#pragma once

#include "engine/core/mesh.h"

#include <array>
#include <cstdint>

namespace hipwright {

struct MeshReport {
  std::int64_t vertices = 0;
  std::int64_t triangles = 0;
  std::int64_t openEdges = 0;            ///< edges with one triangle
  std::int64_t nonManifoldEdges = 0;     ///< edges with more than two triangles
  std::int64_t nonManifoldVertices = 0;  ///< vertices whose triangles form more than one fan
  std::int64_t flippedEdges = 0;         ///< edges both of whose triangles run the same way
  std::int64_t degenerateTriangles = 0;  ///< repeated vertex, or no area
  std::int64_t shells = 0;               ///< connected components
  std::int64_t eulerNumber = 0;          ///< V - E + F of what the triangles use
  double volumeMm3 = 0;                  ///< signed: positive if the normals point outward
  double areaMm2 = 0;
  Vec3 lower{};  ///< bounding box, mm
  Vec3 upper{};

  /// Closed, 2-manifold, wound outward as a whole and without degenerate triangles.
  bool printable() const;
};

/// Linear in the size of the mesh. Points that no triangle uses count as vertices but not in shells or eulerNumber;
/// triangles with a repeated vertex are degenerate and count in nothing else. Throws Error(Internal) if a triangle
/// names a vertex that is not there. Any thread.
MeshReport checkMesh(const Mesh& mesh);

/// Whether a triangle repeats a vertex or has no area: its height is lost in the rounding of its own coordinates.
bool isDegenerate(const Mesh& mesh, const std::array<std::uint32_t, 3>& triangle);

}  // namespace hipwright
