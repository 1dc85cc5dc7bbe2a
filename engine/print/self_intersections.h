// Triangles of a surface that cut each other.
#pragma once

#include "engine/core/mesh.h"

#include <stop_token>
#include <vector>

namespace hipwright {

/// All pairs of triangles, the lower number first and in ascending order, that share a point which is not a shared
/// vertex or edge: with exact predicates, so that touching counts and rounding does not. Neighbours across an edge
/// intersect if one lies folded upon the other. Triangles without area are left out; so are doubled triangles, which
/// are a fault of their own. Works on any triangles, manifold or not. Throws Cancelled. Any thread.
std::vector<std::array<std::uint32_t, 2>> selfIntersections(const Mesh& mesh, const std::stop_token& stop);

}  // namespace hipwright
