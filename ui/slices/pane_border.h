// The strip between two views that the pointer can take and pull.
#pragma once

#include <QWidget>

namespace hipwright {

class PaneBorderGrip : public QWidget {
  Q_OBJECT

 public:
  explicit PaneBorderGrip(QWidget* parent);

  void setDirection(Qt::Orientation moves);

 signals:
  /// The pointer is here, in the parent's coordinates.
  void pulledTo(QPoint place);
  void resetWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Qt::Orientation m_moves = Qt::Horizontal;
  bool m_hot = false;
};

}  // namespace hipwright
