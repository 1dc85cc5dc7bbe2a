// The small cross of axes in the corner of the 3-D view that says where the patient's head, front and side are.
#pragma once

#include "ui/theme/theme.h"
#include "ui/viewport/camera_pose.h"

#include <QWidget>

namespace hipwright {

class OrientationMarker : public QWidget {
  Q_OBJECT

 public:
  explicit OrientationMarker(QWidget* parent);

  void setOrientation(const CameraPose& pose);

  /// What it stands on: chooses dark or light letters and axes.
  void setBackground(const QColor& background);

  /// Its own picture with the upper left corner at the painter's origin.
  void paintOn(QPainter& painter) const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  CameraPose m_pose;
  Theme m_theme;
};

}  // namespace hipwright
