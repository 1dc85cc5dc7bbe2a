// The demo: a computed hip with settings and a model of its own. What was chosen before is kept for the next case.
#include "ui/parameters/settings_panel.h"
#include "ui/presets/preset_bar.h"
#include "ui/start/start_page.h"
#include "ui/window/demo_case.h"
#include "ui/window/main_window.h"
#include "ui/window/model_flow.h"

#include <utility>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDemoPreset = "recommended";

}  // namespace

void MainWindow::startDemo() {
  if (!m_models->demoSet() && !m_models->model()) {
    fail(Error(ErrorCode::ModelNotFound, {{"reason", "the demo model is not installed"}}), tr("Cannot start the demo"));
    return;
  }
  m_start->showOpening(tr("the demo hip"));
  m_controller.background(
      [folder = m_setup.dataFolder / "demo"](const std::stop_token& stop) { return demoCase(folder, stop); },
      [this](Answer<fs::path>&& answer) {
        if (const auto* error = std::get_if<Error>(&answer)) {
          m_start->showOpening({});
          fail(*error, tr("Cannot start the demo"));
          return;
        }
        open(std::get<fs::path>(answer));
        m_opensDemo = true;
        m_generateAfterOpening = true;
      });
}

/// Before the case is shown: whether its settings are the demo's or the user's.
void MainWindow::chooseSettingsFor(const OpenedCase* opened) {
  if (opened != nullptr && std::exchange(m_opensDemo, false))
    beginDemo(opened->place.path);
  else if (opened == nullptr || opened->place.path != m_demoCt)
    endDemo();
}

void MainWindow::beginDemo(const fs::path& ct) {
  const RunRequest own = m_settings->form().request();
  if (!m_beforeDemo) m_beforeDemo = ChosenSettings{own, m_presets->chosen()};
  m_demoCt = ct;
  RunRequest request;
  request.save = own.save;
  request.device = own.device;
  request.threads = own.threads;
  request.model = own.model;
  if (const auto set = m_models->demoSet()) {
    request.model = {};
    request.model.set = *set;
  }
  m_settings->form().setRequest(request);
  m_presets->choose(kDemoPreset);
  m_models->refresh();
}

void MainWindow::endDemo() {
  if (!m_beforeDemo) return;
  const ChosenSettings before = *std::exchange(m_beforeDemo, std::nullopt);
  m_demoCt.clear();
  m_presets->choose(before.preset);
  m_settings->form().setRequest(before.request);
  m_models->refresh();
}

/// The settings of the demo are not the user's, but a model that is chosen by hand is.
void MainWindow::keepModel() {
  if (!m_beforeDemo) return;
  m_beforeDemo->request.model = m_settings->form().request().model;
  settingsChanged();
}

}  // namespace hipwright
