#include "ui/presets/modified_combo.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace hipwright {
namespace {

constexpr int kDot = 6;
constexpr int kFromRight = 36;  // before the arrow

}  // namespace

void ModifiedCombo::setModified(bool modified) {
  m_modified = modified;
  update();
}

void ModifiedCombo::paintEvent(QPaintEvent* event) {
  QComboBox::paintEvent(event);
  if (!m_modified) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const Theme theme = themeOf(palette());
  painter.setBrush(isEnabled() ? theme.accent : theme.disabled);
  painter.drawEllipse(QRectF(width() - kFromRight, (height() - kDot) / 2.0, kDot, kDot));
}

}  // namespace hipwright
