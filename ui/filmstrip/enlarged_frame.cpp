#include "ui/filmstrip/enlarged_frame.h"

#include "ui/filmstrip/frame_model.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QPainter>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kMargin = 8;
constexpr int kLine = 18;
constexpr int kCaption = 2 * kLine + kMargin;
constexpr int kGap = 4;
constexpr int kNarrowest = 220;  // px; the sentence must fit

/// The left edge of something so wide: right of the cell, else left of it, else as far right as it can be.
int beside(const QRect& cell, int width, int room) {
  const int right = cell.right() + 1 + kGap;
  if (right + width <= room) return right;
  const int left = cell.left() - kGap - width;
  return left >= 0 ? left : std::max(0, room - width);
}

}  // namespace

EnlargedFrame::EnlargedFrame(QWidget* window) : QWidget(window) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  hide();
}

void EnlargedFrame::show(const StageFrame& frame, int height, const QRect& cell) {
  m_frame = frame;
  const QRect room = parentWidget()->rect();
  const int high = std::min(height, room.height() - kCaption - 2 * kMargin);
  const int picture = high * frame.image.width() / std::max(1, frame.image.height());
  const int words = fontMetrics().horizontalAdvance(frameSentence(frame));
  resize(std::max({picture, words, kNarrowest}) + 2 * kMargin, high + kCaption + 2 * kMargin);
  move(beside(cell, width(), room.width()), room.height() - this->height());
  update();
  raise();
  QWidget::show();
}

void EnlargedFrame::paintEvent(QPaintEvent* /*event*/) {
  const Theme theme = themeOf(palette());
  QPainter painter(this);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  painter.fillRect(rect(), theme.panel);
  painter.setPen(theme.outline);
  painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  const QRect box(kMargin, kMargin, width() - 2 * kMargin, height() - kCaption - 2 * kMargin);
  painter.fillRect(box, Qt::black);
  QSize shown = m_frame.image.size();
  shown.scale(box.size(), Qt::KeepAspectRatio);
  painter.drawImage(QRect(QPoint(box.center().x() - shown.width() / 2 + 1, box.top()), shown), m_frame.image);
  const QRect first(box.left(), box.bottom() + 1 + kMargin, box.width(), kLine);
  QFont title = fontOf(TextRole::Secondary);
  title.setWeight(QFont::DemiBold);
  painter.setFont(title);
  painter.setPen(theme.text);
  painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, frameTitle(m_frame));
  painter.setFont(fontOf(TextRole::Secondary));
  painter.setPen(theme.text2);
  painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, timestepText(m_frame));
  painter.drawText(first.translated(0, kLine), Qt::AlignLeft | Qt::AlignVCenter, frameSentence(m_frame));
}

}  // namespace hipwright
