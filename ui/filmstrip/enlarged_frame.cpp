#include "ui/filmstrip/enlarged_frame.h"

#include "ui/filmstrip/frame_model.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QGuiApplication>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kMargin = 8;
constexpr int kLine = 18;
constexpr int kCaption = 2 * kLine + kMargin;
constexpr int kNarrowest = 220;  // px; the sentence must fit

}  // namespace

EnlargedFrame::EnlargedFrame(QWidget* parent) : QWidget(parent, Qt::ToolTip | Qt::WindowTransparentForInput) {
  setAttribute(Qt::WA_ShowWithoutActivating);
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
}

void EnlargedFrame::show(const StageFrame& frame, int height, const QPoint& foot) {
  m_frame = frame;
  const int picture = height * frame.image.width() / std::max(1, frame.image.height());
  const int words = fontMetrics().horizontalAdvance(frameSentence(frame));
  resize(std::max({picture, words, kNarrowest}) + 2 * kMargin, height + kCaption + 2 * kMargin);
  const QScreen* screen = QGuiApplication::screenAt(foot);
  if (screen == nullptr) screen = QGuiApplication::primaryScreen();
  const QRect room = screen->availableGeometry();
  const int x = std::clamp(foot.x() - width() / 2, room.left(), std::max(room.left(), room.right() + 1 - width()));
  move(x, std::max(room.top(), foot.y() - this->height()));
  update();
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
