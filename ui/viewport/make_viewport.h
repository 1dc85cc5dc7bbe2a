// Makes the 3-D view, or a sentence in its place on a machine that cannot show one.
#pragma once

#include <QString>

class QWidget;

namespace hipwright {

class Viewport;
class ViewportTools;
class ViewportFoot;

enum class OpenGlUse { Probe, Never };

/// Parentless widgets for the caller to place. Without OpenGL `view` shows the reason and the other three are null.
struct ViewportParts {
  QWidget* view = nullptr;
  Viewport* viewport = nullptr;  ///< the same widget as `view`
  ViewportTools* tools = nullptr;
  ViewportFoot* foot = nullptr;
  QString problem;        ///< empty if the view works
  bool software = false;  ///< the processor draws: many triangles keep the window busy
};

/// Never is for people whose driver answers the probe and then fails. GUI thread.
ViewportParts makeViewport(OpenGlUse use = OpenGlUse::Probe);

}  // namespace hipwright
