// The strip itself: a row of frames that can be picked with the mouse or the arrow keys, enlarged, saved and copied.
#pragma once

#include "ui/filmstrip/frame_model.h"

#include <QListView>

class QLabel;

namespace hipwright {

class FrameDelegate;

class FrameStrip : public QListView {
  Q_OBJECT

 public:
  explicit FrameStrip(QWidget* parent = nullptr);

  FrameModel& frames() { return *m_frames; }

  /// Selects a frame without saying so.
  void selectStep(int step);

  /// At which the frames, but at least so many, fill the height; less shrinks them.
  int wantedWidth(int frames) const;

  /// All frames that have a picture, side by side with their captions; null if there is none.
  QImage stripImage() const;

 signals:
  /// The user chose a frame, with or without a picture.
  void stepPicked(int step);
  void framesFitted();  ///< their number, shape or height may be another one

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  bool viewportEvent(QEvent* event) override;

 private:
  const StageFrame* frameAt(const QModelIndex& index) const;
  void showEnlarged(const QModelIndex& index);
  void saveImage(const QImage& image, const QString& suggestion);
  void fitFrames();

  FrameModel* m_frames;
  FrameDelegate* m_delegate;
  QLabel* m_enlarged;  ///< the frame under the pointer at twice its size
  bool m_quiet = false;
};

}  // namespace hipwright
