#include "ui/viewport/camera_pose.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hipwright {
namespace {

constexpr double kDegreesPerPixel = 0.5;
const double kTangent = std::tan(kViewAngle / 2 * std::numbers::pi / 180);

Vec3 toVec3(const QVector3D& v) { return {v.x(), v.y(), v.z()}; }
QVector3D toQt(const Vec3& v) { return {static_cast<float>(v[0]), static_cast<float>(v[1]), static_cast<float>(v[2])}; }

Vec3 towardsViewer(AnatomicalView view) {
  switch (view) {
    case AnatomicalView::Anterior: return {0, -1, 0};
    case AnatomicalView::Posterior: return {0, 1, 0};
    case AnatomicalView::Right: return {-1, 0, 0};
    case AnatomicalView::Left: return {1, 0, 0};
    case AnatomicalView::Superior: return {0, 0, 1};
    case AnatomicalView::Inferior: break;
  }
  return {0, 0, -1};
}

}  // namespace

Vec3 CameraPose::right() const { return toVec3(orientation.rotatedVector({1, 0, 0})); }
Vec3 CameraPose::up() const { return toVec3(orientation.rotatedVector({0, 1, 0})); }
Vec3 CameraPose::back() const { return toVec3(orientation.rotatedVector({0, 0, 1})); }

QQuaternion orientationOf(AnatomicalView view) {
  const Vec3 back = towardsViewer(view);
  const Vec3 up = back[2] == 0 ? Vec3{0, 0, 1} : Vec3{0, -1, 0};
  return QQuaternion::fromAxes(toQt(cross(up, back)), toQt(up), toQt(back));
}

CameraPose fitted(const CameraPose& pose, const Box& box, double aspect) {
  const Vec3 half = 0.5 * (box.upper - box.lower);
  const Vec3 right = pose.right();
  const Vec3 up = pose.up();
  const Vec3 back = pose.back();
  double distance = 0;
  for (int corner = 0; corner < 8; ++corner) {  // every corner inside the four sides of the view
    Vec3 c{};
    for (int a = 0; a < 3; ++a) c[a] = ((corner >> a) & 1) != 0 ? half[a] : -half[a];
    const double needed = std::max(std::abs(dot(c, up)), std::abs(dot(c, right)) / std::max(aspect, 0.1)) / kTangent;
    distance = std::max(distance, dot(c, back) + needed);
  }
  CameraPose next = pose;
  next.focus = box.centre();
  next.distance = std::clamp(1.04 * distance, 10.0, 10000.0);
  return next;
}

CameraPose orbited(const CameraPose& pose, QPointF by) {
  CameraPose next = pose;
  const auto yaw = static_cast<float>(-by.x() * kDegreesPerPixel);
  const auto pitch = static_cast<float>(-by.y() * kDegreesPerPixel);
  next.orientation =
      (pose.orientation * QQuaternion::fromAxisAndAngle(0, 1, 0, yaw) * QQuaternion::fromAxisAndAngle(1, 0, 0, pitch))
          .normalized();
  return next;
}

CameraPose panned(const CameraPose& pose, QPointF by, int height) {
  const double mmPerPixel = 2 * pose.distance * kTangent / static_cast<double>(std::max(height, 1));
  CameraPose next = pose;
  next.focus = pose.focus - (mmPerPixel * by.x()) * pose.right() + (mmPerPixel * by.y()) * pose.up();
  return next;
}

CameraPose zoomed(const CameraPose& pose, double factor) {
  CameraPose next = pose;
  next.distance = std::clamp(pose.distance / factor, 10.0, 10000.0);
  return next;
}

CameraPose between(const CameraPose& from, const CameraPose& to, double share) {
  return {from.focus + share * (to.focus - from.focus),
          QQuaternion::slerp(from.orientation, to.orientation, static_cast<float>(share)),
          from.distance + share * (to.distance - from.distance)};
}

}  // namespace hipwright
