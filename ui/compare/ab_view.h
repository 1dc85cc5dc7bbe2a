// Two implants in one slice: A on the left of a bar that can be dragged, B on the right.
#pragma once

#include "ui/slices/slice_camera.h"
#include "ui/slices/slice_picture.h"

#include <QWidget>

namespace hipwright {

class AbView : public QWidget {
  Q_OBJECT

 public:
  explicit AbView(QWidget* parent = nullptr);

  /// The case that is there already changes nothing.
  void setCase(const VolumePtr& ct);

  /// `mark` stands below the name. Without a name nothing is there yet.
  void setSide(bool isB, const QString& name, const QString& mark, const VolumePtr& field);
  void showBox(const Box& box);

  /// Of the slices beside it.
  void setPlace(const Vec3& point, const WindowLevel& window);

  /// While flipped, B is on the left.
  void setFlipped(bool flipped);
  bool isFlipped() const { return m_flipped; }

  /// The bar's place, 0 to 1 from the left.
  void setBar(double share);
  double bar() const { return m_bar; }

  QSize sizeHint() const override { return {280, 280}; }
  QSize minimumSizeHint() const override { return {160, 160}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Side {
    QString name;
    QString mark;
    SliceScene scene;
    SlicePicture picture;
  };

  void paintSide(QPainter& painter, Side& side, const QRectF& part);
  void paintBar(QPainter& painter);
  void paintTitle(QPainter& painter, bool isB) const;
  void describe();

  std::array<Side, 2> m_sides;
  SliceCamera m_camera{Plane::Coronal};
  double m_bar = 0.5;
  bool m_flipped = false;
};

}  // namespace hipwright
