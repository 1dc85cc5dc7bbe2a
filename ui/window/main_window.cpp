#include "ui/window/main_window.h"

#include "engine/core/platform.h"
#include "engine/core/version.h"
#include "ui/case/case_panel.h"
#include "ui/case/hip_chooser.h"
#include "ui/controls/icon_label.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/setting_row.h"
#include "ui/parameters/settings_panel.h"
#include "ui/presets/preset_bar.h"
#include "ui/runs/run_list.h"
#include "ui/slices/slice_panel.h"
#include "ui/start/start_page.h"
#include "ui/text/preflight_text.h"
#include "ui/text/wording.h"
#include "ui/theme/appearance.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"
#include "ui/viewport/opengl_probe.h"
#include "ui/window/compare_flow.h"
#include "ui/window/log_panel.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/model_flow.h"
#include "ui/window/plan_flow.h"
#include "ui/window/print_flow.h"
#include "ui/window/run_flow.h"
#include "ui/window/volume_flow.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace hipwright {
namespace {

constexpr int kMemoryPeriodMs = 2000;
constexpr int kDevicesAfterMs = 200;
constexpr QSize kSmallest(1024, 680);
constexpr int kRoomy = 1440;  // px of width from which the panels are as wide as they like

QDockWidget* makeDock(const QString& title, const char* name, QWidget* content, QWidget* parent) {
  auto* dock = new QDockWidget(title, parent);
  dock->setObjectName(name);
  dock->setFeatures(QDockWidget::DockWidgetClosable);
  dock->setTitleBarWidget(new QWidget(dock));  // panels bring a head of their own
  dock->setWidget(content);
  return dock;
}

}  // namespace

MainWindow::MainWindow(WindowSetup setup, Appearance& appearance, QWidget* parent)
    : QMainWindow(parent),
      m_setup(std::move(setup)),
      m_memory(m_setup.dataFolder),
      m_presetStore(m_setup.presetFolder, m_setup.dataFolder / "presets"),
      m_controller(m_setup.loader, m_setup.search),
      m_session(m_controller),
      m_actions(new WindowActions(*this, appearance)) {
  setWindowTitle("Hipwright");
  prepareForOpenGl(*this);
  setMinimumSize(kSmallest);
  setAcceptDrops(true);
  setDockOptions(QMainWindow::AnimatedDocks);
  m_tools = new MainToolBar(*m_actions, this);
  addToolBar(m_tools);
  auto* purpose = makeLabel(tr("Research use only"), "secondary", this);
  purpose->setContentsMargins(0, space::kTight, 0, space::kTight);
  purpose->setAlignment(Qt::AlignVCenter);
  menuBar()->setCornerWidget(purpose);
  m_print = new PrintFlow(m_controller, m_session, this);
  makeCentre();
  makeDocks();
  makeStatusBar();
  m_models = new ModelFlow(m_setup, m_memory, {*m_settings, *m_start}, this);
  m_plan = new PlanFlow(m_controller, this);
  m_flow = new RunFlow(m_controller, m_session, *m_stages, this);
  m_volume = new VolumeFlow(m_controller, m_session, *m_slices, this);
  m_compare = new CompareFlow(m_controller, *m_pages, this);
  connectActions();
  connectSession();
  connectRunList();
  connectRun();
  connectCase();
  connectComparison();
  connectStartPage();
  connectPrint();
  connectKeys();
  connect(&appearance, &Appearance::choiceChanged, this,
          [this](SchemeChoice choice) { m_memory.keepTheme(toText(choice)); });
  // Qt makes these itself, for menus and tools that have no room.
  for (const char* name : {"qt_menubar_ext_button", "qt_toolbar_ext_button"})
    for (QWidget* more : findChildren<QWidget*>(name)) more->setAccessibleName(tr("More"));
  restore();
  m_models->refresh();
  applyState();
}

// Hiding takes the focus from a field while its edit can still be kept; what the children say after that, on their way
// out, would reach members that are gone.
MainWindow::~MainWindow() {
  hide();
  for (QObject* child : findChildren<QObject*>()) child->disconnect(this);
}

