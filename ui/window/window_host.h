// Keeps one window, and makes it anew when the language changes, with the same case shown in the same way.
#pragma once

#include "ui/text/language.h"
#include "ui/window/main_window.h"

#include <QObject>

#include <memory>

namespace hipwright {

class WindowHost : public QObject {
  Q_OBJECT

 public:
  /// `language` and `appearance` outlive the host.
  WindowHost(WindowSetup setup, Appearance& appearance, Language& language);

  MainWindow& window() { return *m_window; }

 private:
  void makeWindow();
  void changeLanguage(const QString& code);

  WindowSetup m_setup;
  Appearance& m_appearance;
  Language& m_language;
  std::unique_ptr<MainWindow> m_window;
};

}  // namespace hipwright
