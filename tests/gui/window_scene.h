// A window on a folder of its own, with the fake model: quick, and with a known result.
#pragma once

#include "engine/core/platform.h"
#include "tests/support/run_scene.h"
#include "ui/theme/appearance.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QTemporaryDir>

#include <memory>

namespace hipwright::test {

class WindowScene {
 public:
  WindowScene() : m_scene((std::filesystem::create_directories(root()), root())), m_appearance(*qApp) {}

  /// The models that are loaded from now on behave like this; before the first run.
  void behave(FakeModelOptions options) { m_scene.behave(std::move(options)); }

  /// Makes and shows the window anew, as a start of the program would.
  MainWindow& start() {
    m_window.reset();
    m_window = std::make_unique<MainWindow>(setup(), m_appearance);
    m_window->show();
    return *m_window;
  }

  WindowSetup setup() {
    WindowSetup setup;
    setup.loader = m_scene.loader();
    setup.search = {root(), {root() / "set"}};
    setup.dataFolder = root() / "data";
    setup.saveFolder = m_scene.saves();
    return setup;
  }

  MainWindow& window() { return *m_window; }
  void end() { m_window.reset(); }
  Appearance& appearance() { return m_appearance; }
  RunScene& scene() { return m_scene; }
  std::filesystem::path ct() const { return m_scene.request().cond; }
  std::filesystem::path root() const { return platform::fromUtf8(m_folder.path().toStdString()); }

 private:
  QTemporaryDir m_folder;
  RunScene m_scene;
  Appearance m_appearance;
  std::unique_ptr<MainWindow> m_window;
};

}  // namespace hipwright::test
