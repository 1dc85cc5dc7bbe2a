// A triangle surface in patient space.
#pragma once

#include "engine/core/numeric.h"

#include <array>
#include <cstdint>
#include <vector>

namespace hipwright {

/// Vertices in LPS mm unless a caller says otherwise; triangles are counter-clockwise seen from outside.
struct Mesh {
  std::vector<Vec3> vertices;
  std::vector<std::array<std::uint32_t, 3>> triangles;
};

}  // namespace hipwright
