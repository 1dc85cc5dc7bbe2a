// The frame under the pointer at a larger size, with its caption, over whatever is there.
#pragma once

#include "ui/filmstrip/stage_frame.h"

#include <QWidget>

namespace hipwright {

class EnlargedFrame : public QWidget {
  Q_OBJECT

 public:
  explicit EnlargedFrame(QWidget* parent);

  /// Shows the frame with its picture `height` pixels high. The lower edge stands at `foot`, the middle above it, moved
  /// so that all of it lies on the screen; global coordinates.
  void show(const StageFrame& frame, int height, const QPoint& foot);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  StageFrame m_frame;
};

}  // namespace hipwright
