// Labels in the roles of the style sheet, thin rules, pills and heads: what every panel is built from.
#pragma once

#include "ui/theme/icons.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace hipwright {

/// A label whose property "role" the style sheet reads: "title", "heading", "label", "hint", "caption", "strong" ...
QLabel* makeLabel(const QString& text, const char* role, QWidget* parent = nullptr);

/// A line one pixel high between sections.
QFrame* makeRule(QWidget* parent = nullptr);

/// A picture of `px` logical pixels in a label, coloured by the theme.
QLabel* makeIconLabel(IconName name, Tint tint, int px, QWidget* parent = nullptr);
void showIcon(QLabel* label, IconName name, Tint tint, int px);

/// A flat button with an icon alone; `text` is its tooltip and what screen readers say.
QToolButton* makeIconButton(IconName name, const QString& text, QWidget* parent = nullptr);

/// Sets a dynamic property and lets the style sheet look again, at this widget only.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

/// A word in a rounded box: kind="pill", state="ok", "warning", "error", "note" or "busy".
class Pill : public QFrame {
 public:
  explicit Pill(QWidget* parent = nullptr);
  void show(IconName name, const QString& text, const char* state);

 private:
  QLabel* m_icon;
  QLabel* m_text;
};

/// The bar on top of a dock: a heading, and whatever stands at its right.
class HeadBar : public QFrame {
 public:
  explicit HeadBar(const QString& title, QWidget* parent = nullptr);
  void setTitle(const QString& title) { m_title->setText(title); }
  void addAtRight(QWidget* widget) { m_row->addWidget(widget); }

 private:
  QHBoxLayout* m_row;
  QLabel* m_title;
};

}  // namespace hipwright
