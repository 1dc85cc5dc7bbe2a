// What the window does when something happens: the connections between its parts.
#include "engine/diffusion/schedule.h"
#include "ui/case/case_panel.h"
#include "ui/charts/schedule_plot.h"
#include "ui/charts/sdf_histogram.h"
#include "ui/export/print_limits.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/request_text.h"
#include "ui/parameters/settings_panel.h"
#include "ui/presets/preset_bar.h"
#include "ui/session/thin_field.h"
#include "ui/slices/slice_panel.h"
#include "ui/start/start_page.h"
#include "ui/text/wording.h"
#include "ui/window/about_dialog.h"
#include "ui/window/compare_flow.h"
#include "ui/window/log_panel.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/model_flow.h"
#include "ui/window/plan_flow.h"
#include "ui/window/print_flow.h"
#include "ui/window/run_flow.h"
#include "ui/window/volume_flow.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QStatusBar>

namespace hipwright {
void MainWindow::connectActions() {
  connect(m_actions->openCt, &QAction::triggered, this, &MainWindow::chooseCase);
  connect(m_actions->openFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
  connect(m_actions->openRun, &QAction::triggered, this, &MainWindow::chooseRun);
  connect(m_actions->demo, &QAction::triggered, this, &MainWindow::startDemo);
  connect(m_actions->closeCase, &QAction::triggered, &m_session, &PlanSession::closeCase);
  connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
  connect(m_actions->generate, &QAction::triggered, this, &MainWindow::generate);
  connect(m_actions->stop, &QAction::triggered, this, &MainWindow::stopWork);
  connect(m_actions->exportResult, &QAction::triggered, this, &MainWindow::exportResult);
  connect(m_actions->screenshot, &QAction::triggered, m_volume, &VolumeFlow::savePicture);
  connect(m_actions->resetSettings, &QAction::triggered, &m_settings->form(), &ParameterForm::resetToStandard);
  connect(m_actions->log, &QAction::toggled, this, &MainWindow::showLog);
  connect(m_actions->languages, &QActionGroup::triggered, this, [this](const QAction* action) {
    m_memory.keepLanguage(action->data().toString());
    rememberWindow();
    emit languageChosen(action->data().toString());
  });
  for (QAction* action : m_actions->languages->actions())
    action->setChecked(action->data().toString() == m_memory.language());
  connect(m_actions->preferences, &QAction::triggered, this, &MainWindow::showPreferences);
  connect(m_actions->about, &QAction::triggered, this, [this] { (new AboutDialog(this))->open(); });
  connect(m_actions->layouts, &QActionGroup::triggered, this,
          [this](const QAction* action) { m_slices->setLayoutKind(static_cast<ViewLayout>(action->data().toInt())); });
  connect(m_slices, &SlicePanel::layoutKindChanged, this,
          [this](ViewLayout layout) { m_actions->layouts->actions()[int(layout)]->setChecked(true); });
  connect(m_actions->windows, &QActionGroup::triggered, this, [this](const QAction* action) {
    m_slices->scene().setWindow(windowOf(static_cast<WindowPreset>(action->data().toInt())));
  });
  const auto toggles = [this](QAction* action, SliceLayer layer) {
    connect(action, &QAction::triggered, this, [this, layer] { m_slices->scene().toggle(layer); });
    connect(&m_slices->scene(), &SliceScene::layersChanged, action,
            [this, action, layer] { action->setChecked(m_slices->scene().isShown(layer)); });
  };
  toggles(m_actions->crosshair, SliceLayer::Crosshair);
  toggles(m_actions->overlay, SliceLayer::Overlay);
  toggles(m_actions->region, SliceLayer::Region);
  connectTools();
  connect(&m_slices->scene(), &SliceScene::windowChanged, this, &MainWindow::showWindowLevel);
  connect(m_slices, &SlicePanel::pointed, this, [this](const Vec3& point, std::optional<float> hu) {
    const QString value = hu ? tr("   %1 HU").arg(numberText(*hu, 0)) : QString();
    m_place->setText(placeText(point) + value);
  });
  connect(m_slices, &SlicePanel::pointerLeft, m_place, &QLabel::clear);
  showWindowLevel(m_slices->scene().window());
}

void MainWindow::connectTools() {
  SliceScene& scene = m_slices->scene();
  connect(m_actions->link, &QAction::toggled, &scene, &SliceScene::setLinked);
  connect(m_actions->link, &QAction::toggled, this, [this](bool linked) { m_memory.keepLinked(linked); });
  m_actions->link->setChecked(m_memory.linked());
  const auto measures = [&scene](QAction* action, SliceTool tool) {
    connect(action, &QAction::triggered, &scene,
            [&scene, tool](bool on) { scene.setTool(on ? tool : SliceTool::Navigate); });
    connect(&scene, &SliceScene::toolChanged, action,
            [action, tool](SliceTool now) { action->setChecked(now == tool); });
  };
  measures(m_actions->ruler, SliceTool::Ruler);
  measures(m_actions->angle, SliceTool::Angle);
  connect(&scene, &SliceScene::toolChanged, this, &MainWindow::applyState);
  const auto countMeasurements = [this, &scene] {
    m_actions->clearMeasurements->setEnabled(!scene.measurements().empty());
  };
  connect(m_actions->clearMeasurements, &QAction::triggered, &scene, &SliceScene::removeMeasurements);
  connect(&scene, &SliceScene::measurementsChanged, this, countMeasurements);
  countMeasurements();
  connect(m_actions->chooseModel, &QAction::triggered, &m_settings->model(), &ModelSection::chooseModel);
}

void MainWindow::showWindowLevel(const WindowLevel& window) {
  QAction* matching = nullptr;
  for (QAction* action : m_actions->windows->actions())
    if (windowOf(static_cast<WindowPreset>(action->data().toInt())) == window) matching = action;
  if (matching != nullptr)
    matching->setChecked(true);
  else if (QAction* checked = m_actions->windows->checkedAction())
    checked->setChecked(false);
  m_tools->showWindowLevel(window.width, window.level);
}

void MainWindow::connectStartPage() {
  connect(m_start, &StartPage::openCaseRequested, this, &MainWindow::chooseCase);
  connect(m_start, &StartPage::openRunRequested, this, &MainWindow::chooseRun);
  connect(m_start, &StartPage::demoRequested, this, &MainWindow::startDemo);
  connect(m_start, &StartPage::cancelRequested, &m_session, &PlanSession::cancelOpening);
  connect(m_start, &StartPage::recentChosen, this, &MainWindow::openRecent);
  connect(m_start, &StartPage::locateRequested, this, &MainWindow::locate);
  connect(m_start, &StartPage::clearRecentRequested, this, [this] {
    RecentCases(m_memory.settings()).clear();
    takeRecent();
  });
  connect(m_start, &StartPage::modelActionRequested, &m_settings->model(), &ModelSection::chooseModel);
}

void MainWindow::connectSession() {
  connect(&m_session, &PlanSession::opening, this, [this](const QString& name) {
    // What was to follow another opening, which failed or was cancelled.
    m_opensDemo = false;
    m_generateAfterOpening = false;
    m_continueAfterOpening.reset();
    m_log->add(tr("Opening %1").arg(name));
    m_start->showOpening(name);
    showShare(0);
    m_opening->setVisible(m_session.openedCase() != nullptr);
    m_shown->setText(tr("Opening %1…").arg(name));
    applyState();
  });
  connect(&m_session, &PlanSession::openingEnded, this, [this] {
    m_start->showOpening({});
    m_opening->hide();
    m_shown->setText(tr("Ready"));
    applyState();
  });
  connect(&m_session, &PlanSession::openingShare, this, &MainWindow::showShare);
  connect(&m_session, &PlanSession::seriesOffered, this, &MainWindow::chooseSeries);
  connect(&m_session, &PlanSession::caseChanged, this, &MainWindow::showCase);
  connect(&m_session, &PlanSession::stageShown, this, &MainWindow::showStage);
  connect(&m_session, &PlanSession::decodingStage, this,
          [this](int step) { m_shown->setText(tr("Decoding step %1…").arg(step + 1)); });
  connect(&m_session, &PlanSession::failed, this, [this](const Error& error, Activity activity) {
    if (activity == Activity::OpeningRun && error.code() == ErrorCode::FileNotFound) return askForCt(error);
    if (activity == Activity::OpeningRun && isInterrupted(m_session.openingRun())) return explainInterrupted(error);
    if (activity == Activity::ShowingStage) showStage();
    const bool opening = activity == Activity::OpeningCase;
    fail(error, opening
                    ? tr("Cannot open the CT")
                    : (activity == Activity::OpeningRun ? tr("Cannot open the run") : tr("Cannot show this stage")));
  });
}

void MainWindow::showShare(int thousandths) {
  m_openingBar->setRange(0, thousandths > 0 ? 1000 : 0);
  m_openingBar->setValue(thousandths);
  m_start->showOpeningShare(thousandths);
}

void MainWindow::connectRun() {
  connect(&m_controller, &RunController::stateChanged, this, &MainWindow::applyState);
  connect(m_models, &ModelFlow::modelChanged, this, &MainWindow::showModel);
  connect(m_plan, &PlanFlow::planChanged, this, &MainWindow::showPlan);
  connect(&m_settings->form(), &ParameterForm::edited, this, &MainWindow::settingsChanged);
  connect(&m_settings->model(), &ModelSection::saveFolderChosen, this, &MainWindow::setSaveFolder);
  connect(&m_settings->model(), &ModelSection::folderChosen, this, &MainWindow::keepModel);
  connect(m_settings, &SettingsPanel::sameRunClicked, this, [this] {
    if (const PastRun* same = sameRun(m_settings->form().request(), m_session.runs()))
      m_session.showRun(PastRun(*same));
  });
  connect(m_flow, &RunFlow::logged, m_log, &LogPanel::add);
  connect(m_volume, &VolumeFlow::logged, m_log, &LogPanel::add);
  connect(m_flow, &RunFlow::seedDrawn, this, [this](std::int64_t seed) { m_settings->form().setLastSeed(seed); });
  connect(m_flow, &RunFlow::implantSeen, this, [this](const CoronalPicture& picture) {
    SliceScene& scene = m_slices->scene();
    scene.setCrosshair(implantCentreIn(picture, m_session.openedCase()->file.ct->geometry, scene.crosshair()));
  });
  connect(m_flow, &RunFlow::savingTo, this, [this](const std::filesystem::path& folder) {
    m_saving->setText(tr("Saving to %1").arg(fromPath(folder.filename())));
  });
  connect(m_flow, &RunFlow::finished, this, [this](const PastRun& run) {
    if (m_forecast && m_forecast->seconds > 0)
      m_memory.keepSpeed(std::clamp(m_memory.speed() * run.totalSeconds / m_forecast->seconds, 0.01, 100.0));
    m_models->showForecast();
    endRun();
  });
  connect(m_flow, &RunFlow::cancelled, this, [this] {
    m_saving->clear();
    m_session.refreshRuns();
    endRun();
  });
  connect(m_flow, &RunFlow::failed, this, [this](const Error& error) {
    m_lastError = error;
    m_session.refreshRuns();
    endRun();
    fail(error, tr("The run failed"));
  });
  connect(m_volume, &VolumeFlow::saveFailed, this, &MainWindow::failPicture);
  connect(&m_stages->strip(), &FrameStrip::saveFailed, this, &MainWindow::failPicture);
  RunHead& head = m_stages->head();
  connect(&head, &RunHead::detailsRequested, this, [this] {
    if (m_lastError) fail(*m_lastError, tr("The run failed"));
  });
  connect(&head, &RunHead::folderRequested, this, [this] {
    if (m_session.shownRun()) reveal(m_session.shownRun()->folder.path());
  });
  connect(&head, &RunHead::repeatRequested, this, [this] {
    if (m_session.shownRun()) repeat(*m_session.shownRun());
  });
}

void MainWindow::connectPrint() {
  m_print->setLimits(rememberedLimits(m_memory.settings()));
  connect(m_print, &PrintFlow::verdictChanged, this, [this] { m_volume->setPrintVerdict(m_print->verdict()); });
  connect(m_print, &PrintFlow::markWanted, m_volume, &VolumeFlow::mark);
  connect(m_print, &PrintFlow::failed, this, [this](const Error& error) { m_log->add(whatText(error)); });
  connect(m_print, &PrintFlow::closeWanted, m_printDock, &QDockWidget::hide);
  connect(m_volume, &VolumeFlow::printReportWanted, this,
          [this] { m_printDock->setVisible(!m_printDock->isVisible()); });
  connect(m_printDock, &QDockWidget::visibilityChanged, m_print, &PrintFlow::setLookedAt);
}

void MainWindow::settingsChanged() {
  const RunRequest& request = m_settings->form().request();
  m_memory.keepRequest(m_beforeDemo ? m_beforeDemo->request : request);
  m_presets->setRequest(request);
  m_plan->setRequest(request);
  m_models->showForecast();
  m_compare->setRequest(request);
  showSchedule();
  showSameRun();
  applyState();
}

void MainWindow::showSchedule() {
  const auto& model = m_models->model();
  if (!model) {
    m_stages->schedule().clear();
    return;
  }
  const NoiseSchedule schedule(model->profile.scheduler);
  const std::vector<float>& alphas = schedule.alphasCumprod();
  const int steps = std::min(m_settings->form().request().ts, model->profile.scheduler.numTrainTimesteps);
  m_stages->schedule().setSchedule({alphas.begin(), alphas.end()}, schedule.timesteps(steps));
}

void MainWindow::endRun() {
  applyState();
  showSameRun();
  if (m_closing) close();
}

void MainWindow::showStage() {
  const ShownStage& stage = m_session.shownStage();
  m_slices->setImplant(stage.sdf);
  QString note = tr("Pre-op");
  if (stage.step == kFinalStage)
    note = tr("Stage: final");
  else if (stage.step != kPreOpStage)
    note = tr("Stage: step %1").arg(stage.step + 1);
  if (stage.isApproximate) note = tr("%1, approximate").arg(note);
  const auto& run = m_session.shownRun();
  const bool isDemo = run ? run->record.demoModel : m_models->isDemo();
  QStringList brief;
  if (stage.isApproximate) brief << QString(QChar(0x2248));  // almost equal to
  if (isDemo && stage.step != kPreOpStage) brief << "DEMO";
  m_slices->scene().setNote(isDemo && stage.step != kPreOpStage ? note + "   DEMO" : note, brief.join(' '));
  if (m_session.openedCase() != nullptr && !m_compare->isShown())
    m_shown->setText(stage.step == kFinalStage && !stage.isApproximate
                         ? tr("Showing the final implant, as saved in the STL")
                         : note);
  else if (m_session.openedCase() == nullptr)
    m_shown->setText(tr("Ready"));
}

}  // namespace hipwright
