#include "ui/slices/measure_gesture.h"

#include <utility>

namespace hipwright {
namespace {

constexpr double kDrag = 4;  // pixels; less is a click

}  // namespace

std::optional<Measurement> MeasureGesture::press(MeasurementKind kind, Plane plane, const Vec3& point) {
  if (m_drawn) return set(point);
  m_drawn = Measurement{kind, plane, {point, point}};
  return std::nullopt;
}

void MeasureGesture::move(const Vec3& point) {
  if (m_drawn) m_drawn->points.back() = point;
}

std::optional<Measurement> MeasureGesture::release(const Vec3& point, double dragged) {
  if (!m_drawn || dragged < kDrag) return std::nullopt;
  return set(point);
}

std::optional<Measurement> MeasureGesture::set(const Vec3& point) {
  m_drawn->points.back() = point;
  if (m_drawn->complete()) return std::exchange(m_drawn, std::nullopt);
  m_drawn->points.push_back(point);
  return std::nullopt;
}

}  // namespace hipwright
