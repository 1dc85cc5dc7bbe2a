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

}  // namespace

int FrameModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_frames.size());
}

QVariant FrameModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const StageFrame& frame = m_frames[static_cast<std::size_t>(index.row())];
  if (role == kFrameRole) return QVariant::fromValue(frame);
  const QString detail = frameDetail(frame);
  if (role == Qt::ToolTipRole && frame.kind == FrameKind::Approximate)
    return Frames::tr("A quick approximation; the exact picture takes its place when it is computed.");
  if (role == Qt::AccessibleTextRole) return detail.isEmpty() ? frameTitle(frame) : frameTitle(frame) + ", " + detail;
  return {};
}

void FrameModel::setFrames(std::vector<StageFrame> frames) {
  beginResetModel();
  m_frames = std::move(frames);
  endResetModel();
  updateChanges();
}

void FrameModel::put(const StageFrame& frame) {
  const auto at = std::lower_bound(m_frames.begin(), m_frames.end(), frame.step,
                                   [](const StageFrame& f, int step) { return f.step < step; });
  const int row = static_cast<int>(at - m_frames.begin());
  if (at != m_frames.end() && at->step == frame.step) {
    if (frame.kind == FrameKind::Approximate && hasPicture(*at)) return;
    *at = frame;
  } else {
    beginInsertRows({}, row, row);
    m_frames.insert(at, frame);
    endInsertRows();
  }
  updateChanges();
}

void FrameModel::endWaiting() {
  for (StageFrame& frame : m_frames)
    if (frame.kind == FrameKind::Waiting) frame.kind = FrameKind::NotRun;
  updateChanges();
}

int FrameModel::rowOf(int step) const {
  const auto at = std::find_if(m_frames.begin(), m_frames.end(), [&](const StageFrame& f) { return f.step == step; });
  return at == m_frames.end() ? -1 : static_cast<int>(at - m_frames.begin());
}

void FrameModel::updateChanges() {
  const StageFrame* before = nullptr;
  for (StageFrame& frame : m_frames) {
    if (!frame.picture || frame.kind == FrameKind::PreOp) continue;
    frame.change = before == nullptr ? std::nullopt : maskChange(*before->picture, *frame.picture);
    before = &frame;
  }
  if (!m_frames.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

QString frameTitle(const StageFrame& frame) {
  if (frame.kind == FrameKind::PreOp) return Frames::tr("Pre-op");
  if (frame.step >= frame.total) return Frames::tr("Final");
  return Frames::tr("Step %1").arg(frame.step + 1);
}

QString frameDetail(const StageFrame& frame) {
  if (frame.kind == FrameKind::Waiting)
    return frame.step >= frame.total ? Frames::tr("at the end") : Frames::tr("after step %1").arg(frame.step + 1);
  if (frame.kind == FrameKind::NotRun) return Frames::tr("not run");
  if (frame.kind == FrameKind::OnDemand) return Frames::tr("click to decode");
  QString text;
  if (frame.change) text = Frames::tr("change %1 %").arg(numberText(*frame.change * 100, *frame.change < 0.1 ? 1 : 0));
  if (frame.kind != FrameKind::Approximate) return text;
  return text.isEmpty() ? Frames::tr("approximate") : QString::fromUtf8("≈ ") + text;
}

}  // namespace hipwright
