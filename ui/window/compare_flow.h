// From the case to the comparison and back: makes the page when it is first wanted, and hands over what the window
// does for it.
#pragma once

#include "ui/compare/comparison_session.h"
#include "ui/compare/start_form.h"

#include <QElapsedTimer>
#include <QObject>

class QStackedWidget;

namespace hipwright {

class ComparePage;

class CompareFlow : public QObject {
  Q_OBJECT

 public:
  /// The page goes into `pages`.
  CompareFlow(RunController& controller, QStackedWidget& pages, QObject* parent = nullptr);

  ComparisonSession& session() { return m_session; }
  ComparePage* page() { return m_page; }  ///< null until it was shown first

  /// The page stands in the place of the views.
  bool isShown() const { return m_shown; }
  void setShown(bool shown);

  void setCase(std::shared_ptr<const OpenedCase> opened);
  void setRequest(const RunRequest& request);
  void setRuns(const std::vector<PastRun>& runs);
  void setForecast(StartForm::Forecast forecast);

  /// Why nothing can be started now; empty if it can.
  void setObstacle(const QString& why);

  /// Seconds since the comparison that is going was started.
  double elapsed() const { return static_cast<double>(m_clock.elapsed()) / 1000; }

 signals:
  void shownChanged(bool shown);
  void exportWanted(const hipwright::PastRun& run);
  void openWanted(const hipwright::PastRun& run);
  void folderWanted(const std::filesystem::path& folder);
  void pointed(const hipwright::Vec3& point, std::optional<float> hu);
  void logged(const QString& line);
  void failed(const hipwright::Error& error);

 private:
  void makePage();
  void connectPage();
  void start(const std::vector<double>& cfgs);
  void askForValue();
  void askToStartOver();
  void askForTable();
  void takeTableName(const std::filesystem::path& chosen);
  void saveTable(const std::filesystem::path& base);

  RunController& m_controller;
  ComparisonSession m_session;
  QStackedWidget& m_pages;
  ComparePage* m_page = nullptr;
  RunRequest m_request;
  std::vector<PastRun> m_runs;
  StartForm::Forecast m_forecast;
  QString m_obstacle;
  QElapsedTimer m_clock;
  bool m_shown = false;
};

}  // namespace hipwright
