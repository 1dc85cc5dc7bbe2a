// The window: docks around the views, and what happens between them. Each part knows its own business; this class only
// introduces them to each other.
#pragma once

#include "engine/run/preset_store.h"
#include "engine/run/run_forecast.h"
#include "ui/run/run_controller.h"
#include "ui/session/plan_session.h"
#include "ui/window/window_memory.h"
#include "ui/window/window_setup.h"
#include "ui/window/window_view.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QLabel;
class QProgressBar;
class QStackedWidget;

namespace hipwright {

class Appearance;
class CasePanel;
class CompareFlow;
class LogPanel;
class MainToolBar;
class ModelFlow;
class Pill;
class PlanFlow;
class PresetBar;
class PrintFlow;
class RunFlow;
class SettingsPanel;
class SlicePanel;
class StagesPanel;
class StartPage;
class VolumeFlow;
class WindowActions;
struct WindowLevel;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// `appearance` outlives the window.
  MainWindow(WindowSetup setup, Appearance& appearance, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// A CT, the folder of a DICOM series, or the folder of a run.
  void open(const std::filesystem::path& path) { open(CasePlace{path, {}}); }
  void open(const CasePlace& place);

  /// What is shown, but for a run that is going.
  WindowView view() const;

  /// Shows what another window has shown, after it was made.
  void takeOver(const WindowView& view);

  RunController& controller() { return m_controller; }
  PlanSession& session() { return m_session; }
  SettingsPanel& settingsPanel() { return *m_settings; }
  StagesPanel& stagesPanel() { return *m_stages; }
  CasePanel& casePanel() { return *m_case; }
  SlicePanel& slices() { return *m_slices; }
  PlanFlow& planFlow() { return *m_plan; }
  PrintFlow& printFlow() { return *m_print; }
  CompareFlow& compareFlow() { return *m_compare; }
  WindowActions& actions() { return *m_actions; }
  LogPanel& log() { return *m_log; }

 signals:
  /// The user wants another language; a window takes it when it is made.
  void languageChosen(const QString& code);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void makeCentre();
  void makeDocks();
  void arrangeDocks();
  void nameDockTabs();
  void makeStatusBar();
  void connectActions();
  void connectTools();
  void connectSession();
  void connectRun();
  void connectStartPage();
  void connectPrint();
  void connectKeys();
  std::vector<QWidget*> panels() const;
  void restore();
  void restorePlace();
  void keepOnScreen();
  void restorePreset();
  void settingsChanged();
  void askDevices();
  void takeDevices(std::vector<DeviceOption> devices);
  void showNoDevices(const Error& error);

  /// Every button, lock and page follows from what is open and what runs.
  void applyState();
  void showCase();
  void beginCase(const OpenedCase& opened);
  void showAsIn(const WindowView& view);
  void connectCase();
  void connectComparison();
  void showComparisonState(bool canGenerate);
  void showDocks(bool shown);
  std::optional<double> secondsFor(const std::vector<double>& cfgs) const;
  void takeHip(HipSide side);
  void takeRegion(const RegionWish& wish);
  Box boxAtCrosshair() const;
  QString readiness() const;
  void showSide();
  void showRegion();
  void visitRegion(const CasePlan& plan);
  void showModel();
  void showPlan();
  void showStage();
  void showRuns();
  void showSameRun();
  void showSchedule();
  void showMemory();
  void takeRecent();
  void rememberCase(const OpenedCase& opened);
  void showWindowLevel(const WindowLevel& window);
  QString whyNot() const;
  QString whyNotOpened(const std::filesystem::path& path) const;
  void showDrop(const std::filesystem::path& path);

  void generate();
  void start(RunRequest request);
  void startDemo();
  void chooseSettingsFor(const OpenedCase* opened);
  void beginDemo(const std::filesystem::path& ct);
  void endDemo();
  void keepModel();
  void escape();
  void chooseCase();
  void chooseFolder();
  void openRecent(const std::filesystem::path& path);
  void chooseSeries(const std::filesystem::path& folder, const std::vector<SeriesSummary>& series);
  void showShare(int thousandths);
  void chooseRun();
  void askForCt(const Error& error);
  void locate(const std::filesystem::path& lost);
  void setSaveFolder(const std::filesystem::path& folder);
  static void reveal(const std::filesystem::path& folder);
  void endRun();
  void repeat(const PastRun& run);
  void connectRunList();
  void continueRun(const InterruptedRun& run);
  void openInterrupted(const std::filesystem::path& folder);
  void explainInterrupted(const Error& error);
  void moveToTrash(const std::filesystem::path& folder);
  void fail(const Error& error, const QString& title);
  void showPreferences();
  void failPicture(const QString& path);
  void exportResult();
  void exportRun(const PastRun& run);
  void stopWork();
  double workSeconds() const;  ///< since what is going was started
  void rememberWindow();
  void showLog(bool shown);

  WindowSetup m_setup;
  WindowMemory m_memory;
  PresetStore m_presetStore;
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
  PresetBar* m_presets = nullptr;
  ModelFlow* m_models = nullptr;
  PlanFlow* m_plan = nullptr;
  RunFlow* m_flow = nullptr;
  VolumeFlow* m_volume = nullptr;
  PrintFlow* m_print = nullptr;
  CompareFlow* m_compare = nullptr;
  std::vector<QDockWidget*> m_docks;  ///< shown while a case is open, but not beside a comparison
  std::vector<bool> m_docksWanted;    ///< by the user, while all are hidden
  bool m_docksShown = true;
  int m_stagesBeforeLog = 0;  ///< px of their height
  int m_logHeight = 0;        ///< px that Qt gave it when it was laid over the stages
  QDockWidget* m_logDock = nullptr;
  QDockWidget* m_printDock = nullptr;
  Pill* m_dropNote = nullptr;  ///< over the views while a file hovers
  QLabel* m_place = nullptr;
  QLabel* m_shown = nullptr;
  QLabel* m_saving = nullptr;
  QWidget* m_opening = nullptr;  ///< in the status bar: busy, and the way to cancel
  QProgressBar* m_openingBar = nullptr;
  QTimer m_memoryTimer;
  QString m_deviceName;
  QString m_compareTip;                   ///< while a comparison is possible
  std::optional<RunForecast> m_forecast;  ///< of the run that is going
  std::optional<Error> m_lastError;
  enum class Room { Unknown, Small, Large };
  Room m_arrangedFor = Room::Unknown;
  bool m_docksRestored = false;
  bool m_frameSeen = false;  ///< the window was shown, and has got what the desktop puts around it
  RunState m_shownState = RunState::Idle;
  bool m_closing = false;
  struct ChosenSettings {
    RunRequest request;
    std::string preset;  ///< id
  };
  std::optional<ChosenSettings> m_beforeDemo;  ///< what the user had, and what is remembered, while the demo is open
  std::filesystem::path m_demoCt;              ///< while it is open
  bool m_opensDemo = false;
  bool m_generateAfterOpening = false;
  std::optional<InterruptedRun> m_continueAfterOpening;
};

}  // namespace hipwright
