// The pointer and the keys of a slice view.
#include "ui/slices/slice_view.h"

#include <QMouseEvent>
#include <cmath>
#include <cstdlib>

namespace hipwright {
namespace {

constexpr double kDrag = 4;         // px; less is a click
constexpr double kReach = 8;        // px around a measured point
constexpr double kZoomStep = 1.15;  // per notch of the wheel
constexpr int kNotch = 120;         // eighths of a degree

double distance(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

}  // namespace

void SliceView::pressLeft(QPointF at) {
  const Vec3 point = frame().toPatient(at);
  if (m_scene.tool() != SliceTool::Navigate) {
    const bool ruler = m_scene.tool() == SliceTool::Ruler;
    return take(m_gesture.press(ruler ? MeasurementKind::Ruler : MeasurementKind::Angle, m_plane, point));
  }
  const auto near = pointNear(m_scene.measurements(), frame(), step(), at, kReach);
  m_drag = near ? Drag::Point : Drag::Undecided;
  if (near) m_held = *near;
  const auto grip = near ? std::nullopt : gripHere(at);
  if (!grip) return;
  m_drag = Drag::Region;
  m_grip = *grip;
  m_regionAtPress = *m_scene.region();
}

std::optional<RegionGrip> SliceView::gripHere(QPointF at) const {
  const bool free = m_scene.isRegionFree() && m_scene.isShown(SliceLayer::Region);
  if (!m_scene.region() || !free || m_scene.tool() != SliceTool::Navigate) return std::nullopt;
  return gripAt(frame(), *m_scene.region(), at);
}

void SliceView::mousePressEvent(QMouseEvent* event) {
  if (!m_scene.ct()) return event->ignore();
  m_pressedAt = m_lastAt = event->position();
  m_windowAtPress = shownWindow();
  const bool pan = event->button() == Qt::MiddleButton ||
                   (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
  if (pan)
    m_drag = Drag::Pan;
  else if (event->button() == Qt::RightButton)
    m_drag = Drag::Zoom;
  else if (event->button() == Qt::LeftButton)
    pressLeft(event->position());
}

void SliceView::dragTo(QPointF at) {
  const QPointF whole = at - m_pressedAt;
  if (m_drag == Drag::Undecided && distance(at, m_pressedAt) >= kDrag) m_drag = Drag::Window;
  if (m_drag == Drag::Window) chooseWindow(dragged(m_windowAtPress, whole.x(), whole.y()));
  if (m_drag == Drag::Pan) m_camera.pan(at - m_lastAt, frame());
  if (m_drag == Drag::Zoom) zoomBy(std::pow(1.01, m_lastAt.y() - at.y()), m_pressedAt);
  if (m_drag == Drag::Point) m_scene.moveMeasurementPoint(m_held, frame().toPatient(at));
  if (m_drag == Drag::Region && (m_scene.isRegionPulled() || distance(at, m_pressedAt) >= kDrag))
    m_scene.pullRegion(pulled(m_regionAtPress, m_grip, frame().toPatient(at) - frame().toPatient(m_pressedAt)));
  if (m_drag != Drag::None) update();
  if (m_drag == Drag::Pan || m_drag == Drag::Zoom) emit cameraMoved();
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  if (event->buttons() == Qt::NoButton) m_drag = Drag::None;  // a menu or another window took the release
  dragTo(at);
  if (m_gesture.isActive()) {
    m_gesture.move(frame().toPatient(at));
    update();
  }
  m_lastAt = at;
  if (m_drag == Drag::None) {
    const auto grip = gripHere(at);
    setCursor(grip ? cursorOf(*grip, m_plane) : Qt::CrossCursor);
  }
  showPointer(at);
}

void SliceView::mouseReleaseEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  if (m_gesture.isActive()) take(m_gesture.release(frame().toPatient(at), distance(at, m_pressedAt)));
  const bool still = m_drag == Drag::Undecided || (m_drag == Drag::Region && !m_scene.isRegionPulled());
  const bool click = still && event->button() == Qt::LeftButton;
  if (m_drag == Drag::Region) m_scene.keepPulledRegion();
  m_drag = Drag::None;
  if (click) m_scene.setCrosshair(frame().toPatient(at));
  if (event->button() == Qt::RightButton && distance(at, m_pressedAt) < kDrag)
    showMenu(event->globalPosition().toPoint());
}

void SliceView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_scene.tool() != SliceTool::Navigate) return mousePressEvent(event);
  m_drag = Drag::None;
  emit maximiseWanted();
}

