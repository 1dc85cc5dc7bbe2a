#include "ui/slices/view_head.h"

#include "ui/theme/icons.h"
#include "ui/theme/parts.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace hipwright {
namespace {

constexpr int kRoomForUnit = 200;  // px

}  // namespace

ViewHead::ViewHead(QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_name(makeLabel({}, "strong", this)),
      m_place(makeLabel({}, "label", this)),
      m_maximise(new QToolButton(this)) {
  setFixedHeight(size::kViewHead);
  m_row->setContentsMargins(28, 0, space::kTight, 0);
  m_row->setSpacing(space::kUnit);
  m_row->addWidget(m_name);
  m_row->addWidget(m_place);
  m_row->addStretch();
  m_row->addWidget(m_maximise);
  m_maximise->setAutoRaise(true);
  m_maximise->setProperty("kind", "small");
  m_maximise->setIconSize({size::kSmallIcon, size::kSmallIcon});
  showMaximised(false);
  connect(m_maximise, &QToolButton::clicked, this, &ViewHead::maximiseWanted);
}

void ViewHead::setName(const QString& name) { m_name->setText(name); }

void ViewHead::setPlace(const QString& place, const QString& unit) {
  m_placeText = place;
  m_unit = unit;
  showPlace();
}

void ViewHead::showPlace() {
  const bool roomy = width() >= kRoomForUnit && !m_placeText.isEmpty();
  m_place->setText(roomy ? m_placeText + ' ' + m_unit : m_placeText);
}

void ViewHead::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  showPlace();
}

void ViewHead::setDot(const QColor& colour) {
  m_dot = colour;
  update();
}

void ViewHead::setTools(QWidget* tools) { m_row->insertWidget(m_row->count() - 1, tools); }

void ViewHead::showMaximised(bool maximised) {
  m_maximised = maximised;
  m_maximise->setIcon(iconOf(maximised ? IconName::Restore : IconName::Maximise, Tint::Secondary));
  setWords(m_maximise, maximised ? tr("Show all views") : tr("Maximise this view"), "F");
}

void ViewHead::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) showMaximised(m_maximised);
}

void ViewHead::paintEvent(QPaintEvent* /*event*/) {
  const Theme theme = themeOf(palette());
  QPainter painter(this);
  painter.fillRect(rect(), theme.panel);
  painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(m_dot);
  painter.drawRoundedRect(QRectF(12, (height() - 8) / 2.0, 8, 8), 2, 2);
}

void ViewHead::mouseDoubleClickEvent(QMouseEvent* /*event*/) { emit maximiseWanted(); }

}  // namespace hipwright
