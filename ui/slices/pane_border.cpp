#include "ui/slices/pane_border.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace hipwright {

PaneBorderGrip::PaneBorderGrip(QWidget* parent) : QWidget(parent) { setDirection(Qt::Horizontal); }

void PaneBorderGrip::setDirection(Qt::Orientation moves) {
  m_moves = moves;
  setCursor(moves == Qt::Horizontal ? Qt::SplitHCursor : Qt::SplitVCursor);
}

void PaneBorderGrip::paintEvent(QPaintEvent* /*event*/) {
  const Theme theme = themeOf(palette());
  const QRect middle =
      m_moves == Qt::Horizontal ? QRect(width() / 2 - 1, 0, 2, height()) : QRect(0, height() / 2 - 1, width(), 2);
  QPainter(this).fillRect(middle, m_hot ? theme.accent : theme.line);
}

void PaneBorderGrip::mousePressEvent(QMouseEvent* event) { event->accept(); }

void PaneBorderGrip::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons().testFlag(Qt::LeftButton)) emit pulledTo(mapToParent(event->position().toPoint()));
}

void PaneBorderGrip::mouseReleaseEvent(QMouseEvent* event) {
  event->accept();
  if (!rect().contains(event->position().toPoint())) leaveEvent(event);
}

void PaneBorderGrip::mouseDoubleClickEvent(QMouseEvent* /*event*/) { emit resetWanted(); }

void PaneBorderGrip::enterEvent(QEnterEvent* /*event*/) {
  m_hot = true;
  update();
}

void PaneBorderGrip::leaveEvent(QEvent* /*event*/) {
  m_hot = false;
  update();
}

}  // namespace hipwright
