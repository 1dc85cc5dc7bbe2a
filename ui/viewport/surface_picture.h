// Surfaces as a picture made on the processor: in parallel projection, so that lengths can be read off, and on every
// machine, with or without OpenGL.
#pragma once

#include "ui/viewport/camera_pose.h"
#include "ui/viewport/shown_surface.h"

#include <QColor>
#include <QImage>

#include <memory>
#include <vector>

namespace hipwright {

struct PictureCamera {
  CameraPose pose;        ///< its distance does not matter
  double mmPerPixel = 1;  ///< positive

  /// Where a point appears in a picture of that size.
  QPointF toPixel(const Vec3& point, const QSizeF& size) const;

  bool operator==(const PictureCamera& other) const {
    return pose.focus == other.pose.focus && pose.orientation == other.pose.orientation &&
           mmPerPixel == other.mmPerPixel;
  }
};

struct PictureLayer {
  std::shared_ptr<const ShownSurface> surface;  ///< null for none
  QColor colour;
  double through = 0;  ///< how much of the colour is seen where an earlier layer is in front, 0 to 1
};

struct SurfacePicture {
  std::vector<PictureLayer> layers;
  PictureCamera camera;
  QSize size;  ///< pixels
  QColor top;  ///< of the background
  QColor bottom;
};

/// Some 10 ms for 100,000 triangles on 300 x 400 pixels. Any thread.
QImage painted(const SurfacePicture& picture);

}  // namespace hipwright
