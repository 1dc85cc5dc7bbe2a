#include "ui/slices/region_grip.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kReach = 6;      // px around an edge
constexpr double kMiddle = 10;    // px around the middle
constexpr double kSmallest = 48;  // px; in a smaller box the middle would hide the edges

/// The patient axis a screen direction follows, and whether it runs towards its upper face.
struct ScreenAxis {
  int axis = 0;
  int towards = 1;
};

ScreenAxis screenAxis(const Vec3& direction) {
  for (int a = 0; a < 3; ++a)
    if (std::abs(direction[a]) > 0.5) return {a, direction[a] > 0 ? 1 : -1};
  return {};
}

/// -1 near the first edge, 1 near the second, 0 near neither.
int nearEdge(double first, double second, double at) {
  const double toFirst = std::abs(at - first);
  const double toSecond = std::abs(at - second);
  if (std::min(toFirst, toSecond) > kReach) return 0;
  return toFirst < toSecond ? -1 : 1;
}

double toTenth(double mm) { return std::round(mm * 10) / 10; }

}  // namespace

std::optional<QRectF> regionRect(const SliceFrame& frame, const Box& region) {
  const int axis = normalAxis(frame.plane);
  if (frame.centre[axis] < region.lower[axis] || frame.centre[axis] > region.upper[axis]) return std::nullopt;
  return QRectF(frame.toPixel(region.lower), frame.toPixel(region.upper)).normalized();
}

std::optional<RegionGrip> gripAt(const SliceFrame& frame, const Box& region, QPointF at) {
  const std::optional<QRectF> rect = regionRect(frame, region);
  if (!rect || !rect->adjusted(-kReach, -kReach, kReach, kReach).contains(at)) return std::nullopt;
  const PlaneAxes axes = planeAxes(frame.plane);
  const ScreenAxis across = screenAxis(axes.right);
  const ScreenAxis along = screenAxis(axes.down);
  RegionGrip grip;
  grip.face[across.axis] = across.towards * nearEdge(rect->left(), rect->right(), at.x());
  grip.face[along.axis] = along.towards * nearEdge(rect->top(), rect->bottom(), at.y());
  if (grip != RegionGrip{}) return grip;
  const QPointF fromMiddle = at - rect->center();
  const bool roomy = std::min(rect->width(), rect->height()) >= kSmallest;
  grip.whole = !roomy || std::max(std::abs(fromMiddle.x()), std::abs(fromMiddle.y())) <= kMiddle;
  return grip.whole ? std::optional(grip) : std::nullopt;
}

Box pulled(const Box& region, const RegionGrip& grip, const Vec3& by) {
  Box out = region;
  for (int a = 0; a < 3; ++a) {
    const double move = toTenth(by[a]);
    if (grip.whole || grip.face[a] < 0) out.lower[a] += move;
    if (grip.whole || grip.face[a] > 0) out.upper[a] += move;
    if (grip.face[a] < 0) out.lower[a] = std::min(out.lower[a], region.upper[a] - kLeastRegionMm);
    if (grip.face[a] > 0) out.upper[a] = std::max(out.upper[a], region.lower[a] + kLeastRegionMm);
  }
  return out;
}

Qt::CursorShape cursorOf(const RegionGrip& grip, Plane plane) {
  if (grip.whole) return Qt::SizeAllCursor;
  const PlaneAxes axes = planeAxes(plane);
  const ScreenAxis across = screenAxis(axes.right);
  const ScreenAxis along = screenAxis(axes.down);
  const int x = grip.face[across.axis] * across.towards;
  const int y = grip.face[along.axis] * along.towards;
  if (y == 0) return Qt::SizeHorCursor;
  if (x == 0) return Qt::SizeVerCursor;
  return x == y ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
}

}  // namespace hipwright
