// Which model set a run uses, where its results go, and what the run will take.
#pragma once

#include "engine/run/model_description.h"
#include "engine/run/run_forecast.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;

namespace hipwright {

class ElidedLabel;

/// A model set that can be chosen. The one with an empty folder is what a request without a model finds by itself.
struct ModelEntry {
  std::filesystem::path folder;
  QString name;
  bool isDemo = false;
};

class ModelSection : public QWidget {
  Q_OBJECT

 public:
  explicit ModelSection(QWidget* parent = nullptr);

  void setEntries(const std::vector<ModelEntry>& entries);
  void setFolder(const std::filesystem::path& folder);

  /// What the chosen set is, or why it cannot be used.
  void showDescription(const ModelDescription& model);
  void showProblem(const QString& problem);

  void setSaveFolder(const std::filesystem::path& folder);
  void showForecast(const std::optional<RunForecast>& forecast);

  /// Time and memory: a widget of its own, so that the panel can keep it in view.
  QWidget* forecast() { return m_forecast; }
  const QString& forecastText() const { return m_forecastText; }  ///< one line, empty if unknown

 public slots:
  /// Asks for the folder of a model set.
  void chooseModel();
  void chooseSaveFolder();

 signals:
  void folderChosen(const std::filesystem::path& folder);
  void saveFolderChosen(const std::filesystem::path& folder);

 private:
  void fillForecast();

  QComboBox* m_sets;
  ElidedLabel* m_about;
  ElidedLabel* m_save;
  QLabel* m_time;
  ElidedLabel* m_memory;
  QProgressBar* m_memoryBar;
  QWidget* m_forecast;
  QString m_forecastText;
  std::filesystem::path m_folder;
  std::filesystem::path m_saveFolder;
};

}  // namespace hipwright
