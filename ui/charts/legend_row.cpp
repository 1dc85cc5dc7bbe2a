#include "ui/charts/legend_row.h"

#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QPainter>

namespace hipwright {
namespace {

constexpr int kSwatch = 14;
constexpr int kHeight = 16;
constexpr int kGap = 16;  // between two entries

void drawSwatch(QPainter& painter, const LegendEntry& entry, const QPointF& left) {
  if (entry.swatch == Swatch::Block) {
    painter.fillRect(QRectF(left.x() + 2, left.y() - 4, 8, 8), entry.colour);
    return;
  }
  QPen pen(entry.colour, 2);
  pen.setCapStyle(Qt::FlatCap);
  if (entry.swatch == Swatch::Dashed) pen.setDashPattern({2.5, 1.5});
  painter.setPen(pen);
  painter.drawLine(left, left + QPointF(kSwatch, 0));
}

}  // namespace

LegendRow::LegendRow(QWidget* parent) : QWidget(parent) {
  setFont(fontOf(TextRole::Secondary));
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  setAttribute(Qt::WA_TransparentForMouseEvents);
}

void LegendRow::setEntries(std::vector<LegendEntry> entries) {
  m_entries = std::move(entries);
  update();
}

QSize LegendRow::sizeHint() const { return {200, kHeight}; }
QSize LegendRow::minimumSizeHint() const { return {0, kHeight}; }

int LegendRow::widthOf(QString LegendEntry::*text) const {
  int width = 0;
  for (const LegendEntry& entry : m_entries)
    width += kSwatch + space::kTight + 2 + fontMetrics().horizontalAdvance(entry.*text) + kGap;
  return width - kGap;
}

void LegendRow::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const QString LegendEntry::*const text =
      widthOf(&LegendEntry::text) <= width() ? &LegendEntry::text : &LegendEntry::shortText;
  const Theme theme = themeOf(palette());
  double x = 0;
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    const LegendEntry& entry = m_entries[i];
    const double own = kSwatch + space::kTight + 2 + fontMetrics().horizontalAdvance(entry.*text);
    if (i > 0 && i + 1 == m_entries.size()) x = std::max(x, width() - own);
    drawSwatch(painter, entry, {x, height() / 2.0});
    painter.setPen(isEnabled() ? theme.text : theme.disabled);
    painter.drawText(QRectF(x + kSwatch + space::kTight + 2, 0, width() - x, height()), Qt::AlignVCenter, entry.*text);
    x += own + kGap;
  }
}

}  // namespace hipwright