void MainWindow::makeCentre() {
  m_start = new StartPage(this);
  m_slices = new SlicePanel(this);
  m_pages = new QStackedWidget(this);
  m_pages->addWidget(m_start);
  m_pages->addWidget(m_slices);
  setCentralWidget(m_pages);
}

void MainWindow::makeDocks() {
  m_case = new CasePanel(this);
  m_settings = new SettingsPanel(this);
  m_stages = new StagesPanel(this);
  m_log = new LogPanel(this);
  auto* left = makeDock(tr("Case"), "caseDock", m_case, this);
  auto* right = makeDock(tr("Settings"), "settingsDock", m_settings, this);
  auto* bottom = makeDock(tr("Stages"), "stagesDock", m_stages, this);
  m_logDock = makeDock(tr("Log"), "logDock", m_log, this);
  m_printDock = makeDock(tr("Print report"), "printDock", &m_print->panel(), this);
  m_docks = {left, right, bottom};
  setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
  addDockWidget(Qt::LeftDockWidgetArea, left);
  addDockWidget(Qt::RightDockWidgetArea, right);
  addDockWidget(Qt::BottomDockWidgetArea, bottom);
  addDockWidget(Qt::BottomDockWidgetArea, m_printDock);
  addDockWidget(Qt::BottomDockWidgetArea, m_logDock);
  m_logDock->hide();
  m_printDock->hide();
  for (QDockWidget* dock : m_docks) m_actions->panelMenu->addAction(dock->toggleViewAction());
  m_actions->panelMenu->addAction(m_printDock->toggleViewAction());
}

/// The sizes for this width of the window; what the user makes of them stays until it is of the other kind.
void MainWindow::arrangeDocks() {
  nameDockTabs();
  const Room room = width() < kRoomy ? Room::Small : Room::Large;
  if (!m_docksShown || m_arrangedFor == room) return;
  const bool keepSizes = m_arrangedFor == Room::Unknown && m_docksRestored;
  m_arrangedFor = room;
  const bool large = room == Room::Large;
  const QSize caseAndStages = large ? QSize(264, 248) : QSize(224, 208);
  const int settings = large ? 296 : 272;
  // Least sizes hold whatever Qt makes of hints; below them the content would be cut.
  m_case->setMinimumWidth(caseAndStages.width());
  m_settings->setMinimumWidth(settings);
  m_stages->setMinimumHeight(caseAndStages.height());
  if (keepSizes) return;
  resizeDocks({m_docks[0], m_docks[1]}, {caseAndStages.width(), settings}, Qt::Horizontal);
  resizeDocks({m_docks[2]}, {caseAndStages.height()}, Qt::Vertical);
}

