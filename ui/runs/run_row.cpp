#include "ui/runs/run_row.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QPainter>

namespace hipwright {
namespace {

constexpr int kTextLeft = 32;
constexpr int kNarrowest = 75;  // % of the font's own width

QIcon markOf(RunMark mark) {
  switch (mark) {
    case RunMark::Printable: return iconOf(IconName::Passed, Tint::Success);
    case RunMark::Faulty: return iconOf(IconName::Warning, Tint::Warning);
    case RunMark::Interrupted: return iconOf(IconName::Stop, Tint::Secondary);
    case RunMark::Going: break;
  }
  return iconOf(IconName::Generate, Tint::Accent);
}

/// Narrowed until the whole line has room: the seed at its end is what tells two runs apart.
QFont fitting(QFont font, const QString& line, int room) {
  for (int stretch = 95; stretch >= kNarrowest && QFontMetrics(font).horizontalAdvance(line) > room; stretch -= 5)
    font.setStretch(stretch);
  return font;
}

}  // namespace

QSize RunRow::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {120, size::kListRow}; }

void RunRow::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme theme = themeOf(option.palette);
  const bool selected = (option.state & QStyle::State_Selected) != 0;
  const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  if (selected || hovered) {
    painter->setBrush(selected ? theme.accentSoft : theme.hover);
    painter->drawRoundedRect(option.rect, size::kRadius, size::kRadius);
  }
  const QRect mark(option.rect.left() + 8, option.rect.top() + 12, size::kSmallIcon, size::kSmallIcon);
  markOf(static_cast<RunMark>(index.data(kRunStateRole).toInt())).paint(painter, mark);
  const QRect text = option.rect.adjusted(kTextLeft, 3, -4, -3);
  const QString line = index.data().toString();
  QFont first = fontOf(TextRole::Body);
  first.setWeight(selected ? QFont::Medium : QFont::Normal);
  painter->setFont(fitting(first, line, text.width()));
  painter->setPen(theme.text);
  painter->drawText(text, Qt::AlignLeft | Qt::AlignTop, line);
  painter->setFont(fontOf(TextRole::Secondary));
  painter->setPen(theme.text3);
  const QString detail = index.data(kRunDetailRole).toString();
  painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom,
                    painter->fontMetrics().elidedText(detail, Qt::ElideRight, text.width()));
  painter->restore();
}

}  // namespace hipwright
