// Where a patch's vertex lies inside its cell. Coordinates run from 0 to 1 along each axis of the cell.
#pragma once

#include "engine/core/numeric.h"
#include "engine/surface/cell_patches.h"

#include <array>

namespace hipwright {

/// The field at the cell's corners, minus the level: positive is inside.
using CellSamples = std::array<double, 8>;

CellConfiguration configurationOf(const CellSamples& samples);

/// Mean of the edge crossings of one patch. Crossings keep a distance of kCrossingMargin from the corners, so that the
/// mean lies strictly inside the cell and no triangle collapses where the field equals the level.
inline constexpr double kCrossingMargin = 1e-3;
Vec3 patchMean(const CellSamples& samples, const CellPatches& patches, int patch);

/// The point near `start` where the trilinear field of the cell is zero, found by Newton steps along the gradient;
/// stays strictly inside the cell. Returns `start` if the steps do not come closer to zero.
Vec3 projectToZero(const CellSamples& samples, const Vec3& start);

}  // namespace hipwright
