// The pointer and the keys of the 3-D view.
#include "ui/viewport/viewport.h"

#include "ui/viewport/orientation_marker.h"

#include <QMouseEvent>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kDrag = 4;  // px; less is a click
constexpr double kZoomStep = 1.15;
constexpr double kKeyTurn = 20;  // px of a drag that an arrow key stands for

}  // namespace

void Viewport::mousePressEvent(QMouseEvent* event) {
  m_pressedAt = m_lastAt = event->position();
  event->accept();
}

void Viewport::mouseMoveEvent(QMouseEvent* event) {
  const QPointF by = event->position() - m_lastAt;
  m_lastAt = event->position();
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  const Qt::MouseButtons buttons = event->buttons();
  if (buttons.testFlag(Qt::MiddleButton) || (buttons.testFlag(Qt::LeftButton) && shift))
    steer(panned(m_pose, by, height()));
  else if (buttons.testFlag(Qt::LeftButton) && (m_lastAt - m_pressedAt).manhattanLength() >= kDrag)
    steer(orbited(m_pose, by));
  else if (buttons.testFlag(Qt::RightButton))
    steer(zoomed(m_pose, std::pow(1.01, -by.y())));
}

void Viewport::mouseReleaseEvent(QMouseEvent* event) {
  const bool click = (event->position() - m_pressedAt).manhattanLength() < kDrag;
  if (event->button() != Qt::LeftButton || !click) return;
  m_pickAt = event->position();
  update();
}

void Viewport::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit maximiseWanted();
  m_pressedAt = {-1000, -1000};  // the release that follows is no click
}

void Viewport::wheelEvent(QWheelEvent* event) {
  steer(zoomed(m_pose, std::pow(kZoomStep, event->angleDelta().y() / 120.0)));
  event->accept();
}

void Viewport::keyPressEvent(QKeyEvent* event) {
  if (!handleKey(event->key(), event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)))
    QOpenGLWidget::keyPressEvent(event);
}

bool Viewport::handleKey(int key, Qt::KeyboardModifiers modifiers) {
  const bool alt = modifiers == Qt::AltModifier;
  if (alt && key == Qt::Key_R) return look(AnatomicalView::Right), true;
  if (alt && key == Qt::Key_S) return look(AnatomicalView::Superior), true;
  if (modifiers != Qt::NoModifier) return false;
  switch (key) {
    case Qt::Key_A: return look(AnatomicalView::Anterior), true;
    case Qt::Key_P: return look(AnatomicalView::Posterior), true;
    case Qt::Key_L: return look(AnatomicalView::Left), true;
    case Qt::Key_I: return look(AnatomicalView::Inferior), true;
    case Qt::Key_0: return resetView(), true;
    case Qt::Key_F: emit maximiseWanted(); return true;
    case Qt::Key_X: return setCrosshairShown(!m_crosshairShown), true;
    case Qt::Key_Left: return steer(orbited(m_pose, {-kKeyTurn, 0})), true;
    case Qt::Key_Right: return steer(orbited(m_pose, {kKeyTurn, 0})), true;
    case Qt::Key_Up: return steer(orbited(m_pose, {0, -kKeyTurn})), true;
    case Qt::Key_Down: return steer(orbited(m_pose, {0, kKeyTurn})), true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: return steer(zoomed(m_pose, kZoomStep)), true;
    case Qt::Key_Minus: return steer(zoomed(m_pose, 1 / kZoomStep)), true;
    default: return false;
  }
}

void Viewport::resizeEvent(QResizeEvent* event) {
  QOpenGLWidget::resizeEvent(event);
  m_marker->move(8, height() - m_marker->height() - 8);
  placeSide();
  frameScene();
}

}  // namespace hipwright
