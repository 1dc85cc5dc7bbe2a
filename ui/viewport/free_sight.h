// From where a part of a surface can be seen.
#pragma once

#include "engine/core/mesh.h"

namespace hipwright {

/// `wished` if `part`, some triangles of `mesh`, is seen from there nearly as well as it can be; else the unit vector
/// to where it is seen best. Rays from some of its triangles tell what stands in between; if all do from everywhere,
/// `wished`. Builds a search tree of `mesh`. Any thread.
Vec3 freeSight(const Mesh& mesh, const Mesh& part, const Vec3& wished);

}  // namespace hipwright
