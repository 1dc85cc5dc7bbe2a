// The connected parts of a surface, and what lies inside what.
#pragma once

#include "engine/core/mesh.h"

#include <vector>

namespace hipwright {

struct Shell {
  std::vector<std::uint32_t> triangles;  ///< ascending
  double volumeMm3 = 0;                  ///< negative for a cavity, or a part turned inside out
  Vec3 lower{};                          ///< bounding box, mm
  Vec3 upper{};
};

/// Shells by the size of their volume, the largest first; triangles that share a vertex belong together. Any thread.
std::vector<Shell> shellsOf(const Mesh& mesh);

/// Which shells stay if the `parts` largest solids do: those, and the cavities inside them.
std::vector<bool> largestParts(const Mesh& mesh, const std::vector<Shell>& shells, int parts);

/// The mesh without the shells that do not stay, and without vertices that nothing uses.
Mesh keepShells(const Mesh& mesh, const std::vector<Shell>& shells, const std::vector<bool>& stays);

/// The mesh of some of its triangles, in the order given, without vertices that nothing uses.
Mesh partOfMesh(const Mesh& mesh, const std::vector<std::uint32_t>& triangles);

}  // namespace hipwright
