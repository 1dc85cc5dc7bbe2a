#include "ui/viewport/viewport_window.h"

namespace hipwright {

ViewportWindow::ViewportWindow(QOpenGLWidget& widget) : m_canvas(widget), m_scene(m_canvas.window()) {}

void ViewportWindow::adopt() {
  const bool software = m_canvas.adopt();
  m_scene.setSmoothEdges(software);  // samples cost a processor five times as much as smoothing afterwards
}

void ViewportWindow::paint(unsigned framebuffer) {
  m_canvas.draw(framebuffer, [this] { m_scene.render(); });
  m_canvas.close(framebuffer);
}

std::optional<Vec3> ViewportWindow::pointAt(int x, int y, unsigned framebuffer) {
  std::optional<Vec3> point;
  m_canvas.draw(framebuffer, [&] { point = m_scene.pointAt(x, y); });
  return point;
}

}  // namespace hipwright
