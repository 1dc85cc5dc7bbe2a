#include "ui/slices/plane.h"

#include <algorithm>
#include <cmath>

namespace hipwright {

PlaneAxes planeAxes(Plane plane) {
  switch (plane) {
    case Plane::Axial: return {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    case Plane::Coronal: return {{1, 0, 0}, {0, 0, -1}, {0, 1, 0}};
    case Plane::Sagittal: break;
  }
  return {{0, 1, 0}, {0, 0, -1}, {-1, 0, 0}};
}

int normalAxis(Plane plane) {
  switch (plane) {
    case Plane::Axial: return 2;
    case Plane::Coronal: return 1;
    case Plane::Sagittal: break;
  }
  return 0;
}

QChar directionLetter(const Vec3& direction) {
  int axis = 0;
  for (int a = 1; a < 3; ++a)
    if (std::abs(direction[a]) > std::abs(direction[axis])) axis = a;
  return QLatin1Char("RLAPIS"[2 * axis + (direction[axis] > 0 ? 1 : 0)]);
}

QString placeText(int axis, double mm) {
  Vec3 direction{0, 0, 0};
  direction[axis] = mm < 0 ? -1 : 1;
  return QStringLiteral("%1 %2").arg(directionLetter(direction)).arg(std::abs(mm), 0, 'f', 1);
}

QString placeText(const Vec3& point) {
  return placeText(0, point[0]) + ' ' + placeText(1, point[1]) + ' ' + placeText(2, point[2]);
}

Vec3 SliceFrame::toPatient(QPointF pixel) const {
  const PlaneAxes axes = planeAxes(plane);
  return centre + (mmPerPixel * (pixel.x() - 0.5 * size.width())) * axes.right +
         (mmPerPixel * (pixel.y() - 0.5 * size.height())) * axes.down;
}

QPointF SliceFrame::toPixel(const Vec3& point) const {
  const PlaneAxes axes = planeAxes(plane);
  const Vec3 offset = point - centre;
  return {dot(offset, axes.right) / mmPerPixel + 0.5 * size.width(),
          dot(offset, axes.down) / mmPerPixel + 0.5 * size.height()};
}

double SliceFrame::distance(const Vec3& point) const { return dot(point - centre, planeAxes(plane).normal); }

double sliceStep(const Geometry& geometry, Plane plane) {
  const AxisCodes codes = nearestAxes(geometry);
  for (int a = 0; a < 3; ++a)
    if (codes.patientAxis[a] == normalAxis(plane)) return geometry.spacing[a];
  return 1;
}

double fittingScale(const Box& box, Plane plane, QSize size) {
  const PlaneAxes axes = planeAxes(plane);
  const Vec3 extent = box.upper - box.lower;
  return std::max(std::abs(dot(extent, axes.right)) / std::max(size.width(), 1),
                  std::abs(dot(extent, axes.down)) / std::max(size.height(), 1));
}

}  // namespace hipwright
