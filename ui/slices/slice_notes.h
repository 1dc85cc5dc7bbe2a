// What stands on a slice besides the picture: letters, scale bar, crosshair, region and measurements.
#pragma once

#include "ui/slices/slice_scene.h"

#include <QColor>

class QPainter;

namespace hipwright {

/// The colour of a plane on pictures; it does not follow the theme.
QColor planeColour(Plane plane);

/// Text with a dark rim, legible on bone and on air. `corner` says which corner of the text stands at `at`
/// (Qt::AlignLeft | Qt::AlignTop, and so on; Qt::AlignCenter the middle).
void paintNote(QPainter& painter, QPointF at, Qt::Alignment corner, const QString& text);

/// A whole number with a true minus sign, as everywhere in the window.
QString wholeText(double value);

/// R/L, A/P and S/I in the middle of the edges.
void paintDirections(QPainter& painter, const SliceFrame& frame);

/// A bar of a round length in the lower right corner.
void paintScaleBar(QPainter& painter, const SliceFrame& frame);

/// The two other planes as lines in their colours, with a gap around the point.
void paintCrosshair(QPainter& painter, const SliceFrame& frame, const Vec3& crosshair);

/// The region of interest where it meets the slice: dashed, with handles to pull it by.
void paintRegion(QPainter& painter, const SliceFrame& frame, const Box& region);

void paintMeasurement(QPainter& painter, const SliceFrame& frame, const Measurement& measurement);

}  // namespace hipwright
