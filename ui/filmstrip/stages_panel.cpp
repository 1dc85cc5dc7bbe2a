#include "ui/filmstrip/stages_panel.h"

#include "ui/charts/schedule_plot.h"
#include "ui/charts/sdf_histogram.h"
#include "ui/charts/step_plot.h"
#include "ui/session/plan_session.h"
#include "ui/theme/type_scale.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace hipwright {
namespace {

constexpr int kHeight = 208;
constexpr int kFewestFrames = 5;  // places that the strip keeps free for a run
constexpr double kMostOfWidth = 0.72;

}  // namespace

StagesPanel::StagesPanel(QWidget* parent)
    : QWidget(parent),
      m_head(new RunHead(this)),
      m_split(new QSplitter(this)),
      m_strip(new FrameStrip(this)),
      m_tabs(new QTabBar(this)),
      m_plots(new QStackedWidget(this)),
      m_steps(new StepPlot(this)),
      m_schedule(new SchedulePlot(this)),
      m_distances(new SdfHistogram(this)) {
  for (const QString& name : {tr("Stages"), tr("Schedule"), tr("SDF histogram")}) m_tabs->addTab(name);
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  m_tabs->setAccessibleName(tr("Plots"));
  for (QWidget* plot : std::initializer_list<QWidget*>{m_steps, m_schedule, m_distances}) m_plots->addWidget(plot);
  connect(m_tabs, &QTabBar::currentChanged, m_plots, &QStackedWidget::setCurrentIndex);

  auto* right = new QWidget(this);
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(space::kPanel, 0, space::kPanel, space::kTight);
  column->setSpacing(0);
  column->addWidget(m_tabs);
  column->addWidget(m_plots, 1);
  m_split->setChildrenCollapsible(false);
  m_split->addWidget(m_strip);
  m_split->addWidget(right);
  m_split->setStretchFactor(0, 2);
  m_split->setStretchFactor(1, 1);
  m_split->setSizes({1100, 500});
  connect(m_split, &QSplitter::splitterMoved, this, [this] { m_shared = true; });
  // Later, because the strip says it while it is being laid out.
  connect(m_strip, &FrameStrip::framesFitted, this, &StagesPanel::shareWidth, Qt::QueuedConnection);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(0);
  all->addWidget(m_head);
  all->addWidget(m_split, 1);
  setMinimumHeight(kHeight);
}

/// The frames get the width they fill, the plots the rest.
void StagesPanel::shareWidth() {
  if (m_shared) return;
  const int both = m_split->sizes()[0] + m_split->sizes()[1];
  if (both <= 0) return;
  const int strip = std::min(m_strip->wantedWidth(kFewestFrames), int(kMostOfWidth * both));
  if (strip != m_split->sizes()[0]) m_split->setSizes({strip, both - strip});
}

void StagesPanel::showPreOp(const StageFrame& preOp) {
  m_preOp = preOp;
  m_changes.clear();
  m_areaPlane.reset();
  m_steps->clear();
  m_distances->clear();
  m_strip->frames().setFrames({m_preOp});
}

void StagesPanel::placeFrames(int steps, std::vector<Place> places) {
  m_total = steps;
  m_areaPlane.reset();
  m_steps->clear();
  m_steps->setSteps(steps);
  std::vector<StageFrame> frames = {m_preOp};
  places.push_back({kFinalStage, FrameKind::Waiting});
  for (const Place& place : places) {
    StageFrame waiting;
    waiting.kind = place.kind;
    waiting.step = place.step;
    waiting.total = steps;
    frames.push_back(waiting);
  }
  m_strip->frames().setFrames(std::move(frames));
}

void StagesPanel::beginRun(int steps, const std::vector<int>& frameSteps) {
  m_changes.clear();
  m_distances->clear();
  std::vector<Place> places;
  for (const int step : frameSteps) places.push_back({step, FrameKind::Waiting});
  placeFrames(steps, std::move(places));
  m_clock.start();
}

void StagesPanel::addStep(const StepMetrics& metrics) {
  m_changes.push_back(metrics.change);
  if (metrics.step > 0) m_steps->addStep(metrics.step + 1, metrics.relativeChange * 100);
  m_schedule->setCurrentStep(static_cast<std::size_t>(metrics.step));
  m_head->showStep(metrics, m_clock.isValid() ? double(m_clock.elapsed()) / 1000 : 0);
}

void StagesPanel::addFrame(StageFrame frame) {
  frame.total = m_total;
  if (frame.kind == FrameKind::PreOp) m_preOp = frame;
  m_strip->frames().put(frame);
  showAreas();
}

void StagesPanel::showAreasIn(std::optional<std::int64_t> plane) {
  m_areaPlane = plane;
  showAreas();
}

void StagesPanel::showAreas() {
  std::map<int, double> areas;
  for (const StageFrame& frame : m_strip->frames().frames()) {
    const bool isHere = !m_areaPlane || (frame.picture && frame.picture->plane == *m_areaPlane);
    if (frame.areaCm2 && isHere) areas[std::min(frame.step + 1, m_total)] = *frame.areaCm2;
  }
  m_steps->setAreas(std::move(areas));
}

void StagesPanel::endRun(FrameModel::End end) {
  m_strip->frames().endWaiting(end);
  m_schedule->setCurrentStep(std::nullopt);
  markStable();
}

void StagesPanel::showFinished(const Finished& run) {
  placeFrames(static_cast<int>(run.changes.size()), run.frames);
  m_changes = run.changes;
  for (std::size_t i = 1; i < run.shares.size(); ++i)
    if (run.shares[i]) m_steps->addStep(int(i) + 1, *run.shares[i] * 100);
  markStable();
}

void StagesPanel::markStable() {
  if (const auto since = stableSince(m_changes)) m_steps->setStableSince(*since + 1);
}

}  // namespace hipwright
