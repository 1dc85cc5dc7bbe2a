// How pointer and keys steer a 3-D camera, the same in every 3-D view: left drag turns, middle drag or Shift pans,
// right drag and wheel zoom, arrows turn, plus and minus zoom, letters look along the patient's axes.
#pragma once

#include "ui/viewport/camera_pose.h"

#include <optional>

class QMouseEvent;
class QWheelEvent;

namespace hipwright {

/// The pose after the pointer has moved by `by` pixels with the buttons of the event, in a picture of that height; none
/// if no button steers.
std::optional<CameraPose> dragged(const CameraPose& pose, const QMouseEvent& event, QPointF by, int height);

CameraPose wheeled(const CameraPose& pose, const QWheelEvent& event);

/// None if the key, pressed alone, does not steer.
std::optional<CameraPose> steeredBy(int key, const CameraPose& pose);

/// The side that a key looks from: A, P, L, I, and with Alt R and S.
std::optional<AnatomicalView> viewOfKey(int key, Qt::KeyboardModifiers modifiers);

/// What counts beside a key: on the number pad and for + the others come by themselves.
Qt::KeyboardModifiers chosenModifiers(Qt::KeyboardModifiers modifiers);

}  // namespace hipwright
