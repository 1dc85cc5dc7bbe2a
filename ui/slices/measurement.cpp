#include "ui/slices/measurement.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hipwright {

std::optional<double> valueOf(const Measurement& m) {
  if (!m.complete()) return std::nullopt;
  if (m.kind == MeasurementKind::Ruler) return length(m.points[1] - m.points[0]);
  const Vec3 a = m.points[0] - m.points[1];
  const Vec3 b = m.points[2] - m.points[1];
  if (length(a) <= 0 || length(b) <= 0) return std::nullopt;
  return std::atan2(length(cross(a, b)), dot(a, b)) * 180 / std::numbers::pi;
}

QString valueText(const Measurement& m) {
  const std::optional<double> value = valueOf(m);
  if (!value) return {};
  return QString::number(*value, 'f', 1) + (m.kind == MeasurementKind::Ruler ? QStringLiteral(" mm") : QString(u'°'));
}

bool isOn(const Measurement& m, const SliceFrame& frame, double step) {
  return m.plane == frame.plane && !m.points.empty() && std::abs(frame.distance(m.points.front())) <= 0.5 * step;
}

std::optional<MeasurementPoint> pointNear(const std::vector<Measurement>& list, const SliceFrame& frame, double step,
                                          QPointF pixel, double reach) {
  std::optional<MeasurementPoint> best;
  double nearest = reach;
  for (std::size_t i = 0; i < list.size(); ++i)
    for (std::size_t j = 0; isOn(list[i], frame, step) && j < list[i].points.size(); ++j) {
      const QPointF offset = frame.toPixel(list[i].points[j]) - pixel;
      const double distance = std::hypot(offset.x(), offset.y());
      if (distance > nearest) continue;
      nearest = distance;
      best = {i, j};
    }
  return best;
}

double scaleBarLength(double mmPerPixel, double pixels) {
  const double most = mmPerPixel * pixels;
  const double power = std::pow(10, std::floor(std::log10(most)));
  for (const double factor : {5.0, 2.0})
    if (factor * power <= most) return factor * power;
  return power;
}

}  // namespace hipwright
