#include "ui/filmstrip/frame_model.h"

#include "ui/text/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace hipwright {
namespace {

class Frames {
  Q_DECLARE_TR_FUNCTIONS(Frames)
};

bool hasPicture(const StageFrame& frame) { return !frame.image.isNull(); }

bool isApproximate(const StageFrame& frame) { return frame.kind == FrameKind::Approximate; }

bool isResult(const StageFrame& frame) { return frame.step >= frame.total; }

QString changeText(double change) {
  return Frames::tr("change %1 %").arg(numberText(change * 100, change < 0.1 ? 1 : 0));
}

}  // namespace

int FrameModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_frames.size());
}

QVariant FrameModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const StageFrame& frame = m_frames[static_cast<std::size_t>(index.row())];
  if (role == kFrameRole) return QVariant::fromValue(frame);
  const QString detail = frameSentence(frame);
  if (role == Qt::AccessibleTextRole) return detail.isEmpty() ? frameTitle(frame) : frameTitle(frame) + ", " + detail;
  return {};
}

Qt::ItemFlags FrameModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  const FrameKind kind = m_frames[static_cast<std::size_t>(index.row())].kind;
  if (kind == FrameKind::Waiting || kind == FrameKind::NotRun) return Qt::NoItemFlags;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

void FrameModel::setFrames(std::vector<StageFrame> frames) {
  beginResetModel();
  m_frames = std::move(frames);
  m_busy.reset();
  endResetModel();
  update();
}

void FrameModel::put(const StageFrame& frame) {
  const auto at = std::lower_bound(m_frames.begin(), m_frames.end(), frame.step,
                                   [](const StageFrame& f, int step) { return f.step < step; });
  const int row = static_cast<int>(at - m_frames.begin());
  if (at != m_frames.end() && at->step == frame.step) {
    if (isApproximate(frame) && hasPicture(*at)) return;
    *at = frame;
  } else {
    beginInsertRows({}, row, row);
    m_frames.insert(at, frame);
    endInsertRows();
  }
  update();
}

void FrameModel::endWaiting(End end) {
  for (StageFrame& frame : m_frames)
    if (frame.kind == FrameKind::Waiting && !(end == End::Finished && isResult(frame))) frame.kind = FrameKind::NotRun;
  update();
}

void FrameModel::setBusy(std::optional<int> step) {
  if (step == m_busy) return;
  m_busy = step;
  update();
}

int FrameModel::rowOf(int step) const {
  const auto at = std::find_if(m_frames.begin(), m_frames.end(), [&](const StageFrame& f) { return f.step == step; });
  return at == m_frames.end() ? -1 : static_cast<int>(at - m_frames.begin());
}

/// An approximation errs by a few percent of its pixels: beside an exact picture that would read as a change.
void FrameModel::update() {
  const StageFrame* exact = nullptr;
  const StageFrame* approximate = nullptr;
  for (StageFrame& frame : m_frames) {
    frame.isBusy = m_busy == frame.step;
    if (!frame.picture || frame.kind == FrameKind::PreOp) continue;
    const StageFrame*& before = isApproximate(frame) ? approximate : exact;
    frame.change = before == nullptr ? std::nullopt : maskChange(*before->picture, *frame.picture);
    if (before != nullptr) frame.changeFrom = before->step;
    before = &frame;
  }
  if (!m_frames.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

QString frameTitle(const StageFrame& frame) {
  if (frame.kind == FrameKind::PreOp) return Frames::tr("Pre-op");
  const bool isFinal = frame.kind == FrameKind::Final || frame.kind == FrameKind::Waiting;
  if (isResult(frame) && isFinal) return Frames::tr("Final");
  return Frames::tr("Step %1").arg(std::min(frame.step + 1, frame.total));
}

QString frameDetail(const StageFrame& frame) {
  if (frame.isBusy) return Frames::tr("decoding…");
  if (frame.kind == FrameKind::Waiting)
    return frame.step >= frame.total ? Frames::tr("at the end") : Frames::tr("after step %1").arg(frame.step + 1);
  if (frame.kind == FrameKind::NotRun) return Frames::tr("not run");
  if (frame.kind == FrameKind::OnDemand) return Frames::tr("click to decode");
  if (frame.kind == FrameKind::PreOp) return {};
  if (!isApproximate(frame)) return frame.change ? changeText(*frame.change) : Frames::tr("exact");
  return frame.change ? QString::fromUtf8("≈ ") + changeText(*frame.change) : Frames::tr("approximate");
}

QString frameSentence(const StageFrame& frame) {
  if (!frame.change || frame.isBusy || frame.image.isNull()) return frameDetail(frame);
  const QString exactness = isApproximate(frame) ? Frames::tr("approximate") : Frames::tr("exact");
  return Frames::tr("%1, %2 since step %3").arg(exactness, changeText(*frame.change)).arg(frame.changeFrom + 1);
}

QString timestepText(const StageFrame& frame) {
  const bool isStage = isApproximate(frame) || frame.kind == FrameKind::Exact || frame.kind == FrameKind::Final;
  return isStage ? QString("t %1").arg(frame.timestep) : QString();
}

}  // namespace hipwright
