// Surfaces side by side in one widget: cheap to draw and to turn together, also without a graphics card.
#pragma once

#include "ui/viewport/surface_row_scene.h"

#include <QOpenGLWidget>
#include <QTimer>

namespace hipwright {

class OrientationMarker;
class VtkCanvas;

/// Drag: turn. Middle drag or Shift: pan. Wheel and right drag: zoom. The keys of the 3-D view. Cells are turned
/// together until setLinked(false). Make it only where probeOpenGl() says so. GUI thread.
class SurfaceRow : public QOpenGLWidget {
  Q_OBJECT

 public:
  explicit SurfaceRow(QWidget* parent = nullptr);
  ~SurfaceRow() override;

  void setCount(int cells);
  void setSurface(int cell, ShownSurfacePtr surface);  ///< null for none
  void setColours(int cell, const VertexColours& colours, const VertexColours& rough);

  /// All cells take the camera of the first when they are linked again.
  void setLinked(bool linked);
  void resetView();
  const CameraPose& camera(int cell) const { return m_poses[static_cast<std::size_t>(cell)]; }

  /// Draws now.
  QImage screenshot() { return grabFramebuffer(); }

 signals:
  /// The pointer or the keys went to a cell.
  void cellUsed(int cell);

 protected:
  void initializeGL() override;
  void paintGL() override;
  void resizeGL(int width, int height) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void releaseContext();
  void applyTheme();
  void frameAll();
  void steer(const CameraPose& pose);
  void look(AnatomicalView from);
  void beginMoving();
  bool handleKey(int key, Qt::KeyboardModifiers modifiers);
  void useCellAt(QPointF at);
  double aspect() const;

  std::unique_ptr<VtkCanvas> m_canvas;
  std::unique_ptr<SurfaceRowScene> m_scene;
  OrientationMarker* m_marker;
  std::vector<CameraPose> m_poses;
  QTimer m_resting;
  QPointF m_lastAt;
  int m_cell = 0;  ///< the one used last
  bool m_linked = true;
  bool m_steered = false;
  bool m_software = false;
};

}  // namespace hipwright
