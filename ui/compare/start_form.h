// Before there is a comparison: which values, with which seed, how long it will take, and one button.
#pragma once

#include "engine/run/run_request.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace hipwright {

class StartForm : public QWidget {
  Q_OBJECT

 public:
  explicit StartForm(QWidget* parent = nullptr);

  /// The settings that all values share.
  void setRequest(const RunRequest& request);

  /// Seconds for these values; nothing if that is not known.
  using Forecast = std::function<std::optional<double>(const std::vector<double>& cfgs)>;
  void setForecast(Forecast forecast);

  /// Why nothing can be started now; empty if it can.
  void setObstacle(const QString& why);

  QLineEdit& values() { return *m_values; }
  QPushButton& button() { return *m_start; }

 signals:
  void startWanted(const std::vector<double>& cfgs);

 private:
  void applyState();

  QLineEdit* m_values;
  QLabel* m_problem;
  QLabel* m_seed;
  QLabel* m_steps;
  QLabel* m_time;
  QPushButton* m_start;
  Forecast m_forecast;
  QString m_obstacle;
};

/// Numbers between blanks, commas or semicolons, in their order; nothing if the text holds anything else or
/// a value that no run takes.
std::optional<std::vector<double>> parseValues(const QString& text);

}  // namespace hipwright
