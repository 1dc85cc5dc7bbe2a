#include "ui/filmstrip/frame_delegate.h"

#include "ui/filmstrip/frame_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kMargin = 4;  // room for the selection's border
constexpr int kCaptionHeight = 36;
constexpr int kNarrowest = 90;  // px; a caption must fit
constexpr int kNoteMargin = 8;  // px of air beside words in a frame
constexpr int kBusyMark = 24;   // px

bool isSelected(const QStyleOptionViewItem& option) { return (option.state & QStyle::State_Selected) != 0; }

/// Words beside the frame's edges would touch them; they stand in the caption then.
bool hasRoomForNote(const QRect& box, const QString& note) {
  return QFontMetrics(fontOf(TextRole::Secondary)).horizontalAdvance(note) + 2 * kNoteMargin <= box.width();
}

void drawNote(QPainter& painter, const QRect& box, const StageFrame& frame, const Theme& theme) {
  QPen dashed(theme.outline, 1, Qt::DashLine);
  painter.setPen(dashed);
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), size::kRadius, size::kRadius);
  const QString note = frameDetail(frame);
  const bool roomy = hasRoomForNote(box, note);
  const QRect symbol(box.center().x() - 10, box.center().y() - (roomy ? 22 : 10), 20, 20);
  iconOf(IconName::Waiting, frame.isBusy ? Tint::Accent : Tint::Hint).paint(&painter, symbol);
  if (!roomy) return;
  painter.setPen(frame.isBusy ? theme.accent : theme.text3);
  painter.setFont(fontOf(TextRole::Secondary));
  painter.drawText(QRect(box.left(), box.center().y() + 2, box.width(), 20), Qt::AlignCenter, note);
}

/// In the corner of a picture that a better one will replace.
void drawBusy(QPainter& painter, const QRect& box, const Theme& theme) {
  const QRect mark(box.right() - kBusyMark - 3, box.top() + 4, kBusyMark, kBusyMark);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.accentSoft);
  painter.drawRoundedRect(mark, size::kRadius, size::kRadius);
  const int inset = (kBusyMark - size::kSmallIcon) / 2;
  iconOf(IconName::Waiting, Tint::Accent).paint(&painter, mark.adjusted(inset, inset, -inset, -inset));
}

}  // namespace

int FrameDelegate::cellWidthFor(int pictureHeight) const {
  return std::max(kNarrowest, int(pictureHeight * m_aspect)) + 2 * kMargin;
}

int FrameDelegate::heightForWidth(int cellWidth) const { return int((cellWidth - 2 * kMargin) / m_aspect); }

QSize FrameDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {cellWidth(), m_height + kCaptionHeight + 2 * kMargin};
}

void FrameDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto frame = index.data(FrameModel::kFrameRole).value<StageFrame>();
  painter->save();
  painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  const QRect box(option.rect.left() + kMargin, option.rect.top() + kMargin, cellWidth() - 2 * kMargin, m_height);
  const int shown = frame.image.isNull() ? box.width() : std::min(box.width(), int(m_height * m_aspect) + 1);
  paintPicture(*painter, QRect(box.topLeft(), QSize(shown, m_height)), frame, option);
  paintCaption(*painter, QRect(box.left(), box.bottom() + 4, box.width(), kCaptionHeight), frame, option);
  painter->restore();
}

void FrameDelegate::paintPicture(QPainter& painter, const QRect& box, const StageFrame& frame,
                                 const QStyleOptionViewItem& option) const {
  const Theme theme = themeOf(option.palette);
  if (frame.image.isNull()) {
    drawNote(painter, box, frame, theme);
  } else {
    QPainterPath rounded;
    rounded.addRoundedRect(box, size::kRadius, size::kRadius);
    painter.save();
    painter.setClipPath(rounded);
    painter.fillRect(box, Qt::black);
    QSize shown = frame.image.size();
    shown.scale(box.size(), Qt::KeepAspectRatio);
    const QPoint corner(box.center().x() - shown.width() / 2 + 1, box.center().y() - shown.height() / 2 + 1);
    painter.drawImage(QRect(corner, shown), frame.image);
    painter.restore();
    if (frame.isBusy) drawBusy(painter, box, theme);
  }
  if (!isSelected(option)) return;
  painter.setPen(QPen(theme.accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(box), size::kRadius, size::kRadius);
}

void FrameDelegate::paintCaption(QPainter& painter, const QRect& box, const StageFrame& frame,
                                 const QStyleOptionViewItem& option) const {
  const Theme theme = themeOf(option.palette);
  QFont title = fontOf(TextRole::Secondary);
  title.setWeight(QFont::DemiBold);
  painter.setFont(title);
  painter.setPen(isSelected(option) ? theme.accent : theme.text);
  const QRect first(box.left(), box.top(), box.width(), 16);
  painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, frameTitle(frame));
  painter.setFont(fontOf(TextRole::Secondary));
  painter.setPen(theme.text3);
  painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, timestepText(frame));
  if (frame.image.isNull() && hasRoomForNote(box, frameDetail(frame))) return;
  if (frame.isBusy) painter.setPen(theme.accent);
  const QRect second(box.left(), box.top() + 16, box.width(), 16);
  painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(frameDetail(frame), Qt::ElideRight, box.width()));
}

}  // namespace hipwright
