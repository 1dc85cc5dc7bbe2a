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

  /// A frame that is not there cannot be picked.
  Qt::ItemFlags flags(const QModelIndex& index) const override;

  const std::vector<StageFrame>& frames() const { return m_frames; }

  void setFrames(std::vector<StageFrame> frames);

  /// Replaces the frame of this step, or puts it where it belongs. An approximation never replaces a picture; what was
  /// approximate stays with the exact one, for the changes.
  void put(const StageFrame& frame);

  /// Frames that still wait will not come; the final one does if the run has finished.
  enum class End { Finished, Stopped };
  void endWaiting(End end);

  /// Marks the frame of a step as being decoded, and no other.
  void setBusy(std::optional<int> step);

  /// Row of a step; -1 if there is none.
  int rowOf(int step) const;

 private:
  void update();

  std::vector<StageFrame> m_frames;
  std::optional<int> m_busy;
};

/// "Step 31", "Pre-op", "Final"; what stands in for the final result says its step.
QString frameTitle(const StageFrame& frame);

/// The second line: change since the frame before, or the step that it counts from; how exact it is, or when it comes.
QString frameDetail(const StageFrame& frame);

/// The same in full, where there is room: with the step that the change counts from, and what was compared.
QString frameSentence(const StageFrame& frame);

/// "t 612" of a stage; empty for the rest.
QString timestepText(const StageFrame& frame);

}  // namespace hipwright
