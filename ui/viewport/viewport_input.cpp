// The pointer and the keys of the 3-D view.
#include "ui/viewport/viewport.h"

#include "ui/viewport/camera_gestures.h"
#include "ui/viewport/orientation_marker.h"

#include <QMouseEvent>

namespace hipwright {
namespace {

constexpr double kDrag = 4;  // px; less is a click

}  // namespace

void Viewport::mousePressEvent(QMouseEvent* event) {
  m_pressedAt = m_lastAt = event->position();
  event->accept();
}

void Viewport::mouseMoveEvent(QMouseEvent* event) {
  const QPointF by = event->position() - m_lastAt;
  m_lastAt = event->position();
  const bool turns = event->buttons() == Qt::LeftButton && !event->modifiers().testFlag(Qt::ShiftModifier);
  if (turns && (m_lastAt - m_pressedAt).manhattanLength() < kDrag) return;
  if (const std::optional<CameraPose> pose = dragged(m_pose, *event, by, height())) steer(*pose);
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
  steer(wheeled(m_pose, *event));
  event->accept();
}

void Viewport::keyPressEvent(QKeyEvent* event) {
  if (!handleKey(event->key(), chosenModifiers(event->modifiers()))) QOpenGLWidget::keyPressEvent(event);
}

bool Viewport::handleKey(int key, Qt::KeyboardModifiers modifiers) {
  if (const std::optional<AnatomicalView> view = viewOfKey(key, modifiers)) return look(*view), true;
  if (modifiers != Qt::NoModifier) return false;
  if (const std::optional<CameraPose> pose = steeredBy(key, m_pose)) return steer(*pose), true;
  switch (key) {
    case Qt::Key_0: return resetView(), true;
    case Qt::Key_F: emit maximiseWanted(); return true;
    case Qt::Key_X: return setCrosshairShown(!m_crosshairShown), true;
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
