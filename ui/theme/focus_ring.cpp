#include "ui/theme/focus_ring.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSlider>

namespace hipwright {
namespace {

constexpr int kMargin = 4;  // two pixels of ring, two of gap

class RingFrame : public QWidget {
 public:
  explicit RingFrame(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    paint::focusRing(painter, rect(), themeOf(palette()));
  }
};

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

/// What scrolls with the widget, else its window.
QWidget* hostOf(QWidget* widget) {
  QWidget* host = widget;
  while (!host->isWindow() && host->parentWidget() != nullptr) {
    auto* area = qobject_cast<QAbstractScrollArea*>(host->parentWidget()->parentWidget());
    if (host != widget && area != nullptr && area->viewport() == host->parentWidget()) return host;
    host = host->parentWidget();
  }
  return host;
}

bool movesThings(QEvent::Type type) {
  return type == QEvent::Move || type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide ||
         type == QEvent::ParentChange || type == QEvent::ZOrderChange;
}

}  // namespace

FocusRing::FocusRing(QApplication& application) : QObject(&application) { application.installEventFilter(this); }

FocusRing::~FocusRing() { delete m_frame; }

QWidget* FocusRing::target() const { return m_target; }

void FocusRing::moveTo(QWidget* widget) {
  m_target = widget;
  follow();
}

void FocusRing::follow() {
  const bool wanted = m_target != nullptr && m_target->isVisible();
  QWidget* host = wanted ? hostOf(m_target) : nullptr;
  // A control that fills its host has no room for a ring around it; it shows its own cursor.
  if (!wanted || host == m_target) {
    delete m_frame;
    return;
  }
  if (m_frame != nullptr && m_frame->parentWidget() != host) delete m_frame;
  if (m_frame == nullptr) m_frame = new RingFrame(host);
  const QRect around(m_target->mapTo(host, QPoint()), m_target->size());
  m_frame->setGeometry(around.adjusted(-kMargin, -kMargin, kMargin, kMargin));
  m_frame->show();
  m_frame->raise();
}

void FocusRing::followFocus(QWidget* widget, QEvent* event) {
  const auto reason = static_cast<QFocusEvent*>(event)->reason();
  QWidget* wearer = wearerOf(widget);
  if (event->type() == QEvent::FocusOut) {
    if (wearer == target() && reason != Qt::PopupFocusReason) moveTo(nullptr);
  } else if (isField(wearer) || (isPressed(wearer) && cameByKey(reason))) {
    moveTo(wearer);
  } else if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
    moveTo(nullptr);
  }
}

bool FocusRing::eventFilter(QObject* object, QEvent* event) {
  if (!object->isWidgetType()) return false;
  auto* widget = static_cast<QWidget*>(object);
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
    followFocus(widget, event);
  } else if (m_target != nullptr && widget != m_frame && movesThings(event->type()) &&
             (widget == m_target || widget->isAncestorOf(m_target))) {
    // After the event: now the widget still has its old place.
    QMetaObject::invokeMethod(this, &FocusRing::follow, Qt::QueuedConnection);
  }
  return false;
}

}  // namespace hipwright
