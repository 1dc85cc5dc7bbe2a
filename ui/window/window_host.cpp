#include "ui/window/window_host.h"

#include "ui/window/log_panel.h"

#include <QTimer>

namespace hipwright {

WindowHost::WindowHost(WindowSetup setup, Appearance& appearance, Language& language)
    : m_setup(std::move(setup)), m_appearance(appearance), m_language(language) {
  makeWindow();
}

void WindowHost::makeWindow() {
  m_window = std::make_unique<MainWindow>(m_setup, m_appearance);
  // Queued: the window that asks is not destroyed while its menu is still at work.
  connect(m_window.get(), &MainWindow::languageChosen, this, &WindowHost::changeLanguage, Qt::QueuedConnection);
  m_window->show();
}

void WindowHost::changeLanguage(const QString& code) {
  if (m_language.speaks(code)) return;
  const WindowView view = m_window->view();
  const QString log = m_window->log().text();
  m_window->hide();
  m_window.reset();
  m_language.setCode(code);
  makeWindow();
  m_window->log().prepend(log);
  m_window->takeOver(view);
}

}  // namespace hipwright
