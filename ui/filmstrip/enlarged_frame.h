// The frame under the pointer at a larger size, with its caption, over whatever is there.
#pragma once

#include "ui/filmstrip/stage_frame.h"

#include <QWidget>

namespace hipwright {

/// A child of the window and no window of its own: the window system would take the pointer from the strip below it.
class EnlargedFrame : public QWidget {
  Q_OBJECT

 public:
  explicit EnlargedFrame(QWidget* window);

  /// Shows the frame with its picture `height` pixels high, less where the window is lower: at the window's lower edge,
  /// beside `cell` if there is room. Coordinates of the window.
  void show(const StageFrame& frame, int height, const QRect& cell);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  StageFrame m_frame;
};

}  // namespace hipwright
