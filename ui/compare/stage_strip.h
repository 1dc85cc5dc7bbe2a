// The stages of one column: small frames with their steps, as many as the column is wide.
#pragma once

#include "engine/core/box.h"
#include "engine/core/geometry.h"
#include "ui/filmstrip/frame_model.h"

#include <QListView>

class QLabel;

namespace hipwright {

class StageStrip : public QListView {
  Q_OBJECT

 public:
  /// `frames` outlives the strip. `name` tells screen readers which column it is of.
  StageStrip(FrameModel& frames, const QString& name, QWidget* parent = nullptr);

  /// The frames show this part of the case, LPS mm; until then the middle of their pictures.
  void showBox(const hipwright::Box& box, const Geometry& ct);  // QFrame has a Box of its own

  void setReference(bool isReference);

 signals:
  /// The user chose a frame that has a picture.
  void framePicked(const hipwright::StageFrame& frame);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  bool viewportEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void fill(QWidget& part) const;
  void fit();
  void selectLast();

  FrameModel& m_frames;
  QLabel* m_enlarged;
  bool m_isReference = false;
  bool m_picked = false;  ///< by the user
  bool m_quiet = false;
};

}  // namespace hipwright
