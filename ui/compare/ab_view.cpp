#include "ui/compare/ab_view.h"

#include "ui/slices/slice_notes.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kMargin = 8;
constexpr double kStep = 0.02;  // of the width, per arrow key
constexpr int kRing = 2;        // px of the frame that shows the keyboard's place
constexpr QSizeF kGrip(28, 22);
constexpr double kRoomForLetter = 16;  // px from the middle

/// In lines no longer than `room`, where a word is not.
QStringList wrapped(const QString& text, const QFontMetrics& metrics, double room) {
  QStringList lines;
  for (const QString& word : text.split(' ')) {
    const QString longer = lines.isEmpty() ? word : lines.back() + ' ' + word;
    if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= room)
      lines.back() = longer;
    else
      lines << word;
  }
  return lines;
}

}  // namespace

AbView::AbView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setCursor(Qt::SplitHCursor);
  describe();
}

void AbView::setCase(const VolumePtr& ct) {
  if (ct == m_sides[0].scene.ct()) return;
  for (Side& side : m_sides) side.scene.setCase(ct);
  if (ct) m_camera.fit(m_sides[0].scene.bounds());
  update();
}

void AbView::setSide(bool isB, const QString& name, const QString& mark, const VolumePtr& field) {
  Side& side = m_sides[isB ? 1 : 0];
  side.name = name;
  side.mark = mark;
  side.scene.setImplant(field);
  describe();
  update();
}

void AbView::showBox(const Box& box) {
  m_camera.fit(box);
  update();
}

void AbView::setPlace(const Vec3& point, const WindowLevel& window) {
  for (Side& side : m_sides) {
    side.scene.setCrosshair(point);
    side.scene.setWindow(window);
  }
  update();
}

void AbView::setFlipped(bool flipped) {
  if (std::exchange(m_flipped, flipped) == flipped) return;
  describe();
  update();
}

void AbView::setBar(double share) {
  m_bar = std::clamp(share, 0.0, 1.0);
  describe();
  update();
}

void AbView::describe() {
  setAccessibleName(tr("A and B in one slice"));
  const auto words = [this](bool isB) {
    const Side& side = m_sides[isB ? 1 : 0];
    if (side.name.isEmpty()) return tr("nothing yet");
    return side.mark.isEmpty() ? side.name : QString("%1, %2").arg(side.name, side.mark);
  };
  const QString left = words(m_flipped);
  const QString right = words(!m_flipped);
  setAccessibleDescription(
      tr("%1 to the left of the bar at %2 %, %3 to its right").arg(left).arg(std::lround(100 * m_bar)).arg(right));
}

void AbView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), Qt::black);
  if (!m_sides[0].scene.ct()) return;
  const double at = std::round(m_bar * width());
  paintSide(painter, m_sides[m_flipped ? 1 : 0], QRectF(0, 0, at, height()));
  paintSide(painter, m_sides[m_flipped ? 0 : 1], QRectF(at, 0, width() - at, height()));
  paintBar(painter);
  QFont font = fontOf(TextRole::Secondary);
  painter.setFont(font);
  paintDirections(painter, m_camera.frame(size(), m_sides[0].scene.crosshair()));  // over the bar, which would hide S
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  for (const bool isB : {false, true}) paintTitle(painter, isB);
  if (!hasFocus()) return;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(themeOf(palette()).accent, kRing, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
  painter.drawRect(rect().adjusted(kRing / 2, kRing / 2, -kRing / 2, -kRing / 2));
}

void AbView::paintSide(QPainter& painter, Side& side, const QRectF& part) {
  const SliceFrame frame = m_camera.frame(size(), side.scene.crosshair());
  side.picture.update(frame, devicePixelRatioF(), side.scene, side.scene.window());
  painter.save();
  painter.setClipRect(part);
  painter.drawImage(side.picture.area(), side.picture.image());
  painter.setRenderHint(QPainter::Antialiasing);
  painter.strokePath(side.picture.outline(), QPen(QColor::fromRgb(picture::kImplant), 1.2));
  painter.restore();
}

/// In its half of the picture, beside the letter in the middle.
void AbView::paintTitle(QPainter& painter, bool isB) const {
  const Side& side = m_sides[isB ? 1 : 0];
  if (side.name.isEmpty()) return;
  const bool isLeft = isB == m_flipped;
  QStringList lines = wrapped((isB ? "B" : "A") + QString(2, QChar::Nbsp) + side.name, painter.fontMetrics(),
                              width() / 2.0 - kMargin - kRoomForLetter);
  if (!side.mark.isEmpty()) lines << side.mark;
  QPointF at(isLeft ? kMargin : width() - kMargin, kMargin);
  for (const QString& line : lines) {
    paintNote(painter, at, Qt::AlignTop | (isLeft ? Qt::AlignLeft : Qt::AlignRight), line);
    at.ry() += painter.fontMetrics().lineSpacing();
  }
}

void AbView::paintBar(QPainter& painter) {
  const double at = std::round(m_bar * width());
  const QColor white = QColor::fromRgb(picture::kLetters);
  painter.fillRect(QRectF(at - 1, 0, 2, height()), white);
  const QRectF grip(QPointF(at - kGrip.width() / 2, height() - 3 * kGrip.height()), kGrip);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(white);
  painter.drawRoundedRect(grip, size::kRadius, size::kRadius);
  painter.setPen(QPen(Qt::black, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const QPointF middle = grip.center();
  for (const int way : {-1, 1}) {
    const QPointF tip = middle + QPointF(way * 9, 0);
    painter.drawPolyline(QPolygonF({tip - QPointF(way * 4, 4), tip, tip - QPointF(way * 4, -4)}));
  }
}

void AbView::mousePressEvent(QMouseEvent* event) { setBar(event->position().x() / std::max(width(), 1)); }

void AbView::mouseMoveEvent(QMouseEvent* event) { setBar(event->position().x() / std::max(width(), 1)); }

void AbView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left: return setBar(m_bar - kStep);
    case Qt::Key_Right: return setBar(m_bar + kStep);
    case Qt::Key_Home: return setBar(0);
    case Qt::Key_End: return setBar(1);
    default: QWidget::keyPressEvent(event);
  }
}

void AbView::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void AbView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace hipwright
