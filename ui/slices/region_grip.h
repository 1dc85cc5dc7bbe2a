// Taking hold of the region of interest in a slice: which of its faces the pointer holds, and where pulling them takes
// the box. Knows no widget.
#pragma once

#include "ui/slices/plane.h"

#include <QRectF>

#include <optional>

namespace hipwright {

/// What of the box moves: per patient axis its lower face (-1), its upper face (1) or neither (0); or all of it.
struct RegionGrip {
  std::array<int, 3> face{0, 0, 0};
  bool whole = false;

  bool operator==(const RegionGrip&) const = default;
};

/// No face comes nearer to the opposite one than this, in mm.
inline constexpr double kLeastRegionMm = 10;

/// Where the box appears in a slice, in pixels; nothing if the slice does not meet it.
std::optional<QRectF> regionRect(const SliceFrame& frame, const Box& region);

/// The middle of the box moves it, an edge its face, a corner both.
std::optional<RegionGrip> gripAt(const SliceFrame& frame, const Box& region, QPointF at);

/// The box with what is held moved by so many mm of the patient, to a tenth of a mm.
Box pulled(const Box& region, const RegionGrip& grip, const Vec3& by);

/// What the pointer looks like over it.
Qt::CursorShape cursorOf(const RegionGrip& grip, Plane plane);

}  // namespace hipwright
