#include "ui/start/recent_row.h"

#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace hipwright {
namespace {

constexpr int kHeight = 72;
constexpr int kThumbnail = 56;

QString whenText(const QDateTime& at) {
  const qint64 days = at.date().daysTo(QDate::currentDate());
  if (days == 0) return RecentRow::tr("Today %1").arg(at.toString("HH:mm"));
  if (days == 1) return RecentRow::tr("Yesterday");
  return QLocale().toString(at.date(), "d MMM");
}

}  // namespace

RecentRow::RecentRow(const RecentCase& recent, QWidget* parent) : QAbstractButton(parent), m_recent(recent) {
  m_thumbnail.loadFromData(recent.thumbnail);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(recent.exists ? tr("Open %1").arg(recent.name) : tr("Locate %1").arg(recent.name));
  connect(this, &QAbstractButton::clicked, this, [this] {
    if (m_recent.exists)
      emit chosen(m_recent.path);
    else
      emit locateRequested(m_recent.path);
  });
}

QSize RecentRow::sizeHint() const { return {320, kHeight}; }

void RecentRow::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void RecentRow::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

void RecentRow::paintEvent(QPaintEvent*) {
  const Theme theme = themeOf(palette());
  QPainter painter(this);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  if (underMouse() || hasFocus()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(rect(), size::kRadius, size::kRadius);
  }
  const QRect box(space::kUnit, (height() - kThumbnail) / 2, kThumbnail, kThumbnail);
  QPainterPath rounded;
  rounded.addRoundedRect(box, size::kRadius, size::kRadius);
  painter.save();
  painter.setClipPath(rounded);
  painter.setOpacity(m_recent.exists ? 1 : 0.4);
  painter.fillRect(box, Qt::black);
  if (!m_thumbnail.isNull()) {
    QSize filling = m_thumbnail.size().scaled(box.size(), Qt::KeepAspectRatioByExpanding);
    const QPoint corner(box.center().x() - filling.width() / 2, box.center().y() - filling.height() / 2);
    painter.drawPixmap(QRect(corner, filling), m_thumbnail);
  }
  painter.restore();
  const QRect text(box.right() + space::kPanel, 0, width() - box.right() - 130, height());
  painter.setFont(fontOf(TextRole::Body));
  painter.setPen(theme.text);
  painter.drawText(text.adjusted(0, 0, 0, -height() / 2 - 2), Qt::AlignLeft | Qt::AlignBottom,
                   painter.fontMetrics().elidedText(m_recent.name, Qt::ElideMiddle, text.width()));
  painter.setFont(fontOf(TextRole::Secondary));
  painter.setPen(m_recent.exists ? theme.text3 : theme.warning);
  painter.drawText(text.adjusted(0, height() / 2 + 2, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                   m_recent.exists ? m_recent.facts : tr("File not found. Locate…"));
  painter.setPen(theme.text3);
  painter.drawText(rect().adjusted(0, 0, -space::kRow, 0), Qt::AlignRight | Qt::AlignVCenter,
                   whenText(m_recent.opened));
}

}  // namespace hipwright
