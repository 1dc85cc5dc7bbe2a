// Where the 3-D camera stands: turning, panning, zooming and the six anatomical views, as arithmetic.
#pragma once

#include "ui/slices/plane.h"

#include <QQuaternion>

namespace hipwright {

/// The side of the patient that the camera looks from.
enum class AnatomicalView { Anterior, Posterior, Right, Left, Superior, Inferior };

struct CameraPose {
  Vec3 focus{0, 0, 0};      ///< LPS mm in the middle of the picture
  QQuaternion orientation;  ///< turns x, y, z into right, up and towards the viewer
  double distance = 500;    ///< mm from focus to camera

  Vec3 right() const;
  Vec3 up() const;
  Vec3 back() const;  ///< from the focus to the camera
  Vec3 position() const { return focus + distance * back(); }
};

/// Degrees between the lower and the upper edge of the picture.
inline constexpr double kViewAngle = 20;

/// Seen from that side, head up; from above and below, the front is up.
QQuaternion orientationOf(AnatomicalView view);

/// All of the box in the picture, whose width is `aspect` times its height.
CameraPose fitted(const CameraPose& pose, const Box& box, double aspect);

/// The patient follows the pointer by (dx, dy) pixels: half a degree for each.
CameraPose orbited(const CameraPose& pose, QPointF by);

/// What is at the focus follows the pointer in a picture of that height.
CameraPose panned(const CameraPose& pose, QPointF by, int height);

/// Nearer by `factor`; 10 mm to 10 m.
CameraPose zoomed(const CameraPose& pose, double factor);

/// 0 gives `from`, 1 gives `to`.
CameraPose between(const CameraPose& from, const CameraPose& to, double share);

}  // namespace hipwright
