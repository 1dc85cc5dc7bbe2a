// How the quad around a crossed grid edge becomes triangles that meet no other part of the surface.
#pragma once

#include "engine/core/numeric.h"

#include <array>

namespace hipwright {

/// The corners of a quad seen from its grid edge, in voxels: (across, across, along the edge from 0 to 1). Corner i
/// lies strictly inside the i-th of the four cells around the edge, in a cycle.
using QuadAroundEdge = std::array<Vec3, 4>;

/// Whether both triangles that the diagonal from corner `from` to `from` + 2 makes stay inside the quad's envelope: the
/// four tetrahedra between the grid edge and two neighbouring corners each. Where every cell has one vertex, no two
/// envelopes share more than an edge of the surface, so that triangles inside them cannot intersect (Ju and Udeshi
/// 2006, "Intersection-free contouring on an octree grid", Pacific Graphics).
bool staysInEnvelope(const QuadAroundEdge& quad, int from);

}  // namespace hipwright
