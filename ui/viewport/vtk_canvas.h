// The handshake between a QOpenGLWidget and VTK: whose context, which framebuffer, what size.
#pragma once

#include <QSize>

#include <functional>
#include <memory>

class QOpenGLWidget;
class vtkRenderWindow;

namespace hipwright {

/// A VTK render window that draws into the widget's framebuffer, and only when the widget paints. GUI thread.
class VtkCanvas {
 public:
  explicit VtkCanvas(QOpenGLWidget& widget);
  ~VtkCanvas();
  VtkCanvas(const VtkCanvas&) = delete;
  VtkCanvas& operator=(const VtkCanvas&) = delete;

  vtkRenderWindow& window();

  /// The widget has a new context, and it is current. True if a processor does the drawing.
  bool adopt();
  void release();  ///< the context goes away; it is current for the last time
  void resize(const QSize& logical, double ratio);

  /// Calls draw() with VTK's state in order and the framebuffer bound.
  void draw(unsigned framebuffer, const std::function<void()>& draw);

  /// Makes every pixel opaque: a see-through one would show what is behind the window.
  void close(unsigned framebuffer);

 private:
  struct Parts;
  std::unique_ptr<Parts> m;
};

}  // namespace hipwright
