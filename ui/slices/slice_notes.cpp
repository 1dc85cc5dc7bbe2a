#include "ui/slices/slice_notes.h"

#include "ui/slices/region_grip.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kMargin = 8;           // px between notes and the edge
constexpr double kGap = 12;             // px without lines around the crosshair's point
constexpr double kLongestBar = 96;      // px
constexpr double kRoomForHandles = 96;  // px of an edge that gets a handle in its middle
constexpr double kLetterRoom = 12;      // px beside the letter in the middle of the lower edge

QPen sharp(const QColor& colour, double width) {
  QPen pen(colour, width);
  pen.setCosmetic(true);
  pen.setCapStyle(Qt::FlatCap);
  return pen;
}

void paintRimmed(QPainter& painter, QPointF baseline, const QString& text, const QColor& colour) {
  QPainterPath path;
  path.addText(baseline, painter.font(), text);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.strokePath(path, QPen(Qt::black, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.fillPath(path, colour);
  painter.restore();
}

QPointF baselineOf(const QPainter& painter, QPointF at, Qt::Alignment corner, const QString& text) {
  const QFontMetricsF metrics(painter.font());
  const double width = metrics.horizontalAdvance(text);
  double x = at.x();
  if ((corner & Qt::AlignRight) != 0) x -= width;
  if ((corner & Qt::AlignHCenter) != 0) x -= 0.5 * width;
  double y = at.y() + metrics.ascent();
  if ((corner & Qt::AlignBottom) != 0) y = at.y() - metrics.descent();
  if ((corner & Qt::AlignVCenter) != 0) y = at.y() + 0.5 * (metrics.ascent() - metrics.descent());
  return {std::round(x), std::round(y)};
}

void paintLetter(QPainter& painter, QPointF at, Qt::Alignment corner, const Vec3& direction) {
  const QString letter(directionLetter(direction));
  paintRimmed(painter, baselineOf(painter, at, corner, letter), letter, QColor::fromRgb(picture::kLetters));
}

/// The plane that a line of the crosshair stands for: the one whose normal runs across it.
Plane planeAcross(const Vec3& direction) {
  for (const Plane plane : kPlanes)
    if (std::abs(dot(planeAxes(plane).normal, direction)) > 0.5) return plane;
  return Plane::Axial;
}

QPointF labelPlace(const SliceFrame& frame, const Measurement& m) {
  if (m.kind == MeasurementKind::Angle && m.points.size() > 1) return frame.toPixel(m.points[1]) + QPointF(10, -10);
  return 0.5 * (frame.toPixel(m.points.front()) + frame.toPixel(m.points.back())) + QPointF(8, -8);
}

}  // namespace

QColor planeColour(Plane plane) {
  switch (plane) {
    case Plane::Axial: return QColor::fromRgb(picture::kAxial);
    case Plane::Coronal: return QColor::fromRgb(picture::kCoronal);
    case Plane::Sagittal: break;
  }
  return QColor::fromRgb(picture::kSagittal);
}

void paintNote(QPainter& painter, QPointF at, Qt::Alignment corner, const QString& text) {
  if (!text.isEmpty())
    paintRimmed(painter, baselineOf(painter, at, corner, text), text, QColor::fromRgb(picture::kNotes));
}

QString wholeText(double value) { return QString::number(std::llround(value)).replace('-', QChar(0x2212)); }

void paintDirections(QPainter& painter, const SliceFrame& frame) {
  const PlaneAxes axes = planeAxes(frame.plane);
  const double width = frame.size.width();
  const double height = frame.size.height();
  painter.save();
  QFont bold = painter.font();
  bold.setWeight(QFont::Bold);
  painter.setFont(bold);
  paintLetter(painter, {kMargin, height / 2}, Qt::AlignLeft | Qt::AlignVCenter, -1.0 * axes.right);
  paintLetter(painter, {width - kMargin, height / 2}, Qt::AlignRight | Qt::AlignVCenter, axes.right);
  paintLetter(painter, {width / 2, kMargin - 2}, Qt::AlignHCenter | Qt::AlignTop, -1.0 * axes.down);
  paintLetter(painter, {width / 2, height - kMargin + 2}, Qt::AlignHCenter | Qt::AlignBottom, axes.down);
  painter.restore();
}

void paintScaleBar(QPainter& painter, const SliceFrame& frame) {
  const double most = std::min(kLongestBar, frame.size.width() * 0.3);
  const double mm = scaleBarLength(frame.mmPerPixel, most);
  const double right = frame.size.width() - kMargin - 0.5;
  const double left = std::round(right - mm / frame.mmPerPixel - 0.5) + 0.5;
  const double y = frame.size.height() - kMargin - 2.5;
  const QPolygonF bar({{left, y - 6}, {left, y}, {right, y}, {right, y - 6}});
  painter.save();
  painter.setPen(QPen(Qt::black, 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
  painter.drawPolyline(bar);
  painter.setPen(sharp(QColor::fromRgb(picture::kNotes), 1));
  painter.drawPolyline(bar);
  painter.restore();
  const QString length = QCoreApplication::translate("SliceView", "%1 mm").arg(mm);
  const double words = QFontMetricsF(painter.font()).horizontalAdvance(length);
  const bool beside = left - 6 - words > 0.5 * frame.size.width() + kLetterRoom;
  const QPointF at = beside ? QPointF(left - 6, frame.size.height() - kMargin + 1) : QPointF(right, y - 7);
  paintNote(painter, at, Qt::AlignRight | Qt::AlignBottom, length);
}

void paintCrosshair(QPainter& painter, const SliceFrame& frame, const Vec3& crosshair) {
  const PlaneAxes axes = planeAxes(frame.plane);
  const QPointF at = frame.toPixel(crosshair);
  const double x = std::floor(at.x()) + 0.5;
  const double y = std::floor(at.y()) + 0.5;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setOpacity(0.75);
  painter.setPen(sharp(planeColour(planeAcross(axes.right)), 1));
  painter.drawLine(QLineF(x, 0, x, y - kGap));
  painter.drawLine(QLineF(x, y + kGap, x, frame.size.height()));
  painter.setPen(sharp(planeColour(planeAcross(axes.down)), 1));
  painter.drawLine(QLineF(0, y, x - kGap, y));
  painter.drawLine(QLineF(x + kGap, y, frame.size.width(), y));
  painter.restore();
}

void paintRegion(QPainter& painter, const SliceFrame& frame, const Box& region) {
  const std::optional<QRectF> box = regionRect(frame, region);
  if (!box) return;
  const QColor colour = QColor::fromRgb(picture::kLetters);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(sharp(Qt::black, 1));
  painter.drawRect(*box);
  QPen pen = sharp(colour, 1);
  pen.setDashPattern({4, 4});
  painter.setPen(pen);
  painter.drawRect(*box);
  const QPointF middle = box->center();
  const auto handle = [&](QPointF at) {
    painter.fillRect(QRectF(at - QPointF(4, 4), QSizeF(8, 8)), Qt::black);
    painter.fillRect(QRectF(at - QPointF(3, 3), QSizeF(6, 6)), colour);
  };
  for (const double x : {box->left(), box->right()})
    for (const double y : {box->top(), box->bottom()}) handle({x, y});
  for (const double x : {box->left(), box->right()})
    if (box->height() > kRoomForHandles) handle({x, middle.y()});
  for (const double y : {box->top(), box->bottom()})
    if (box->width() > kRoomForHandles) handle({middle.x(), y});
  handle(middle);
  painter.restore();
}

void paintMeasurement(QPainter& painter, const SliceFrame& frame, const Measurement& m) {
  QPolygonF line;
  for (const Vec3& point : m.points) line << frame.toPixel(point);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(Qt::black, 3.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(line);
  painter.setPen(QPen(QColor::fromRgb(picture::kLetters), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(line);
  painter.setBrush(QColor::fromRgb(picture::kLetters));
  painter.setPen(QPen(Qt::black, 1));
  for (const QPointF point : line) painter.drawEllipse(point, 3.5, 3.5);
  painter.restore();
  paintNote(painter, labelPlace(frame, m), Qt::AlignLeft | Qt::AlignBottom, valueText(m));
}

}  // namespace hipwright
