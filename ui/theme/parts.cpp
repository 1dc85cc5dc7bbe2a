#include "ui/theme/parts.h"

#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace hipwright {
namespace {

Tint tintOf(const QString& state) {
  if (state == "ok") return Tint::Success;
  if (state == "warning") return Tint::Warning;
  if (state == "error") return Tint::Error;
  return state == "accent" ? Tint::Accent : Tint::Secondary;
}

/// Shows an icon and paints it anew when the theme changes, which a label with a pixmap would not.
class IconLabel : public QLabel {
 public:
  using QLabel::QLabel;
  void setIcon(const QIcon& icon) {
    m_icon = icon;
    update();
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    m_icon.paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
  }

 private:
  QIcon m_icon;
};

}  // namespace

QLabel* makeLabel(const QString& text, const char* role, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);  // many hold words from files
  label->setText(text);
  label->setProperty("role", QString::fromLatin1(role));
  return label;
}

QString plainTip(const QString& text) {
  return Qt::mightBeRichText(text) ? text.toHtmlEscaped().replace('\n', "<br>") : text;
}

QFrame* makeRule(QWidget* parent) {
  auto* rule = new QFrame(parent);
  rule->setObjectName("rule");
  rule->setFixedHeight(1);
  return rule;
}

void setLook(QWidget* widget, const char* property, const QString& value) {
  if (widget->property(property).toString() == value) return;
  widget->setProperty(property, value);
  const auto refresh = [](QWidget* each) {
    each->style()->unpolish(each);
    each->style()->polish(each);
    each->update();
  };
  refresh(widget);
  for (QLabel* label : widget->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly)) refresh(label);
}

void setWords(QAbstractButton* button, const QString& name, const QString& key) {
  button->setAccessibleName(name);
  button->setToolTip(key.isEmpty() ? name : name + " (" + key + ")");
}

void setIconBeside(QAbstractButton* button, IconName name, Tint tint) {
  button->setIcon(iconOf(name, tint));
  button->setIconSize({size::kIcon + space::kTight, size::kIcon});
}

Pill::Pill(QWidget* parent) : QFrame(parent), m_icon(new IconLabel(this)), m_text(makeLabel({}, "", this)) {
  setProperty("kind", "pill");
  setFixedHeight(2 * size::kPillRadius);
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  m_icon->setFixedSize(size::kSmallIcon, size::kSmallIcon);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kUnit, 0, size::kPillRadius, 0);
  row->setSpacing(space::kTight + 1);
  row->addWidget(m_icon);
  row->addWidget(m_text);
}

Pill::Pill(IconName icon, const QString& text, const QString& state, QWidget* parent) : Pill(parent) {
  show(icon, text, state);
}

void Pill::show(IconName icon, const QString& text, const QString& state) {
  static_cast<IconLabel*>(m_icon)->setIcon(iconOf(icon, tintOf(state)));
  m_text->setText(text);
  setAccessibleName(text);
  setLook(this, "state", state);
}

QString Pill::text() const { return m_text->text(); }

void Pill::setClickable() {
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
}

void Pill::keyPressEvent(QKeyEvent* event) {
  const bool isPressed = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return;
  if (focusPolicy() != Qt::NoFocus && isPressed)
    emit clicked();
  else
    QFrame::keyPressEvent(event);
}

void Pill::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) emit clicked();
}

}  // namespace hipwright
