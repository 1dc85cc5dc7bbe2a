// The frames of the strip as a list model: kept in the order of their steps, replaced in place.
#pragma once

#include "ui/filmstrip/stage_frame.h"

#include <QAbstractListModel>

#include <vector>

namespace hipwright {

class FrameModel : public QAbstractListModel {
  Q_OBJECT

 public:
  /// The StageFrame itself, for the delegate.
  static constexpr int kFrameRole = Qt::UserRole + 1;

  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

  const std::vector<StageFrame>& frames() const { return m_frames; }

  void setFrames(std::vector<StageFrame> frames);

  /// Replaces the frame of this step, or puts it where it belongs. An approximation never replaces an exact picture.
  void put(const StageFrame& frame);

  /// Frames that still wait will not come.
  void endWaiting();

  /// Row of a step; -1 if there is none.
  int rowOf(int step) const;

 private:
  void updateChanges();

  std::vector<StageFrame> m_frames;
};

/// "Step 31", "Pre-op", "Final".
QString frameTitle(const StageFrame& frame);

/// The second line: change since the frame before, how exact it is, or when it comes.
QString frameDetail(const StageFrame& frame);

}  // namespace hipwright