void SliceView::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  m_hu.reset();
  update();
  emit pointerLeft();
}

void SliceView::wheelEvent(QWheelEvent* event) {
  const QPoint angle = event->angleDelta();
  m_wheel += angle.y() != 0 ? angle.y() : angle.x();  // some systems turn the wheel sideways while Shift is held
  if (event->modifiers().testFlag(Qt::ControlModifier)) {
    zoomBy(std::pow(kZoomStep, static_cast<double>(m_wheel) / kNotch), event->position());
    m_wheel = 0;
  } else if (const int notches = m_wheel / kNotch; notches != 0) {
    m_wheel -= notches * kNotch;
    stepSlices(notches * (event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1));
  }
  showPointer(event->position());
  event->accept();
}

void SliceView::keyPressEvent(QKeyEvent* event) {
  const bool known = m_scene.ct() && handleKey(event->key(), event->modifiers() & ~Qt::KeypadModifier);
  if (!known) QWidget::keyPressEvent(event);
}

bool SliceView::handleKey(int key, Qt::KeyboardModifiers modifiers) {
  const bool alt = modifiers == Qt::AltModifier;
  const int slices = modifiers.testFlag(Qt::ShiftModifier) ? 10 : 1;
  if (alt && key == Qt::Key_Up) return moveCrosshair(0, -1), true;
  if (alt && key == Qt::Key_Down) return moveCrosshair(0, 1), true;
  if (alt && key == Qt::Key_Left) return moveCrosshair(-1, 0), true;
  if (alt && key == Qt::Key_Right) return moveCrosshair(1, 0), true;
  if ((modifiers & ~Qt::ShiftModifier) != Qt::NoModifier) return false;
  switch (key) {
    case Qt::Key_Up: return stepSlices(slices), true;
    case Qt::Key_Down: return stepSlices(-slices), true;
    case Qt::Key_PageUp: return stepSlices(10), true;
    case Qt::Key_PageDown: return stepSlices(-10), true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomBy(kZoomStep, rect().center()), true;
    case Qt::Key_Minus: return zoomBy(1 / kZoomStep, rect().center()), true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: return removeMeasurementHere(), true;
    default: return modifiers == Qt::NoModifier && handleLetter(key);
  }
}

bool SliceView::handleLetter(int key) {
  switch (key) {
    case Qt::Key_D: return chooseWindow(windowOf(WindowPreset::Default)), true;
    case Qt::Key_B: return chooseWindow(windowOf(WindowPreset::Bone)), true;
    case Qt::Key_T: return chooseWindow(windowOf(WindowPreset::SoftTissue)), true;
    case Qt::Key_M: return chooseWindow(windowOf(WindowPreset::Metal)), true;
    case Qt::Key_X: return m_scene.toggle(SliceLayer::Crosshair), true;
    case Qt::Key_R: return m_scene.toggle(SliceLayer::Region), true;
    case Qt::Key_O: return m_scene.toggle(SliceLayer::Overlay), true;
    case Qt::Key_F: emit maximiseWanted(); return true;
    case Qt::Key_0: return resetView(), true;
    case Qt::Key_Escape: {
      if (m_scene.tool() == SliceTool::Navigate) return false;
      m_gesture.cancel();
      m_scene.setTool(SliceTool::Navigate);
      return true;
    }
    default: return false;
  }
}

}  // namespace hipwright
