// Samples a volume on a flat raster anywhere in the patient: what every slice picture is made of.
#pragma once

#include "engine/core/volume.h"
#include "ui/slices/plane.h"

#include <QRect>
#include <optional>
#include <span>

namespace hipwright {

/// A raster in patient space: the centre of pixel (x, y) lies at origin + x * right + y * down.
struct SliceRaster {
  Vec3 origin{0, 0, 0};  ///< LPS mm
  Vec3 right{1, 0, 0};   ///< mm from a pixel to the next
  Vec3 down{0, 1, 0};    ///< mm from a row to the next
  QSize size;            ///< pixels
};

/// The raster of a picture, with one sample for every `step` x `step` pixels.
SliceRaster rasterOf(const SliceFrame& frame, int step);

/// The part of a raster inside `part`, a rectangle in its pixels.
SliceRaster cropped(const SliceRaster& raster, const QRect& part);

/// Trilinear samples, row by row, `values` having one place per pixel. A volume reaches half a voxel beyond its outer
/// voxel centres, where the outer values go on; beyond that stands `outside`. Oblique and mirrored grids are sampled as
/// they lie. Any thread.
void sampleSlice(const Volume& volume, const SliceRaster& raster, float outside, std::span<float> values);

/// The value of the voxel that holds the point, as stored; nothing outside the volume.
std::optional<float> voxelAt(const Volume& volume, const Vec3& point);

/// The box around all voxels above the level, one voxel wider on every side; nothing if there are none.
std::optional<Box> boundsAbove(const Volume& volume, float level);

}  // namespace hipwright
