// Which model set is in use: what is installed, what the chosen one is, and what a run with it takes.
#pragma once

#include "ui/parameters/settings_panel.h"
#include "ui/start/start_page.h"
#include "ui/window/window_memory.h"
#include "ui/window/window_setup.h"

#include <QObject>

#include <optional>

namespace hipwright {

class ModelFlow : public QObject {
  Q_OBJECT

 public:
  struct Panels {
    SettingsPanel& settings;
    StartPage& start;
  };
  ModelFlow(const WindowSetup& setup, WindowMemory& memory, Panels panels, QObject* parent = nullptr);

  /// Describes the set that the form's request means, and shows it everywhere.
  void refresh();
  const std::optional<ModelDescription>& model() const { return m_model; }
  bool isDemo() const;

  /// The folder of the demo set that comes with the program; nothing if it is not installed.
  std::optional<std::filesystem::path> demoSet() const;

  /// The grid of the case that is open, and the one the networks will see; nothing for none.
  struct Grids {
    Geometry ct;
    ModelGrid model;
  };
  void setGrids(const std::optional<Grids>& grids);
  /// Whether a run that chooses its device itself finds a GPU.
  void setHasCuda(bool hasCuda);
  std::optional<RunForecast> currentForecast() const;
  /// Of the case that is open with these settings.
  std::optional<RunForecast> forecastOf(const RunRequest& request) const;
  void showForecast();

 public slots:
  void chooseFolder(const std::filesystem::path& folder);

 signals:
  void modelChanged();

 private:
  void showOnStartPage(const QString& problem);
  std::vector<ModelEntry> entries() const;

  const WindowSetup& m_setup;
  WindowMemory& m_memory;
  Panels m_panels;
  std::optional<ModelDescription> m_model;
  std::optional<Grids> m_grids;
  bool m_hasCuda = false;
};

}  // namespace hipwright
