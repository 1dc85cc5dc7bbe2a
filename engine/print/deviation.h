// How far a changed surface has moved from the one it was made of.
#pragma once

#include "engine/core/mesh.h"
#include "engine/core/volume.h"

#include <stop_token>

namespace hipwright {

class TriangleTree;

struct Deviation {
  double maxMm = 0;   ///< the larger of both directions: the Hausdorff distance over the points below
  double meanMm = 0;  ///< over the points of both surfaces
};

/// Distances from every vertex and triangle centre of each surface to the nearest place of the other. `rawTree` is the
/// tree of `raw`. An empty surface is infinitely far from any other. Throws Cancelled. Any thread.
Deviation deviationFrom(const Mesh& raw, const TriangleTree& rawTree, const Mesh& changed, const std::stop_token& stop);

/// How far `mesh` is from the zero surface of the field it is said to be of; nothing if they are the same to the last
/// corner. Throws what extractSurface throws. Any thread.
Deviation deviationFromField(const Volume& field, const Mesh& mesh, const std::stop_token& stop);

}  // namespace hipwright
