#include "ui/slices/slice_camera.h"

#include <QRectF>
#include <algorithm>

namespace hipwright {
namespace {

constexpr double kClosest = 0.01;  // mm per pixel
constexpr double kFarthest = 20;

}  // namespace

void SliceCamera::fit(const Box& box) {
  m_box = box;
  m_fitted = true;
}

SliceFrame SliceCamera::frame(QSize size, const Vec3& through) const {
  SliceFrame frame{m_plane, m_fitted ? m_box.centre() : m_centre, m_mmPerPixel, size};
  if (m_fitted) frame.mmPerPixel = std::clamp(fittingScale(m_box, m_plane, size), kClosest, kFarthest);
  frame.centre[normalAxis(m_plane)] = through[normalAxis(m_plane)];
  return frame;
}

void SliceCamera::keep(const SliceFrame& frame) {
  m_centre = frame.centre;
  m_mmPerPixel = frame.mmPerPixel;
  m_fitted = false;
}

void SliceCamera::zoom(double factor, QPointF anchor, const SliceFrame& frame) {
  SliceFrame next = frame;
  next.mmPerPixel = std::clamp(frame.mmPerPixel / factor, kClosest, kFarthest);
  next.centre = next.centre + (frame.toPatient(anchor) - next.toPatient(anchor));
  keep(next);
}

void SliceCamera::pan(QPointF by, const SliceFrame& frame) {
  SliceFrame next = frame;
  next.centre = frame.toPatient(QPointF(0.5 * frame.size.width(), 0.5 * frame.size.height()) - by);
  keep(next);
}

bool SliceCamera::reveal(const Vec3& point, const SliceFrame& frame) {
  const QRectF shown(QPointF(0, 0), QSizeF(frame.size));
  const QPointF pixel = frame.toPixel(point);
  if (shown.isEmpty() || shown.contains(pixel)) return false;
  pan(shown.center() - pixel, frame);
  return true;
}

}  // namespace hipwright
