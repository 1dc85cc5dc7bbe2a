// The words for planes and windows, and the menu behind a right click on a slice.
#pragma once

#include "ui/slices/plane.h"
#include "ui/slices/window_level.h"

class QMenu;

namespace hipwright {

class SliceScene;
class SliceView;

QString planeName(Plane plane);           ///< "Axial", in the user's language
QString windowName(WindowPreset preset);  ///< "Soft tissue", in the user's language

/// Windows, tools, what is shown, and copying the picture. Owned by the view.
QMenu* makeSliceMenu(SliceView& view, SliceScene& scene);

}  // namespace hipwright
