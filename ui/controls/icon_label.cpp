#include "ui/controls/icon_label.h"

#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QPainter>

namespace hipwright {

IconLabel::IconLabel(IconName name, Tint tint, int px, QWidget* parent) : QWidget(parent), m_name(name), m_tint(tint) {
  setFixedSize(px, px);
}

void IconLabel::setIcon(IconName name, Tint tint) {
  m_name = name;
  m_tint = tint;
  update();
}

void IconLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  iconOf(m_name, m_tint).paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

QToolButton* makeIconButton(IconName name, const QString& text, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(iconOf(name));
  button->setIconSize({size::kSmallIcon, size::kSmallIcon});
  button->setAutoRaise(true);
  setWords(button, text);
  return button;
}

}  // namespace hipwright
