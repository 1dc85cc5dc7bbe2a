#include "ui/controls/labels.h"

#include "ui/theme/type_scale.h"

#include <QStyle>
#include <QVariant>

namespace hipwright {
namespace {

Tint tintOf(const QString& state) {
  if (state == "ok") return Tint::Success;
  if (state == "warning") return Tint::Warning;
  if (state == "error") return Tint::Error;
  return state == "note" ? Tint::Accent : Tint::Secondary;
}

}  // namespace

QLabel* makeLabel(const QString& text, const char* role, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", role);
  label->setTextFormat(Qt::PlainText);
  return label;
}

QFrame* makeRule(QWidget* parent) {
  auto* rule = new QFrame(parent);
  rule->setObjectName("rule");
  rule->setFixedHeight(1);
  return rule;
}

QLabel* makeIconLabel(IconName name, Tint tint, int px, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setFixedSize(px, px);
  showIcon(label, name, tint, px);
  return label;
}

void showIcon(QLabel* label, IconName name, Tint tint, int px) {
  label->setPixmap(icon(name, tint).pixmap(QSize(px, px), label->devicePixelRatioF()));
}

QToolButton* makeIconButton(IconName name, const QString& text, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(icon(name));
  button->setIconSize({size::kSmallIcon, size::kSmallIcon});
  button->setToolTip(text);
  button->setAccessibleName(text);
  button->setAutoRaise(true);
  return button;
}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value) {
  if (widget->property(name) == value) return;
  widget->setProperty(name, value);
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
}

Pill::Pill(QWidget* parent) : QFrame(parent), m_icon(new QLabel(this)), m_text(makeLabel({}, "pill", this)) {
  setProperty("kind", "pill");
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kUnit, 2, space::kUnit, 2);
  row->setSpacing(space::kTight);
  row->addWidget(m_icon);
  row->addWidget(m_text);
}

void Pill::show(IconName name, const QString& text, const char* state) {
  setStyleProperty(this, "state", state);
  setStyleProperty(m_text, "state", state);
  showIcon(m_icon, name, tintOf(state), size::kSmallIcon - 2);
  m_text->setText(text);
  setVisible(true);
}

HeadBar::HeadBar(const QString& title, QWidget* parent)
    : QFrame(parent), m_row(new QHBoxLayout(this)), m_title(makeLabel(title, "strong", this)) {
  setObjectName("dockHead");
  setFixedHeight(size::kControl);
  m_row->setContentsMargins(space::kPanel, 0, space::kUnit, 0);
  m_row->setSpacing(space::kTight);
  m_row->addWidget(m_title);
  m_row->addStretch(1);
}

}  // namespace hipwright
