// Dark or light for the whole application: follows the system until the user chooses, and applies at once.
#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QPointer>

class QApplication;

namespace hipwright {

class ControlStyle;

enum class SchemeChoice { System, Dark, Light };

/// Sets style, palette, font and style sheet of the application. One per program, made right after QApplication and
/// before the first widget. GUI thread.
class Appearance : public QObject {
  Q_OBJECT

 public:
  explicit Appearance(QApplication& application, SchemeChoice choice = SchemeChoice::System);

  SchemeChoice choice() const { return m_choice; }
  const Theme& theme() const { return m_theme; }

  void setChoice(SchemeChoice choice);

 signals:
  /// Widgets also get QEvent::PaletteChange.
  void themeChanged(const hipwright::Theme& theme);
  void choiceChanged(hipwright::SchemeChoice choice);

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  Scheme wantedScheme() const;
  void apply();

  QApplication& m_application;
  SchemeChoice m_choice;
  Scheme m_systemScheme;
  Theme m_theme;
  QPointer<ControlStyle> m_style;
};

/// For the settings file: "system", "dark", "light"; unknown text is System.
QString toText(SchemeChoice choice);
SchemeChoice schemeChoiceFromText(const QString& text);

}  // namespace hipwright
