#include "ui/export/dimension_lines.h"

#include "ui/text/wording.h"

#include <QLineF>
#include <QPainter>

#include <array>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kShortest = 28;  // pixels: a shorter edge is seen almost end on
constexpr double kOff = 16;       // from the box to the line
constexpr double kTick = 4;       // to each side
constexpr double kUpwards = 80;   // degrees: upright texts are read from below, whatever the rounding
constexpr double kTextOff = 12;   // from the line to the middle of its text

Vec3 cornerOf(const Box& box, int corner) {
  Vec3 out{};
  for (int a = 0; a < 3; ++a) out[a] = ((corner >> a) & 1) != 0 ? box.upper[a] : box.lower[a];
  return out;
}

/// An upright edge stands best at the left, any other below.
double merit(const QLineF& edge, const QPointF& middle) {
  const QPointF at = edge.center() - middle;
  return std::abs(edge.dy()) > std::abs(edge.dx()) ? -at.x() : at.y();
}

DimensionLine beside(const QLineF& edge, const QPointF& middle) {
  QPointF outward = QPointF(edge.dy(), -edge.dx()) / edge.length();
  if (QPointF::dotProduct(outward, edge.center() - middle) < 0) outward = -outward;
  DimensionLine line;
  line.from = edge.p1() + kOff * outward;
  line.to = edge.p2() + kOff * outward;
  line.outward = outward;
  return line;
}

}  // namespace

std::vector<DimensionLine> dimensionLines(const Box& box, const PictureCamera& camera, const QSizeF& size) {
  std::vector<DimensionLine> lines;
  const QPointF middle = camera.toPixel(box.centre(), size);
  for (int axis = 2; axis >= 0; --axis) {
    QLineF best;
    for (int corner = 0; corner < 8; ++corner) {
      if (((corner >> axis) & 1) != 0) continue;
      const QLineF edge(camera.toPixel(cornerOf(box, corner), size),
                        camera.toPixel(cornerOf(box, corner | 1 << axis), size));
      if (edge.length() >= kShortest && (best.isNull() || merit(edge, middle) > merit(best, middle))) best = edge;
    }
    if (best.isNull()) continue;
    lines.push_back(beside(best, middle));
    lines.back().axis = axis;
    lines.back().mm = box.size()[axis];
  }
  return lines;
}

bool isWithin(const DimensionLine& line, const QRectF& area) {
  const QPointF beyondText = 2 * kTextOff * line.outward;
  return area.contains(line.from) && area.contains(line.to) && area.contains((line.from + line.to) / 2 + beyondText);
}

void drawDimension(QPainter& painter, const DimensionLine& line, const QColor& colour) {
  painter.setPen(QPen(colour, 1.2));
  painter.drawLine(line.from, line.to);
  for (const QPointF& end : {line.from, line.to})
    painter.drawLine(end - kTick * line.outward, end + kTick * line.outward);
  double angle = -QLineF(line.from, line.to).angle();
  while (angle >= kUpwards) angle -= 180;
  while (angle < kUpwards - 180) angle += 180;
  painter.save();
  painter.translate((line.from + line.to) / 2 + kTextOff * line.outward);
  painter.rotate(angle);
  painter.drawText(QRectF(-60, -10, 120, 20), Qt::AlignCenter, QString("%1 mm").arg(numberText(line.mm, 1)));
  painter.restore();
}

}  // namespace hipwright
