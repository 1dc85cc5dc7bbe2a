#include "ui/window/model_flow.h"

#include "ui/text/wording.h"

namespace hipwright {

ModelFlow::ModelFlow(const WindowSetup& setup, WindowMemory& memory, Panels panels, QObject* parent)
    : QObject(parent), m_setup(setup), m_memory(memory), m_panels(panels) {
  m_panels.settings.model().setEntries(entries());
  connect(&m_panels.settings.model(), &ModelSection::folderChosen, this, &ModelFlow::chooseFolder);
}

std::vector<ModelEntry> ModelFlow::entries() const {
  std::vector<ModelEntry> all = {{{}, tr("Installed model"), false}};
  const auto add = [&](const std::filesystem::path& folder) {
    try {
      ModelChoice choice;
      choice.set = folder;
      const ModelDescription found = describeModel(choice, {});
      all.push_back({folder, QString::fromStdString(found.profile.name), found.profile.demo});
    } catch (const Error&) {
      // A place without a usable set is not offered; choosing its folder says why.
      return;
    }
  };
  if (!m_setup.search.configuredSet.empty()) add(m_setup.search.configuredSet);
  for (const std::filesystem::path& folder : m_setup.search.installedSets) add(folder);
  return all;
}

bool ModelFlow::isDemo() const { return m_model && m_model->profile.demo; }

std::optional<std::filesystem::path> ModelFlow::demoSet() const {
  for (const ModelEntry& entry : entries())
    if (entry.isDemo) return entry.folder;
  return std::nullopt;
}

void ModelFlow::chooseFolder(const std::filesystem::path& folder) {
  RunRequest request = m_panels.settings.form().request();
  request.model = {};
  request.model.set = folder;
  m_panels.settings.form().setRequest(request);
  refresh();
}

void ModelFlow::refresh() {
  const ModelChoice& choice = m_panels.settings.form().request().model;
  QString problem;
  try {
    m_model = describeModel(choice, m_setup.search);
    m_panels.settings.model().showDescription(*m_model);
  } catch (const Error& error) {
    m_model.reset();
    problem = whatText(error);
    m_panels.settings.model().showProblem(problem);
  }
  m_panels.settings.model().setFolder(choice.set);
  showOnStartPage(problem);
  showForecast();
  emit modelChanged();
}

void ModelFlow::showOnStartPage(const QString& problem) {
  StartPage::MachineRow row;
  if (m_model) {
    const QString name = QString::fromStdString(m_model->profile.name);
    row = {CheckState::Passed, isDemo() ? tr("Demo model %1").arg(name) : tr("Model set %1").arg(name),
           tr("Three checkpoints, %1").arg(bytesText(m_model->bytes)), tr("Change…")};
  } else {
    row = {CheckState::Warning, tr("No model set"), problem, tr("Choose…")};
  }
  m_panels.start.setModelRow(row);
}

void ModelFlow::setGrids(const std::optional<Grids>& grids) {
  m_grids = grids;
  showForecast();
}

void ModelFlow::setHasCuda(bool hasCuda) {
  m_hasCuda = hasCuda;
  showForecast();
}

std::optional<RunForecast> ModelFlow::currentForecast() const { return forecastOf(m_panels.settings.form().request()); }

std::optional<RunForecast> ModelFlow::forecastOf(const RunRequest& request) const {
  if (!m_grids || !m_model) return std::nullopt;
  const ModelProfile& profile = m_model->profile;
  RunForecast forecast = forecastRun(request, profile, ForecastGrids::of(m_grids->ct, m_grids->model, profile),
                                     ForecastMachine::expected(request, m_hasCuda));
  forecast.seconds *= m_memory.speed();
  return forecast;
}

void ModelFlow::showForecast() { m_panels.settings.model().showForecast(currentForecast()); }

}  // namespace hipwright
