// Small building blocks that every panel uses: labels by role, rules and pills.
#pragma once

#include "ui/theme/icons.h"

#include <QFrame>

class QAbstractButton;
class QLabel;

namespace hipwright {

/// A label, never taken for markup, whose look comes from the style sheet: "start-title", "title", "name", "strong",
/// "heading", "label", "form-label", "secondary", "axis".
QLabel* makeLabel(const QString& text, const char* role, QWidget* parent = nullptr);

/// Words from files and of users as a tool tip: markup in them is shown, not obeyed.
QString plainTip(const QString& text);

/// A horizontal line between sections.
QFrame* makeRule(QWidget* parent = nullptr);

/// Sets a property the style sheet selects by, and lets this one widget look again.
void setLook(QWidget* widget, const char* property, const QString& value);

/// An icon-only button needs words: accessible name, and a tooltip with the key if there is one.
void setWords(QAbstractButton* button, const QString& name, const QString& key = {});

/// An icon before the button's text, with the eight pixels between them that Qt does not leave. A QToolBar forces its
/// own icon size on buttons put straight into it: give it a plain widget that holds them.
void setIconBeside(QAbstractButton* button, IconName name, Tint tint = Tint::Text);

/// A short fact with an icon: "Ready", "1 failed". States: "", "accent", "ok", "warning", "error".
class Pill : public QFrame {
  Q_OBJECT

 public:
  explicit Pill(QWidget* parent = nullptr);
  Pill(IconName icon, const QString& text, const QString& state, QWidget* parent = nullptr);

  void show(IconName icon, const QString& text, const QString& state);
  QString text() const;

  /// Shows that it can be clicked, and takes the keyboard too.
  void setClickable();

 signals:
  void clicked();

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLabel* m_icon;
  QLabel* m_text;
};

}  // namespace hipwright
