// The case that is open: showing it, what will be done with it, and remembering it.
#include "ui/case/case_panel.h"
#include "ui/case/hip_chooser.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/presets/preset_bar.h"
#include "ui/slices/slice_panel.h"
#include "ui/start/start_page.h"
#include "ui/text/wording.h"
#include "ui/window/compare_flow.h"
#include "ui/window/log_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/model_flow.h"
#include "ui/window/plan_flow.h"
#include "ui/window/run_flow.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QBuffer>
#include <QLabel>
#include <QMenu>

#include <cmath>
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

/// "Right (found), 0.8 mm".
QString factsOf(const RecentCase& recent) {
  if (!(recent.spacing[0] > 0)) return {};
  const QString spacing = spacingText(recent.spacing);
  if (recent.side == HipSide::Unknown) return spacing;
  return QString("%1, %2").arg(sideText({recent.side, recent.sideSource}), spacing);
}

/// To a tenth of a mm: numbers a person can read.
Box inTenths(Box box) {
  for (Vec3* corner : {&box.lower, &box.upper})
    for (double& mm : *corner) mm = std::round(mm * 10) / 10;
  return box;
}

}  // namespace

void MainWindow::connectCase() {
  connect(m_plan, &PlanFlow::asked, m_case, &CasePanel::showChecking);
  connect(&m_case->hips(), &HipChooser::hipChosen, this, &MainWindow::takeHip);
  connect(&m_case->hips(), &HipChooser::boxWanted, this, [this] { takeRegion({RegionChoice::Box, boxAtCrosshair()}); });
  connect(m_slices, &SlicePanel::crosshairMoved, this, [this] {
    if (m_session.openedCase() != nullptr && !m_slices->scene().region())
      m_settings->form().setProposedBox(boxAtCrosshair());
  });
  connect(&m_case->hips(), &HipChooser::regionReset, this, [this] { takeRegion({}); });
  connect(&m_slices->scene(), &SliceScene::regionPulled, this, [this](const Box& box) {
    takeRegion({RegionChoice::Box, inTenths(box)});
  });
}

void MainWindow::takeHip(HipSide side) {
  RunRequest request = m_settings->form().request();
  request.side = side == HipSide::Left ? SideChoice::Left : SideChoice::Right;
  request.roi = {};
  m_case->hips().announce({});
  m_settings->form().setRequest(request);
  settingsChanged();
  const FoundHip* hip = m_plan->hips() ? m_plan->hips()->on(side) : nullptr;
  if (hip != nullptr) m_slices->setCrosshair(hip->centre);
}

void MainWindow::takeRegion(const RegionWish& wish) {
  RunRequest request = m_settings->form().request();
  const SideChoice before = request.side;
  request.roi = wish;
  // A box that was put around the other hip says more than the side that was chosen before.
  const bool isBox = wish.choice == RegionChoice::Box && m_plan->hips();
  const HipSide inside = isBox ? sideIn(wish.box, *m_plan->hips()) : HipSide::Unknown;
  if (request.side != SideChoice::Auto && inside != HipSide::Unknown)
    request.side = inside == HipSide::Left ? SideChoice::Left : SideChoice::Right;
  QString changed;
  if (request.side != before)
    changed = inside == HipSide::Left ? tr("The box lies around the left hip: Side was Right and is now Left.")
                                      : tr("The box lies around the right hip: Side was Left and is now Right.");
  m_case->hips().announce(changed);
  if (!changed.isEmpty()) m_log->add(changed);
  m_settings->form().setRequest(request);
  settingsChanged();
}

/// As large as what the model was trained on, with its joint there; of a model that does not say it, the whole CT.
Box MainWindow::boxAtCrosshair() const {
  const auto& model = m_models->model();
  if (!model || !model->profile.input.fieldOfView)
    return inTenths(boundingBox(m_session.openedCase()->file.ct->geometry));
  const HipSide side = m_plan->plan() ? m_plan->plan()->side : HipSide::Unknown;
  return inTenths(regionAround(m_slices->scene().crosshair(), side, model->profile.input));
}

/// A new case starts with the preset that the user chose for new cases, if any. A side and a region were chosen for one
/// case; for another they mean nothing.
void MainWindow::beginCase(const OpenedCase& opened) {
  if (m_memory.regionCase() == opened.file.sha256) return;
  m_memory.keepRegionCase(opened.file.sha256);
  m_case->hips().announce({});
  m_presets->setRequest(m_settings->form().request());
  m_presets->chooseForNewCase();
  RunRequest request = m_settings->form().request();
  request.side = SideChoice::Auto;
  request.roi = {};
  m_settings->form().setRequest(request);
  settingsChanged();
}

