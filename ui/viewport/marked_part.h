// Some triangles of a surface as a part of its own, to be coloured over it, and from where they are seen best.
#pragma once

#include "engine/core/box.h"
#include "engine/core/mesh.h"

#include <QQuaternion>

#include <memory>
#include <vector>

namespace hipwright {

/// How much of a mark's colour is seen where the surface is in front of it.
inline constexpr double kMarkThrough = 0.4;

struct MarkedPart {
  std::shared_ptr<const Mesh> mesh;  ///< lifted off the surface by a hair, so that it covers it
  Box box;
  double radiusMm = 0;    ///< around the middle of the box
  Vec3 facing{0, -1, 0};  ///< unit; from there it is seen: where most of it looks to, unless something is in the way
};

/// `triangles` are numbers in `mesh`, at least one. Builds a search tree of `mesh`. Any thread.
MarkedPart markedPart(const Mesh& mesh, const std::vector<std::uint32_t>& triangles);

/// A camera's orientation that looks against `direction`, with the head up, or the front where that cannot be.
QQuaternion orientationFacing(const Vec3& direction);

}  // namespace hipwright
