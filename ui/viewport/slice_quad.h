// A slice as a picture that stands in space: what the 3-D view shows where the crosshair is.
#pragma once

#include "engine/core/volume.h"
#include "ui/slices/plane.h"
#include "ui/slices/window_level.h"

#include <QImage>

namespace hipwright {

struct SliceQuad {
  Vec3 corner{0, 0, 0};  ///< LPS mm of the upper left corner of the picture
  Vec3 right{1, 0, 0};   ///< mm from there to the upper right corner
  Vec3 down{0, 1, 0};    ///< mm from there to the lower left corner
  QImage image;          ///< Format_RGB32, at most 384 pixels a side
};

/// The whole slice through a point. Some milliseconds; any thread.
SliceQuad sliceQuad(const Volume& ct, Plane plane, const Vec3& through, const WindowLevel& window);

}  // namespace hipwright
