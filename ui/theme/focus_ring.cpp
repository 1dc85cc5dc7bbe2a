#include "ui/theme/focus_ring.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QSlider>

namespace hipwright {
namespace {

bool isField(const QWidget* widget) {
  return qobject_cast<const QLineEdit*>(widget) != nullptr ||
         qobject_cast<const QAbstractSpinBox*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr;
}

bool isPressed(const QWidget* widget) {
  return qobject_cast<const QAbstractButton*>(widget) != nullptr || qobject_cast<const QSlider*>(widget) != nullptr;
}

bool cameByKey(Qt::FocusReason reason) {
  return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

/// The editor inside a spin box has the focus, but the box wears the ring.
QWidget* wearerOf(QWidget* widget) {
  QWidget* parent = widget->parentWidget();
  const bool inner = qobject_cast<QAbstractSpinBox*>(parent) != nullptr || qobject_cast<QComboBox*>(parent) != nullptr;
  return inner ? parent : widget;
}

}  // namespace

FocusRing::FocusRing(QApplication& application) : QObject(&application) { application.installEventFilter(this); }

FocusRing::~FocusRing() { delete m_frame; }

QWidget* FocusRing::target() const { return m_frame != nullptr ? m_frame->widget() : nullptr; }

void FocusRing::moveTo(QWidget* widget) {
  if (widget == nullptr) {
    delete m_frame;  // a frame left without a widget would keep its parent
    return;
  }
  if (m_frame == nullptr) m_frame = new QFocusFrame;
  m_frame->setWidget(widget);
}

bool FocusRing::eventFilter(QObject* object, QEvent* event) {
  if (event->type() != QEvent::FocusIn && event->type() != QEvent::FocusOut) return false;
  auto* widget = qobject_cast<QWidget*>(object);
  if (widget == nullptr) return false;
  const auto reason = static_cast<QFocusEvent*>(event)->reason();
  QWidget* wearer = wearerOf(widget);
  if (event->type() == QEvent::FocusOut) {
    if (wearer == target() && reason != Qt::PopupFocusReason) moveTo(nullptr);
  } else if (isField(wearer) || (isPressed(wearer) && cameByKey(reason))) {
    moveTo(wearer);
  } else if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
    moveTo(nullptr);
  }
  return false;
}

}  // namespace hipwright
