#include "ui/viewport/camera_gestures.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace hipwright {
namespace {

constexpr double kZoomStep = 1.15;
constexpr double kDragZoom = 1.01;  // for each px
constexpr double kNotch = 120;      // of a wheel
constexpr double kKeyTurn = 20;     // px of a drag that an arrow key stands for

}  // namespace

std::optional<CameraPose> dragged(const CameraPose& pose, const QMouseEvent& event, QPointF by, int height) {
  const Qt::MouseButtons buttons = event.buttons();
  const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
  if (buttons.testFlag(Qt::MiddleButton) || (buttons.testFlag(Qt::LeftButton) && shift))
    return panned(pose, by, height);
  if (buttons.testFlag(Qt::LeftButton)) return orbited(pose, by);
  if (buttons.testFlag(Qt::RightButton)) return zoomed(pose, std::pow(kDragZoom, -by.y()));
  return std::nullopt;
}

CameraPose wheeled(const CameraPose& pose, const QWheelEvent& event) {
  return zoomed(pose, std::pow(kZoomStep, event.angleDelta().y() / kNotch));
}

std::optional<CameraPose> steeredBy(int key, const CameraPose& pose) {
  switch (key) {
    case Qt::Key_Left: return orbited(pose, {-kKeyTurn, 0});
    case Qt::Key_Right: return orbited(pose, {kKeyTurn, 0});
    case Qt::Key_Up: return orbited(pose, {0, -kKeyTurn});
    case Qt::Key_Down: return orbited(pose, {0, kKeyTurn});
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomed(pose, kZoomStep);
    case Qt::Key_Minus: return zoomed(pose, 1 / kZoomStep);
    default: return std::nullopt;
  }
}

std::optional<AnatomicalView> viewOfKey(int key, Qt::KeyboardModifiers modifiers) {
  const bool alt = modifiers == Qt::AltModifier;
  if (alt && key == Qt::Key_R) return AnatomicalView::Right;
  if (alt && key == Qt::Key_S) return AnatomicalView::Superior;
  if (modifiers != Qt::NoModifier) return std::nullopt;
  switch (key) {
    case Qt::Key_A: return AnatomicalView::Anterior;
    case Qt::Key_P: return AnatomicalView::Posterior;
    case Qt::Key_L: return AnatomicalView::Left;
    case Qt::Key_I: return AnatomicalView::Inferior;
    default: return std::nullopt;
  }
}

Qt::KeyboardModifiers chosenModifiers(Qt::KeyboardModifiers modifiers) {
  return modifiers & ~(Qt::KeypadModifier | Qt::ShiftModifier);
}

}  // namespace hipwright
