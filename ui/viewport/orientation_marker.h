// The small cross of axes in the corner of the 3-D view that says where the patient's head, front and side are.
#pragma once

#include "ui/viewport/camera_pose.h"

#include <QWidget>

namespace hipwright {

class OrientationMarker : public QWidget {
  Q_OBJECT

 public:
  explicit OrientationMarker(QWidget* parent);

  void setOrientation(const CameraPose& pose);

  /// Its own picture with the upper left corner at the painter's origin.
  void paintOn(QPainter& painter) const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  CameraPose m_pose;
};

}  // namespace hipwright
