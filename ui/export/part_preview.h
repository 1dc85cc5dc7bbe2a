// The implant as it will be saved, with its size along its edges and the faults of the report coloured. Painted on the
// processor: it looks the same on every machine.
#pragma once

#include "ui/viewport/marked_part.h"
#include "ui/viewport/surface_picture.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace hipwright {

/// Dragging turns it, the wheel and + and - zoom, the arrow keys turn, 0 and a double-click show all of it. GUI thread.
class PartPreview : public QWidget {
  Q_OBJECT

 public:
  explicit PartPreview(QWidget* parent = nullptr);

  /// Null for none; a new surface keeps the camera, the first one is shown whole.
  void setSurface(std::shared_ptr<const ShownSurface> surface);
  /// What a repair left out, as a shadow of itself; null for nothing.
  void setDropped(std::shared_ptr<const ShownSurface> dropped);
  bool showsDropped() const { return m_dropped != nullptr; }
  /// What stands there without a surface.
  void setMessage(const QString& text);

  /// Colours a part and turns to it; nothing shows all of the implant again.
  void mark(const std::optional<MarkedPart>& part);
  bool isMarked() const { return m_marked.has_value(); }

  void showAll();
  const PictureCamera& camera() const { return m_camera; }

  /// The picture is that of the newest surface, mark and camera.
  bool isReady() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Shot {
    QImage image;
    PictureCamera camera;
    int turn = 0;
  };

  void setCamera(const PictureCamera& camera);
  void turnBy(QPointF pixels);
  void zoomBy(double factor);
  PictureCamera wholeFrom(const QQuaternion& orientation) const;
  double fittingScale(const Box& box, const CameraPose& pose) const;
  SurfacePicture wanted() const;
  void refresh();
  void take(Shot shot);
  void drawNotes(QPainter& painter) const;

  std::shared_ptr<const ShownSurface> m_surface;
  std::shared_ptr<const ShownSurface> m_marks;
  std::shared_ptr<const ShownSurface> m_dropped;
  std::optional<MarkedPart> m_marked;
  QString m_message;
  PictureCamera m_camera;
  Shot m_shot;              ///< what is shown
  int m_turn = 0;           ///< of the picture that is wanted
  bool m_painting = false;  ///< one is being made on another thread
  bool m_turning = false;
  QPointF m_lastAt;
};

}  // namespace hipwright
