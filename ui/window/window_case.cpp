// The case that is open: showing it, what will be done with it, and remembering it.
#include "ui/case/case_panel.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/start/start_page.h"
#include "ui/text/wording.h"
#include "ui/window/log_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/model_flow.h"
#include "ui/window/plan_flow.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QBuffer>
#include <QMenu>

#include <utility>

namespace hipwright {
namespace {

constexpr int kThumbnail = 112;

QByteArray pngOf(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  image.save(&buffer, "PNG");
  return bytes;
}

}  // namespace

void MainWindow::showCase() {
  const OpenedCase* opened = m_session.openedCase();
  applyState();
  m_slices->setCase(opened == nullptr ? nullptr : opened->file.ct);
  m_plan->setRequest(m_settings->form().request());
  m_plan->setCase(m_session.sharedCase());
  if (opened == nullptr) return;
  m_case->showCase(*opened);
  m_log->add(tr("Opened %1").arg(fromPath(opened->place.path)));
  m_memory.keepOpenFolder(opened->place.path.parent_path());
  rememberCase(*opened);
  if (std::exchange(m_generateAfterOpening, false)) generate();
}

void MainWindow::showModel() {
  const auto& model = m_models->model();
  m_plan->setRequest(m_settings->form().request());
  m_plan->setModel(model ? std::optional(model->profile) : std::nullopt);
  if (model) m_case->showModel(model->profile.input);
  showSchedule();
  applyState();
}

void MainWindow::showPlan() {
  const OpenedCase* opened = m_session.openedCase();
  const std::optional<CasePlan>& plan = m_plan->plan();
  applyState();
  if (opened == nullptr) return m_models->setGrid({});
  m_models->setGrid(plan ? plan->grid.geometry.size : opened->file.ct->geometry.size);
  const KnownSide known = knownSide(plan, opened->side);
  m_case->showSide(known);
  m_slices->scene().setSide(hipText(known.side));
  if (!m_models->model())
    m_case->showProblem(tr("No model"), tr("Choose one under Settings, Model."));
  else if (m_plan->problem())
    m_case->showProblem(tr("No plan"), whatText(*m_plan->problem()));
  else
    m_case->showPlan(plan);
}

void MainWindow::rememberCase(const OpenedCase& opened) {
  RecentCase recent;
  recent.path = opened.place.path;
  recent.series = opened.place.series;
  recent.name = QString::fromStdString(opened.file.name);
  recent.facts = QString("%1, %2").arg(sideText({opened.side, SideSource::Unknown}),
                                       spacingText(opened.file.ct->geometry.spacing));
  recent.opened = QDateTime::currentDateTime();
  const auto& frames = m_stages->strip().frames().frames();
  if (!frames.empty())
    recent.thumbnail = pngOf(frames.front().image.scaledToHeight(kThumbnail, Qt::SmoothTransformation));
  RecentCases(m_memory.settings()).add(recent);
  takeRecent();
}

void MainWindow::takeRecent() {
  const std::vector<RecentCase> cases = RecentCases(m_memory.settings()).list();
  m_start->setRecent(cases);
  m_actions->recentMenu->clear();
  for (const RecentCase& recent : cases) {
    QAction* action =
        m_actions->recentMenu->addAction(recent.name, this, [this, path = recent.path] { openRecent(path); });
    action->setEnabled(recent.exists);
  }
  m_actions->recentMenu->setEnabled(!cases.empty());
}

}  // namespace hipwright