void MainWindow::showCase() {
  const OpenedCase* opened = m_session.openedCase();
  chooseSettingsFor(opened);
  applyState();
  if (opened != nullptr && !m_beforeDemo) beginCase(*opened);
  m_saving->clear();
  showRuns();
  m_slices->setCase(opened == nullptr ? nullptr : opened->file.ct);
  m_plan->setRequest(m_settings->form().request());
  m_plan->setCase(m_session.sharedCase());
  m_compare->setCase(m_session.sharedCase());
  if (opened == nullptr) return;
  m_case->showCase(*opened);
  m_log->add(tr("Opened %1").arg(fromPath(opened->place.path)));
  m_memory.keepOpenFolder(opened->place.path.parent_path());
  rememberCase(*opened);
  if (std::exchange(m_generateAfterOpening, false)) generate();
  if (const auto interrupted = std::exchange(m_continueAfterOpening, std::nullopt)) continueRun(*interrupted);
}

void MainWindow::showModel() {
  const auto& model = m_models->model();
  m_plan->setModel(model ? std::optional(model->profile) : std::nullopt);
  if (model) m_case->showModel(model->profile.input);
  settingsChanged();
}

void MainWindow::showPlan() {
  const OpenedCase* opened = m_session.openedCase();
  const std::optional<CasePlan>& plan = m_plan->plan();
  applyState();
  m_flow->setReadiness(readiness());
  if (opened == nullptr) return m_models->setGrids({});
  const Geometry& ct = opened->file.ct->geometry;
  m_models->setGrids(ModelFlow::Grids{ct, plan ? plan->grid : ModelGrid{ct, GridFit::Own}});
  m_case->showSide(knownSide(plan, opened->side));
  showSide();
  showRegion();
  if (!m_models->model())
    m_case->showProblem(tr("No model"), tr("Choose one under Settings, Model."));
  else if (m_plan->problem())
    m_case->showProblem(tr("No plan"), whatText(*m_plan->problem()));
  else
    m_case->showPlan(plan);
}

QString MainWindow::readiness() const {
  if (m_session.openedCase() == nullptr) return {};
  if (!m_models->model()) return tr("No model");
  if (m_plan->problem()) return tr("No plan");
  if (!m_plan->plan()) return tr("Checking…");
  return m_plan->isRefused() ? tr("Refused") : tr("Ready");
}

void MainWindow::showSide() {
  const OpenedCase* opened = m_session.openedCase();
  if (opened == nullptr) return;
  const KnownSide known = knownSide(m_plan->plan(), opened->side);
  // No run will take a case that is refused for the side that was assumed.
  HipSide side = m_plan->isRefused() && known.source == SideSource::Assumed ? HipSide::Unknown : known.side;
  // The implant on the screen belongs to the side of its run.
  if (m_session.hasFinishedRun() && m_session.shownRun()->record.plan.side != HipSide::Unknown)
    side = m_session.shownRun()->record.plan.side;
  m_slices->scene().setSide(hipText(side));
}

/// Slices that nobody has moved yet go to the joint, where the region can be seen.
void MainWindow::visitRegion(const CasePlan& plan) {
  const SliceScene& scene = m_slices->scene();
  if (scene.crosshair() != scene.bounds().centre()) return;
  const FoundHip* hip = plan.hips.on(plan.side);
  m_slices->setCrosshair(hip != nullptr ? hip->centre : plan.region->centre());
}

void MainWindow::showRegion() {
  const std::optional<CasePlan>& plan = m_plan->plan();
  HipChooser::Shown shown;
  if (m_plan->takesHips()) shown.search = m_plan->hips() ? HipChooser::Search::Done : HipChooser::Search::Going;
  if (m_plan->hips()) shown.hips = *m_plan->hips();
  shown.choice = m_settings->form().request().roi.choice;
  if (plan) {
    shown.chosen = plan->side;
    shown.region = plan->region;
  }
  m_case->hips().show(shown);
  m_settings->form().setProposedBox(shown.region ? inTenths(*shown.region) : boxAtCrosshair());
  if (shown.region) visitRegion(*plan);
  m_slices->scene().setRegion(shown.region);
}

void MainWindow::rememberCase(const OpenedCase& opened) {
  RecentCase recent;
  recent.path = opened.place.path;
  recent.series = opened.place.series;
  recent.name = QString::fromStdString(opened.file.name);
  const KnownSide known = knownSide(m_plan->plan(), opened.side);
  recent.side = known.side;
  recent.sideSource = known.source;
  recent.spacing = opened.file.ct->geometry.spacing;
  recent.opened = QDateTime::currentDateTime();
  const auto& frames = m_stages->strip().frames().frames();
  if (!frames.empty())
    recent.thumbnail = pngOf(frames.front().image.scaledToHeight(kThumbnail, Qt::SmoothTransformation));
  RecentCases(m_memory.settings()).add(recent);
  takeRecent();
}

void MainWindow::takeRecent() {
  std::vector<RecentCase> cases = RecentCases(m_memory.settings()).list();
  for (RecentCase& recent : cases) recent.facts = factsOf(recent);
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
