// How thin the walls of a solid are, and how narrow the air between them.
#pragma once

#include "engine/core/mesh.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace hipwright {

class TriangleTree;

/// Where so little surface in all is over a thin wall, that is the tip of an edge and not a wall, mm2.
inline constexpr double kThinSpotMm2 = 4;

/// Farther sides are not looked for.
inline constexpr double kWallReachMm = 25;

struct WallThickness {
  std::optional<double> smallestMm;    ///< kThinSpotMm2 of the surface are over walls as thin or thinner
  Vec3 smallestAt{};                   ///< on the surface, over a wall of that thickness
  double thinAreaMm2 = 0;              ///< of the triangles in tooThin
  std::vector<std::uint32_t> tooThin;  ///< triangles over walls thinner than the limit, ascending
  std::int64_t thinSpots = 0;          ///< patches that they form
};

/// From the centre of every triangle a ray goes inward against the triangle's normal, at most kWallReachMm; where it
/// first leaves the solid is the wall's other side. Counts only if that side is parallel within 30 degrees: a corner
/// is not a wall. (The ray method of Shapira et al. 2008, "Consistent mesh partitioning and skeletonisation using the
/// shape diameter function", with one ray instead of a cone.) Throws Cancelled. Any thread.
WallThickness measureWalls(const Mesh& mesh, const TriangleTree& tree, double limitMm, const std::stop_token& stop);

/// The same outward: the air from a triangle's centre along its normal to where the ray first enters a solid, if that
/// side is parallel within 30 degrees. Narrow gaps grow together in the printer. Throws Cancelled. Any thread.
WallThickness measureGaps(const Mesh& mesh, const TriangleTree& tree, double limitMm, const std::stop_token& stop);

}  // namespace hipwright
