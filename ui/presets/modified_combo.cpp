#include "ui/presets/modified_combo.h"

#include "ui/theme/theme.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace hipwright {
namespace {

constexpr int kDot = 6;
constexpr int kFromRight = 34;  // before the arrow

}  // namespace

void ModifiedCombo::setModified(bool modified) {
  m_modified = modified;
  update();
}

void ModifiedCombo::paintEvent(QPaintEvent* event) {
  if (!m_modified) return QComboBox::paintEvent(event);
  QStyleOptionComboBox option;
  initStyleOption(&option);
  const QRect words = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
  option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, words.width() - kRoom);
  QStylePainter painter(this);
  painter.drawComplexControl(QStyle::CC_ComboBox, option);
  painter.drawControl(QStyle::CE_ComboBoxLabel, option);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const Theme theme = themeOf(palette());
  painter.setBrush(isEnabled() ? theme.accent : theme.disabled);
  painter.drawEllipse(QRectF(width() - kFromRight, (height() - kDot) / 2.0, kDot, kDot));
}

}  // namespace hipwright