/// Qt makes them itself when a panel is laid over another one.
void MainWindow::nameDockTabs() {
  for (QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
    tabs->setAccessibleName(tr("Panels"));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  QMetaObject::invokeMethod(this, &MainWindow::arrangeDocks, Qt::QueuedConnection);
}

void MainWindow::makeStatusBar() {
  m_place = makeLabel({}, "", this);
  m_place->setContentsMargins(space::kRow, 0, 0, 0);
  m_shown = makeLabel(tr("Ready"), "", this);
  m_saving = makeLabel({}, "", this);
  statusBar()->setSizeGripEnabled(false);
  statusBar()->setFixedHeight(size::kStatusBar + 2);
  statusBar()->addWidget(m_place);
  statusBar()->addWidget(m_shown, 1);
  m_opening = new QWidget(this);
  auto* opening = new QHBoxLayout(m_opening);
  opening->setContentsMargins(0, 0, space::kRow, 0);
  m_openingBar = new QProgressBar(m_opening);
  m_openingBar->setTextVisible(false);
  m_openingBar->setFixedSize(120, space::kTight);
  m_openingBar->setAccessibleName(tr("Opening the CT"));
  auto* cancel = makeIconButton(IconName::Close, tr("Cancel opening"), m_opening);
  cancel->setProperty("kind", "small");
  opening->addWidget(m_openingBar);
  opening->addWidget(cancel);
  m_opening->hide();
  connect(cancel, &QToolButton::clicked, &m_session, &PlanSession::cancelOpening);
  statusBar()->addPermanentWidget(m_opening);
  statusBar()->addPermanentWidget(m_saving);
  statusBar()->addPermanentWidget(makeLabel(QString("Hipwright %1").arg(kVersion), "", this));
  auto* log = new QToolButton(this);
  log->setDefaultAction(m_actions->log);
  log->setFixedHeight(size::kStatusBar - 4);
  log->setProperty("kind", "small");
  log->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  log->setIconSize({size::kSmallIcon, size::kSmallIcon});
  statusBar()->addPermanentWidget(log);
}

void MainWindow::restore() {
  restorePlace();
  RunRequest standard;
  RunRequest request = m_memory.request(standard);
  request.cond.clear();
  request.force = false;
  if (request.save.empty()) request.save = m_setup.saveFolder;
  m_settings->form().setRequest(request);
  restorePreset();
  settingsChanged();  // whether a preset was chosen or not: the others begin with what the form shows
  m_settings->model().setSaveFolder(request.save);
  m_session.setSaveFolder(request.save);
  takeRecent();
  showMemory();
  m_memoryTimer.setInterval(kMemoryPeriodMs);
  connect(&m_memoryTimer, &QTimer::timeout, this, &MainWindow::showMemory);
  // The layout also survives a crash.
  connect(&m_memoryTimer, &QTimer::timeout, this, &MainWindow::rememberWindow);
  m_memoryTimer.start();
  // After the first paint: the list of devices needs the networks' library, which takes the disk for itself.
  QTimer::singleShot(kDevicesAfterMs, this, &MainWindow::askDevices);
}

void MainWindow::restorePreset() {
  m_presets = new PresetBar(m_presetStore, kSettingLabelWidth, this);
  m_settings->setPresetBar(m_presets);
  ParameterForm& form = m_settings->form();
  const RunRequest remembered = form.request();
  // To what the form shows now, so that side, region, model and folders stay those of the case that is open.
  connect(m_presets, &PresetBar::presetChosen, this, [this](const Preset& preset) {
    const RunRequest request = applied(preset, m_settings->form().request());
    m_settings->form().setStandard(request);
    m_settings->form().setRequest(request);
    if (!m_beforeDemo) m_memory.keepPreset(m_presets->chosen());
    settingsChanged();
  });
  connect(m_presets, &PresetBar::failed, this,
          [this](const Error& error) { fail(error, tr("The preset was not changed")); });
  const std::string chosen = m_memory.preset();
  if (chosen.empty()) {
    m_presets->chooseDefault();
    return;
  }
  m_presets->choose(chosen);
  form.setRequest(remembered);
}

void MainWindow::applyState() {
  const OpenedCase* opened = m_session.openedCase();
  const bool isOpen = opened != nullptr;
  const RunState state = m_controller.state();
  const bool idle = state == RunState::Idle;
  const bool canGenerate = isOpen && idle && !m_session.isOpening() && m_models->model() && !m_plan->isRefused() &&
                           m_settings->form().problems().isEmpty();
  const bool showsViews = isOpen && !m_compare->isShown();
  if (!m_compare->isShown()) m_pages->setCurrentIndex(isOpen ? 1 : 0);
  showDocks(showsViews);
  if (std::exchange(m_shownState, state) != state) m_tools->holdRunFocus();
  showComparisonState(canGenerate);
  m_actions->generate->setEnabled(canGenerate);
  m_actions->generate->setToolTip(plainTip(whyNot()));
  m_actions->stop->setEnabled(state == RunState::Running);
  m_actions->escape->setEnabled(state == RunState::Running || m_slices->scene().tool() != SliceTool::Navigate);
  for (QAction* action :
       {m_actions->openCt, m_actions->openFolder, m_actions->openRun, m_actions->demo, m_actions->closeCase})
    action->setEnabled(idle);
  m_actions->closeCase->setEnabled(idle && isOpen);
  m_actions->languages->setEnabled(idle);
  m_actions->chooseModel->setEnabled(idle);
  const bool hasResult = m_compare->isShown() ? m_compare->session().winner() != nullptr : m_session.hasFinishedRun();
  m_actions->exportResult->setEnabled(idle && hasResult);
  m_printDock->toggleViewAction()->setEnabled(showsViews && m_session.hasFinishedRun());
  for (QAction* action : m_actions->layouts->actions() + m_actions->windows->actions()) action->setEnabled(showsViews);
  for (QAction* action : {m_actions->crosshair, m_actions->overlay, m_actions->region, m_actions->screenshot,
                          m_actions->link, m_actions->ruler, m_actions->angle})
    action->setEnabled(showsViews);
  m_tools->showRunState(state);
  nameDockTabs();
  m_tools->showViewTools(showsViews);
  m_settings->setLocked(!idle);
  m_case->runs().setEnabled(idle);
  m_case->hips().setLocked(!idle);
  m_slices->scene().setRegionFree(idle);
  setWindowTitle(isOpen ? QString::fromStdString(opened->file.name) + " - Hipwright" : QString("Hipwright"));
}

QString MainWindow::whyNot() const {
  if (m_session.openedCase() == nullptr) return tr("Open a CT first");
  if (m_controller.isBusy()) return tr("A run is going");
  if (m_session.isOpening()) return tr("Another CT is being opened");
  if (!m_models->model()) return tr("Choose a model set first");
  const QStringList problems = m_settings->form().problems();
  if (!problems.isEmpty()) return problems.join('\n');
  if (m_plan->isRefused()) return refusalText(m_plan->plan()->items);
  const QString& forecast = m_settings->model().forecastText();
  const QString what = tr("Generate an implant for this CT (Ctrl+G)");
  return forecast.isEmpty() ? what : what + '\n' + forecast;
}

void MainWindow::askDevices() {
  if (!m_setup.devices) return;
  m_controller.background([ask = m_setup.devices](const std::stop_token&) { return ask(); },
                          [this](Answer<std::vector<DeviceOption>>&& answer) {
                            if (auto* found = std::get_if<std::vector<DeviceOption>>(&answer))
                              takeDevices(*found);
                            else
                              showNoDevices(std::get<Error>(answer));
                          });
}

void MainWindow::takeDevices(std::vector<DeviceOption> devices) {
  if (devices.empty()) return;
  m_deviceName = devices.back().text;
  for (DeviceOption& device : devices)
    if (device.choice == DeviceChoice::Auto) device.text = tr("Automatic");
  m_settings->form().setDevices(devices);
  m_models->setHasCuda(std::ranges::any_of(devices, [](const auto& d) { return d.choice == DeviceChoice::Cuda; }));
  m_start->setDeviceRow({CheckState::Passed,
                         m_deviceName,
                         tr("%n processor core(s), %1 of memory free", nullptr, platform::processorCount())
                             .arg(bytesText(platform::availableMemory())),
                         {}});
  showMemory();
  const OpenGlAnswer graphics = probeOpenGl();
  m_start->setGraphicsRow({graphics.usable ? CheckState::Passed : CheckState::Warning,
                           graphics.usable ? tr("Slices and 3-D ready") : tr("Slices ready, no 3-D view"),
                           graphics.usable ? graphics.renderer : graphics.problem,
                           {}});
}

void MainWindow::showNoDevices(const Error& error) {
  m_log->add(whatText(error));
  m_start->setDeviceRow({CheckState::Warning, tr("Nothing to compute on"), whatText(error), {}});
}

void MainWindow::showMemory() {
  const std::uint64_t free = platform::availableMemory();
  const std::uint64_t peak = platform::peakMemory();
  const double share = free + peak == 0 ? 0 : static_cast<double>(peak) / static_cast<double>(free + peak);
  m_tools->showDevice(m_deviceName, tr("%1 free").arg(bytesText(free)), share);
}

}  // namespace hipwright
