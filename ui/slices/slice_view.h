// One plane of the case as a widget: paints the slice with its notes and turns pointer and keys into wishes of the
// scene.
#pragma once

#include "ui/slices/measure_gesture.h"
#include "ui/slices/region_grip.h"
#include "ui/slices/slice_camera.h"
#include "ui/slices/slice_picture.h"

#include <QFontMetricsF>
#include <QWidget>

namespace hipwright {

/// Click: crosshair. Left drag: window and level, or the region by its edges, corners and middle. Middle drag: pan.
/// Right drag, Ctrl and wheel, + and -: zoom. Wheel, Up, Down: slice; with Shift, Page Up, Page Down: ten. Alt and
/// arrows move the crosshair in the plane. The letters D, B, T, M, X, R, O, F and 0 as the guide has them. GUI thread.
class SliceView : public QWidget {
  Q_OBJECT

 public:
  /// `scene` outlives the view.
  SliceView(Plane plane, SliceScene& scene, QWidget* parent = nullptr);

  Plane plane() const { return m_plane; }

  /// What is shown now, in logical pixels.
  SliceFrame frame() const { return m_camera.frame(size(), m_scene.crosshair()); }

  /// The slice as shown, with or without the notes around it.
  QImage picture();

  /// The scene's, unless this view has one of its own.
  const WindowLevel& shownWindow() const { return m_ownWindow ? *m_ownWindow : m_scene.window(); }
  /// For all views while they are linked, otherwise for this one.
  void chooseWindow(const WindowLevel& window);

  /// Shows this box whole, now and whenever the view is reset; LPS mm.
  void showBox(const Box& box);

  /// The part of the slice that is shown, to give it to another view.
  const SliceCamera& camera() const { return m_camera; }
  void setCamera(const SliceCamera& camera);

  void resetView();
  void stepSlices(int slices);
  void zoomBy(double factor, QPointF anchor);

  QSize sizeHint() const override { return {320, 320}; }
  QSize minimumSizeHint() const override { return {120, 120}; }

 signals:
  void maximiseWanted();
  void cameraMoved();  ///< by the user
  /// The pointer rests on a point of the patient; `hu` is empty outside the scan.
  void pointed(const hipwright::Vec3& point, std::optional<float> hu);
  void pointerLeft();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  enum class Drag { None, Undecided, Window, Pan, Zoom, Point, Region };

  void paintNotes(QPainter& painter, const SliceFrame& frame);
  void paintEmpty(QPainter& painter);
  bool hasRoomForSide() const;
  QString shownNote(const QFontMetricsF& metrics) const;
  void followCrosshair();
  void makeRoomForRegion();
  void showMenu(QPoint at);
  void connectLink();
  void showPointer(QPointF at);
  void dragTo(QPointF at);
  void pressLeft(QPointF at);
  std::optional<RegionGrip> gripHere(QPointF at) const;
  bool handleKey(int key, Qt::KeyboardModifiers modifiers);
  bool handleLetter(int key);
  void moveCrosshair(int right, int down);
  void removeMeasurementHere();
  void take(const std::optional<Measurement>& finished);
  double step() const;

  Plane m_plane;
  SliceScene& m_scene;
  SliceCamera m_camera;
  SlicePicture m_picture;
  std::optional<WindowLevel> m_ownWindow;
  MeasureGesture m_gesture;
  Drag m_drag = Drag::None;
  MeasurementPoint m_held;
  RegionGrip m_grip;
  Box m_regionAtPress;
  QPointF m_pressedAt;
  QPointF m_lastAt;
  WindowLevel m_windowAtPress;
  int m_wheel = 0;  ///< eighths of a degree not yet used
  std::optional<float> m_hu;
};

}  // namespace hipwright
