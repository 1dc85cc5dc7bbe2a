// Drawing rulers and angles with the pointer: click by click, or press, drag and release. Knows no widget.
#pragma once

#include "ui/slices/measurement.h"

namespace hipwright {

/// One measurement in the making. The last point follows the pointer until it is set.
class MeasureGesture {
 public:
  bool isActive() const { return m_drawn.has_value(); }
  const std::optional<Measurement>& drawn() const { return m_drawn; }

  /// Starts a measurement, or sets the point that follows the pointer; returns it once it is complete.
  std::optional<Measurement> press(MeasurementKind kind, Plane plane, const Vec3& point);

  void move(const Vec3& point);

  /// The end of a drag sets the point as a click would; `dragged` is how far the pointer went, in pixels.
  std::optional<Measurement> release(const Vec3& point, double dragged);

  void cancel() { m_drawn.reset(); }

 private:
  std::optional<Measurement> set(const Vec3& point);

  std::optional<Measurement> m_drawn;
};

}  // namespace hipwright
