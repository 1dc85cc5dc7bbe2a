// The strip itself: a row of frames that can be picked with the mouse or the arrow keys, enlarged, saved and copied.
#pragma once

#include "ui/filmstrip/frame_model.h"
#include "ui/filmstrip/frame_picture.h"

#include <QListView>
#include <QPointer>

#include <cstdint>
#include <functional>

namespace hipwright {

class EnlargedFrame;
class FrameDelegate;

class FrameStrip : public QListView {
  Q_OBJECT

 public:
  explicit FrameStrip(QWidget* parent = nullptr);
  ~FrameStrip() override;

  FrameModel& frames() { return *m_frames; }

  /// Selects a frame without saying so.
  void selectStep(int step);

  /// At which the frames, but at least so many, fill the height; less shrinks them.
  int wantedWidth(int frames) const;

  /// Written into pictures that are copied and saved.
  void setStamp(const PictureStamp& stamp) { m_stamp = stamp; }
  const PictureStamp& stamp() const { return m_stamp; }

  /// What a coronal plane is called in these pictures, by its index; empty: they name none.
  using PlaneWords = std::function<QString(std::int64_t plane)>;
  void setPlaneWords(PlaneWords words) { m_planeWords = std::move(words); }

  /// What is saved: the strip, and one frame of it; null without pictures.
  QImage stripImage() const { return stripPicture(m_frames->frames(), stampFor(m_frames->frames())); }
  QImage frameImageOf(int step) const;

  /// The stamp with the plane that all of these frames show, if it is one.
  PictureStamp stampFor(const std::vector<StageFrame>& frames) const;

 signals:
  /// The user chose a frame that is there or can be decoded; also the one that is selected already.
  void stepPicked(int step);
  void saveFailed(const QString& path);
  void framesFitted();  ///< their number, shape or height may be another one

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  bool viewportEvent(QEvent* event) override;

 private:
  const StageFrame* frameAt(const QModelIndex& index) const;
  void showWords(const QModelIndex& index, const QPoint& at);
  void showEnlarged(const QModelIndex& index);
  void saveImage(const QImage& image, const QString& suggestion);
  void fitFrames();
  void fitChanged();
  int pictureRoom() const;

  FrameModel* m_frames;
  FrameDelegate* m_delegate;
  QPointer<EnlargedFrame> m_enlarged;  ///< the one under the pointer; belongs to the window
  PictureStamp m_stamp;
  PlaneWords m_planeWords;
  bool m_quiet = false;
};

}  // namespace hipwright
