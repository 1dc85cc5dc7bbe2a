// The 3-D view's scene on its widget's canvas.
#pragma once

#include "ui/viewport/volume_scene.h"
#include "ui/viewport/vtk_canvas.h"

namespace hipwright {

/// Draws the scene into the widget's framebuffer, and only when the widget paints. GUI thread.
class ViewportWindow {
 public:
  explicit ViewportWindow(QOpenGLWidget& widget);

  VolumeScene& scene() { return m_scene; }

  void adopt();                           ///< the widget has a new context, and it is current
  void release() { m_canvas.release(); }  ///< the context goes away; it is current for the last time
  void resize(const QSize& logical, double ratio) { m_canvas.resize(logical, ratio); }
  void paint(unsigned framebuffer);
  std::optional<Vec3> pointAt(int x, int y, unsigned framebuffer);

 private:
  VtkCanvas m_canvas;
  VolumeScene m_scene;
};

}  // namespace hipwright
