// How far a changed surface has moved from the one it was made of.
#pragma once

#include "engine/core/mesh.h"

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

}  // namespace hipwright
