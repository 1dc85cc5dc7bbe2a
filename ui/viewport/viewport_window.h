// The handshake between a QOpenGLWidget and VTK: whose context, which framebuffer, what size.
#pragma once

#include "ui/viewport/volume_scene.h"

#include <memory>

class QOpenGLWidget;

namespace hipwright {

/// A VTK render window that draws into the widget's framebuffer, and only when the widget paints. GUI thread.
class ViewportWindow {
 public:
  explicit ViewportWindow(QOpenGLWidget& widget);
  ~ViewportWindow();
  ViewportWindow(const ViewportWindow&) = delete;
  ViewportWindow& operator=(const ViewportWindow&) = delete;

  VolumeScene& scene();

  void adopt();    ///< the widget has a new context, and it is current
  void release();  ///< the context goes away; it is current for the last time
  void resize(const QSize& logical, double ratio);
  void paint(unsigned framebuffer);
  std::optional<Vec3> pointAt(int x, int y, unsigned framebuffer);

 private:
  struct Parts;
  std::unique_ptr<Parts> m;
};

}  // namespace hipwright
