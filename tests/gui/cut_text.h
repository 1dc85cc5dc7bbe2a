// Words that a widget has no room for, found in what stands on the screen.
#pragma once

#include "ui/controls/elided_label.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QStringList>
#include <QStyleOptionComboBox>
#include <QToolButton>

namespace hipwright::test {

inline QString nameOf(const QWidget& widget) {
  const auto* label = qobject_cast<const QLabel*>(&widget);
  const auto* button = qobject_cast<const QAbstractButton*>(&widget);
  const QString text = label != nullptr ? label->text() : (button != nullptr ? button->text() : QString());
  const QRect at = widget.geometry();
  const QSize wanted = widget.minimumSizeHint();
  return QString("%1 \"%2\" %3 x %4 of %5 x %6 px")
      .arg(widget.metaObject()->className(), text.isEmpty() ? widget.accessibleName() : text)
      .arg(at.width())
      .arg(at.height())
      .arg(wanted.width())
      .arg(wanted.height());
}

inline int roomForWords(const QComboBox& box) {
  QStyleOptionComboBox option;
  option.initFrom(&box);
  return box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).width();
}

inline bool isCut(const QWidget& widget) {
  if (dynamic_cast<const ElidedLabel*>(&widget) != nullptr) return false;  // shortens its text, and tells it all
  if (const auto* label = qobject_cast<const QLabel*>(&widget))
    return label->wordWrap() ? label->heightForWidth(label->width()) > label->height()
                             : label->minimumSizeHint().width() > label->width();
  if (const auto* box = qobject_cast<const QComboBox*>(&widget))
    return box->fontMetrics().horizontalAdvance(box->currentText()) > roomForWords(*box);
  const auto* tool = qobject_cast<const QToolButton*>(&widget);
  const bool isPicture = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
  const bool isButton = qobject_cast<const QAbstractButton*>(&widget) != nullptr;
  return isButton && !isPicture && widget.minimumSizeHint().width() > widget.width();
}

inline QStringList cutIn(const QWidget& root) {
  QStringList cut;
  for (const QWidget* widget : root.findChildren<QWidget*>())
    if (widget->isVisible() && isCut(*widget)) cut << nameOf(*widget);
  return cut;
}

/// What reaches out of a panel at the right although nothing scrolls there.
inline QStringList outOfReachIn(const QWidget& root) {
  QStringList out;
  for (const QScrollArea* area : root.findChildren<QScrollArea*>()) {
    if (!area->isVisible() || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff) continue;
    for (const QWidget* widget : area->widget()->findChildren<QWidget*>()) {
      const int right = widget->mapTo(area->viewport(), widget->rect().topRight()).x();
      if (widget->isVisible() && right >= area->viewport()->width()) out << nameOf(*widget) + " reaches out";
    }
  }
  return out;
}

}  // namespace hipwright::test
