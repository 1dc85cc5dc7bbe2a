// Finds out, before any 3-D widget exists, whether this machine can show one: a widget that cannot would crash.
#pragma once

#include <QString>
#include <QSurfaceFormat>

class QWidget;

namespace hipwright {

/// What the 3-D view asks of OpenGL: 3.2 core, depth and stencil, no samples of its own.
QSurfaceFormat viewportFormat();

struct OpenGlAnswer {
  bool usable = false;
  bool software = false;  ///< a renderer on the processor: fewer samples, simpler light
  QString renderer;       ///< as the driver calls itself
  QString problem;        ///< one sentence if it cannot be used, in the user's language
};

/// Makes a context off screen and asks. GUI thread, after QGuiApplication; takes some milliseconds.
OpenGlAnswer probeOpenGl();

/// Gives a window that has not been shown yet the kind of surface that widgets with OpenGL in it need. Qt changes it
/// when the first such widget comes, and the window is black for as long as that takes. Does nothing without OpenGL.
void prepareForOpenGl(QWidget& window);

}  // namespace hipwright
