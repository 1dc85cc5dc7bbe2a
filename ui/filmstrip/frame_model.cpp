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

QString percentText(double change) { return numberText(change * 100, change < 0.1 ? 1 : 0); }

QString changeText(const StageFrame& frame) {
  const QString percent = percentText(*frame.change);
  if (frame.isFromBeside) return Frames::tr("change %1 %").arg(percent);
  return Frames::tr("%1 % since step %2").arg(percent).arg(frame.changeFrom + 1);
}

using PicturePtr = std::shared_ptr<const CoronalPicture>;

/// What the frame showed before it was exact; null if it was always.
PicturePtr previewOf(const StageFrame& frame) { return isApproximate(frame) ? frame.picture : frame.preview; }

bool hasField(const PicturePtr& picture) { return picture && !picture->sdf.empty(); }

/// The preview, if it shows the plane that the frame shows.
const CoronalPicture* previewHere(const StageFrame& frame) {
  const PicturePtr preview = previewOf(frame);
  return hasField(preview) && preview->plane == frame.picture->plane ? preview.get() : nullptr;
}

/// Two pictures of one kind, or none.
struct Likes {
  const CoronalPicture* before = nullptr;
  const CoronalPicture* after = nullptr;
  bool arePreviews = false;
};

/// An approximation errs by a few percent of its pixels: beside an exact picture that would read as a change.
Likes likesOf(const StageFrame& before, const StageFrame& after) {
  if (!hasField(before.picture) || !hasField(after.picture)) return {};
  const CoronalPicture* was = previewHere(before);
  const CoronalPicture* is = previewHere(after);
  if (was != nullptr && is != nullptr) return {was, is, true};
  if (isApproximate(before) || isApproximate(after)) return {};
  return {before.picture.get(), after.picture.get(), false};
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
    const PicturePtr preview = frame.preview ? frame.preview : previewOf(*at);
    if (isApproximate(frame) && hasPicture(*at)) {
      if (!preview) at->preview = frame.picture;
    } else {
      *at = frame;
      at->preview = preview;
    }
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

/// Each is compared with the nearest one before that it can be compared with. Where both were previewed, they are
/// compared as previews for good: the numbers do not move when frames become exact.
void FrameModel::update() {
  for (std::size_t i = 0; i < m_frames.size(); ++i) {
    StageFrame& frame = m_frames[i];
    frame.isBusy = m_busy == frame.step;
    frame.change.reset();
    for (std::size_t before = i; before-- > 0;) {
      const Likes likes = likesOf(m_frames[before], frame);
      if (likes.before == nullptr) continue;
      frame.change = maskChange(*likes.before, *likes.after);
      frame.changeFrom = m_frames[before].step;
      frame.isFromBeside = before + 1 == i;
      frame.isByPreviews = likes.arePreviews;
      break;
    }
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
  if (!isApproximate(frame)) return frame.change ? changeText(frame) : Frames::tr("exact");
  return frame.change ? QString::fromUtf8("≈ ") + changeText(frame) : Frames::tr("approximate");
}

QString frameSentence(const StageFrame& frame) {
  if (!frame.change || frame.isBusy || frame.image.isNull()) return frameDetail(frame);
  const QString percent = percentText(*frame.change);
  const int from = frame.changeFrom + 1;
  if (isApproximate(frame))
    return Frames::tr("approximate, implant changed by %1 % since step %2").arg(percent).arg(from);
  if (!frame.isByPreviews) return Frames::tr("exact, implant changed by %1 % since step %2").arg(percent).arg(from);
  return Frames::tr("exact; as previewed, the implant changed by %1 % since step %2").arg(percent).arg(from);
}

QString timestepText(const StageFrame& frame) {
  const bool isStage = isApproximate(frame) || frame.kind == FrameKind::Exact || frame.kind == FrameKind::Final;
  return isStage ? QString("t %1").arg(frame.timestep) : QString();
}

}  // namespace hipwright
