// Distances and angles that the user draws on a slice, in patient millimetres.
#pragma once

#include "ui/slices/plane.h"

#include <optional>
#include <vector>

namespace hipwright {

enum class MeasurementKind { Ruler, Angle };

/// A ruler has two points, an angle three: end, vertex, end. Fewer while it is being drawn.
struct Measurement {
  MeasurementKind kind = MeasurementKind::Ruler;
  Plane plane = Plane::Axial;
  std::vector<Vec3> points;  ///< LPS mm, all in one slice

  std::size_t wanted() const { return kind == MeasurementKind::Ruler ? 2 : 3; }
  bool complete() const { return points.size() == wanted(); }
};

/// mm between the ends of a ruler, degrees (0 to 180) of an angle; nothing while points are missing or an angle's side
/// has no length.
std::optional<double> valueOf(const Measurement& measurement);

/// "42.5 mm" or "127.0°"; empty while there is no value.
QString valueText(const Measurement& measurement);

/// Whether it belongs to the slice shown: same plane, and nearer than half a slice.
bool isOn(const Measurement& measurement, const SliceFrame& frame, double step);

/// A point of a list of measurements.
struct MeasurementPoint {
  std::size_t measurement = 0;
  std::size_t point = 0;
};

/// The point on this slice nearest to the pixel, at most `reach` pixels away.
std::optional<MeasurementPoint> pointNear(const std::vector<Measurement>& list, const SliceFrame& frame, double step,
                                          QPointF pixel, double reach);

/// Length in mm for a scale bar: 1, 2 or 5 times a power of ten, the largest that takes at most `pixels`.
double scaleBarLength(double mmPerPixel, double pixels);

}  // namespace hipwright
