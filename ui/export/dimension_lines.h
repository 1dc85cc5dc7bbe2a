// Dimension lines along the edges of a box in a picture, so that a part's size can be seen from any side.
#pragma once

#include "ui/viewport/surface_picture.h"

class QPainter;

namespace hipwright {

struct DimensionLine {
  int axis = 0;  ///< of the box
  QPointF from;  ///< pixels, already off the box
  QPointF to;
  QPointF outward;  ///< unit, away from the box
  double mm = 0;
};

/// One for each axis of the box that is not seen end on: below the box or at its left.
std::vector<DimensionLine> dimensionLines(const Box& box, const PictureCamera& camera, const QSizeF& size);

/// The line and its text can be seen whole.
bool isWithin(const DimensionLine& line, const QRectF& area);

/// Line, ends and text "157.1 mm".
void drawDimension(QPainter& painter, const DimensionLine& line, const QColor& colour);

}  // namespace hipwright
