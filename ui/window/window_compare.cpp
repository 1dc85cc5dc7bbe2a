// The comparison in the window: when it can be shown, what it asks of the window, and the panels that make room for it.
#include "ui/compare/compare_page.h"
#include "ui/parameters/settings_panel.h"
#include "ui/text/preflight_text.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/window/compare_flow.h"
#include "ui/window/log_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/model_flow.h"
#include "ui/window/plan_flow.h"
#include "ui/window/run_flow.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>

namespace hipwright {

void MainWindow::connectComparison() {
  m_compareTip = m_actions->compare->toolTip();
  connect(m_actions->compare, &QAction::triggered, m_compare, &CompareFlow::setShown);
  connect(m_compare, &CompareFlow::shownChanged, this, [this](bool shown) {
    if (shown) m_pages->setCurrentWidget(m_compare->page());
    applyState();
    if (shown)
      m_compare->page()->takeFocus();
    else
      showStage();
    if (shown) m_shown->setText(tr("Comparing guidance values"));
  });
  connect(m_compare, &CompareFlow::logged, m_log, &LogPanel::add);
  connect(m_compare, &CompareFlow::failed, this,
          [this](const Error& error) { fail(error, tr("The comparison failed")); });
  connect(m_compare, &CompareFlow::exportWanted, this, &MainWindow::exportRun);
  connect(m_compare, &CompareFlow::folderWanted, this, &MainWindow::reveal);
  connect(m_compare, &CompareFlow::openWanted, this, [this](const PastRun& run) {
    if (m_controller.isBusy()) {
      m_shown->setText(tr("A run is going"));
      return;
    }
    m_compare->setShown(false);
    m_session.showRun(run);
  });
  // What is opened has to be seen.
  connect(&m_session, &PlanSession::opening, m_compare, [this] { m_compare->setShown(false); });
  connect(m_compare, &CompareFlow::pointed, this, [this](const Vec3& point, std::optional<float> hu) {
    const QString value = hu ? tr("   %1 HU").arg(numberText(*hu, 0)) : QString();
    m_place->setText(placeText(point) + value);
  });
  ComparisonSession& session = m_compare->session();
  connect(&session, &ComparisonSession::runsMade, &m_session, &PlanSession::refreshRuns);
  connect(&session, &ComparisonSession::winnerChanged, this, &MainWindow::applyState);
  connect(&session, &ComparisonSession::stateChanged, this, [this] {
    if (m_compare->isShown()) m_saving->setText(fromPath(m_compare->session().folder().filename()));
  });
  connect(&m_controller, &RunController::comparisonEnded, this, &MainWindow::endRun);
  m_compare->setForecast([this](const std::vector<double>& cfgs) { return secondsFor(cfgs); });
  m_compare->setRequest(m_settings->form().request());
}

std::optional<double> MainWindow::secondsFor(const std::vector<double>& cfgs) const {
  RunRequest request = m_settings->form().request();
  double seconds = 0;
  for (const double cfg : cfgs) {
    request.cfg = cfg;
    const std::optional<RunForecast> one = m_models->forecastOf(request);
    if (!one) return std::nullopt;
    seconds += one->seconds;
  }
  return seconds;
}

void MainWindow::showComparisonState(bool canGenerate) {
  const bool shown = m_compare->isShown();
  // Of a case that is refused, runs of another model can still be compared.
  const bool isRefused = m_plan->isRefused() && m_session.runs().empty();
  m_actions->compare->setEnabled(shown || (m_session.openedCase() != nullptr && !isRefused));
  m_actions->compare->setToolTip(isRefused ? plainTip(refusalText(m_plan->plan()->items)) : m_compareTip);
  m_actions->compare->setChecked(shown);
  m_actions->panelMenu->setEnabled(m_session.openedCase() != nullptr && !shown);
  m_compare->setObstacle(canGenerate ? QString() : whyNot());
  m_compare->setForecast([this](const std::vector<double>& cfgs) { return secondsFor(cfgs); });
}

/// They come back as the user had them.
void MainWindow::showDocks(bool shown) {
  if (shown == m_docksShown) return;
  m_docksShown = shown;
  std::vector<QDockWidget*> docks = m_docks;
  docks.push_back(m_printDock);
  if (!shown) {
    m_docksWanted.clear();
    for (const QDockWidget* dock : docks) m_docksWanted.push_back(!dock->isHidden());
  }
  const bool hasReport = m_session.hasFinishedRun();
  for (std::size_t i = 0; i < docks.size(); ++i)
    docks[i]->setVisible(shown && m_docksWanted[i] && (docks[i] != m_printDock || hasReport));
  QMetaObject::invokeMethod(this, &MainWindow::arrangeDocks, Qt::QueuedConnection);
}

void MainWindow::stopWork() {
  if (m_compare->session().isComparing())
    m_compare->session().stop();
  else
    m_flow->stop();
}

double MainWindow::workSeconds() const {
  return m_compare->session().isComparing() ? m_compare->elapsed() : m_flow->elapsed();
}

}  // namespace hipwright
