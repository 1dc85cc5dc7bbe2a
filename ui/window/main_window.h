// The window: docks around the views, and what happens between them. Each part knows its own business; this class only
// introduces them to each other.
#pragma once

#include "ui/run/run_controller.h"
#include "ui/session/plan_session.h"
#include "ui/window/window_memory.h"
#include "ui/window/window_setup.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace hipwright {

class CasePanel;
class LogPanel;
class MainToolBar;
class ModelFlow;
class RunFlow;
class SettingsPanel;
class SlicePanel;
class StagesPanel;
class StartPage;
class ViewportPart;
class WindowActions;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(WindowSetup setup, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// A CT, or the folder of a run.
  void open(const std::filesystem::path& path);

  RunController& controller() { return m_controller; }
  PlanSession& session() { return m_session; }
  SettingsPanel& settingsPanel() { return *m_settings; }
  StagesPanel& stagesPanel() { return *m_stages; }
  CasePanel& casePanel() { return *m_case; }
  SlicePanel& slices() { return *m_slices; }
  WindowActions& actions() { return *m_actions; }
  LogPanel& log() { return *m_log; }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void makeCentre();
  void makeDocks();
  void makeStatusBar();
  void connectActions();
  void connectSession();
  void connectRun();
  void connectStartPage();
  void restore();
  void askDevices();

  /// Every button, lock and page follows from what is open and what runs.
  void applyState();
  void showCase();
  void showStage();
  void showRuns();
  void showSameRun();
  void showMemory();
  void takeRecent();

  void generate();
  void startDemo();
  void openByDialog(const QString& title, const std::filesystem::path& start, bool folder);
  void repeat(const PastRun& run);
  void moveToTrash(const PastRun& run);
  void fail(const Error& error, const QString& title);
  void exportResult();
  void rememberWindow();

  WindowSetup m_setup;
  WindowMemory m_memory;
  RunController m_controller;
  PlanSession m_session;
  WindowActions* m_actions;
  MainToolBar* m_tools = nullptr;
  QStackedWidget* m_pages = nullptr;
  StartPage* m_start = nullptr;
  SlicePanel* m_slices = nullptr;
  CasePanel* m_case = nullptr;
  SettingsPanel* m_settings = nullptr;
  StagesPanel* m_stages = nullptr;
  LogPanel* m_log = nullptr;
  ModelFlow* m_models = nullptr;
  RunFlow* m_flow = nullptr;
  std::vector<QDockWidget*> m_docks;  ///< shown while a case is open
  QDockWidget* m_logDock = nullptr;
  QLabel* m_place = nullptr;
  QLabel* m_shown = nullptr;
  QLabel* m_saving = nullptr;
  QTimer m_memoryTimer;
  bool m_closing = false;
  bool m_generateAfterOpening = false;
};

}  // namespace hipwright
