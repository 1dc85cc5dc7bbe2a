// Fewer triangles within an error.
#pragma once

#include "engine/core/mesh.h"

#include <optional>
#include <stop_token>

namespace hipwright {

/// Collapses edges (Lindstrom and Turk 1998, CGAL's) while the surface stays closed, no triangle turns over, no new
/// self-intersection appears, and the surfaces before and after stay within `errorMm` of each other, both ways. None if
/// `mesh` is not closed and manifold. Seconds for 100,000 triangles. Throws Cancelled. Any thread.
std::optional<Mesh> decimated(const Mesh& mesh, double errorMm, const std::stop_token& stop);

}  // namespace hipwright
