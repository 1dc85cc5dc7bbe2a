// How much of a surface hangs over while it is printed, and needs supports.
#pragma once

#include "engine/core/mesh.h"

#include <vector>

namespace hipwright {

/// As slicers count it: 0 for an upright wall, 90 for a ceiling. Steeper than this prints without supports.
inline constexpr double kSteepestFreeDegrees = 45;

/// What lies so near to the lowest point is carried by the build plate, mm: a first layer.
inline constexpr double kPlateMm = 0.2;

struct Overhang {
  double areaMm2 = 0;
  double share = 0;                      ///< of the whole surface, 0 to 1
  std::vector<std::uint32_t> triangles;  ///< ascending
};

/// Triangles whose normal points downward by more than kSteepestFreeDegrees from the horizontal, except on the plate.
/// Upward is +z: the part stands as it lies in the file. What is printed below is not looked for. Any thread.
Overhang findOverhang(const Mesh& mesh);

}  // namespace hipwright
