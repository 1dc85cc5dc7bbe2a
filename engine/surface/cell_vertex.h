// Where a patch's vertex lies inside its cell. Coordinates run from 0 to 1 along each axis of the cell.
#pragma once

#include "engine/surface/cell_sampler.h"

namespace hipwright {

/// Mean of the edge crossings of one patch. Crossings keep a distance of kCrossingMargin from the corners, so that the
/// mean lies strictly inside the cell and no triangle collapses where the field equals the level.
inline constexpr double kCrossingMargin = 1e-3;
Vec3 patchMean(const CellSamples& samples, const CellPatches& patches, int patch);

/// Where the surface crosses an edge of the cell.
Vec3 edgeCrossing(const CellSamples& samples, int edge);

/// The field inside a cell: trilinear between the corners, less the bow that linear interpolation cuts off,
/// curvature * x (1 - x) / 2 along each axis.
struct CellField {
  CellSamples samples{};
  Vec3 curvature{};
};

/// The point near `start` where the field of the cell is zero, found by Newton steps along the gradient; stays strictly
/// inside the cell. Returns `start` if the steps do not come closer to zero.
Vec3 projectToZero(const CellField& cell, const Vec3& start);

}  // namespace hipwright
