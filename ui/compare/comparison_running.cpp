// Running the values of a comparison: what goes to the controller, and what comes back while it works.
#include "engine/diffusion/preview.h"
#include "ui/compare/comparison_session.h"
#include "ui/filmstrip/frame_model.h"
#include "ui/session/plan_session.h"
#include "ui/text/wording.h"

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kLiveFrames = 4;  // a column is narrow

}  // namespace

void ComparisonSession::start(const RunRequest& run, const std::vector<double>& cfgs, std::optional<double> reference) {
  if (!m_case || m_controller.isBusy()) return;
  clear();
  m_request = {};
  m_request.run = run;
  m_request.run.cond = m_case->place.path;
  m_request.run.series = m_case->place.series;
  m_request.run.preview = kLiveFrames;
  m_request.run.force = false;
  m_request.cfgs = cfgs;
  m_request.reference = reference;
  m_request.keep = KeptRuns::Folders;
  m_request.pairs = MeasuredPairs::ToReference;  // the page measures what it shows itself
  const ComparedCfgs values(m_request);
  for (const double cfg : values.all()) placeFrames(insert(cfg));
  for (const MergedValue& merged : values.merged())
    if (ComparedColumn* column = findRunning(merged.runAs); column != nullptr && merged.asked != merged.runAs)
      column->alsoAsked.push_back(merged.asked);
  m_wanted = m_request.reference = values.reference();  // whatever is added later
  emit columnsChanged();
  this->run();
}

void ComparisonSession::goOn() {
  if (!m_case || m_controller.isBusy() || m_request.cfgs.empty()) return;
  run();
}

void ComparisonSession::run() {
  m_request.cfgs.clear();
  for (const ComparedColumn& column : m_columns) {
    if (column.joined) continue;
    m_request.cfgs.push_back(column.cfg);
    m_request.cfgs.insert(m_request.cfgs.end(), column.alsoAsked.begin(), column.alsoAsked.end());
  }
  if (m_request.cfgs.empty()) return;
  const auto isThere = [this](double cfg) { return findRunning(cfg) != nullptr; };
  if (m_request.reference && !isThere(*m_request.reference)) m_request.reference.reset();
  m_cfgs = std::make_shared<ComparedCfgs>(m_request);
  m_comparing = true;
  m_stopped = false;
  for (ComparedColumn& column : m_columns) column.stopped = false;
  m_secondsLeft.reset();
  m_controller.compare(m_request, m_cfgs);
  emit stateChanged();
}

void ComparisonSession::stop() {
  if (m_comparing) m_controller.stop();
}

std::optional<double> ComparisonSession::add(double cfg) {
  if (const ComparedColumn* same = findRunning(cfg)) {
    ComparedColumn& shared = *find(same->id);
    if (cfg != shared.cfg && std::find(shared.alsoAsked.begin(), shared.alsoAsked.end(), cfg) == shared.alsoAsked.end())
      shared.alsoAsked.push_back(cfg);
    emit columnChanged(shared.id);
    return shared.cfg;
  }
  if (static_cast<int>(m_columns.size()) >= kMostColumns || !m_case) return std::nullopt;
  if (m_comparing) m_cfgs->add(cfg);
  m_secondsLeft.reset();  // told without it
  placeFrames(insert(cfg));
  emit columnsChanged();
  emit stateChanged();
  if (!m_controller.isBusy()) run();
  return std::nullopt;
}

void ComparisonSession::placeFrames(ComparedColumn& column) {
  const int steps = m_request.run.ts;
  std::vector<StageFrame> frames;
  for (const int step : previewIndices(steps, kLiveFrames)) {
    StageFrame frame;
    frame.step = step == steps - 1 ? kFinalStage : step;
    frame.total = steps;
    frames.push_back(frame);
  }
  column.frames->setFrames(std::move(frames));
}

void ComparisonSession::take(const ComparisonEvent& event) {
  if (const auto* started = std::get_if<ComparisonStarted>(&event)) begin(*started);
  if (std::holds_alternative<TableDamaged>(event))
    emit logged(tr("The earlier table of this comparison cannot be read. Its values are taken from their runs."));
  if (const auto* value = std::get_if<ValueEvent>(&event)) takeValue(*value);
  if (const auto* starting = std::get_if<ValueStarted>(&event)) {
    ComparedColumn* column = findRunning(starting->value.cfg);
    if (column == nullptr || column->state != ColumnState::Waiting) return;
    column->state = ColumnState::Running;
    emit columnChanged(column->id);
  }
  if (const auto* done = std::get_if<ValueFinished>(&event)) takeFinished(*done->row);
}

void ComparisonSession::takeFinished(const ComparisonRow& row) {
  ComparedColumn* column = findRunning(row.value.cfg);
  if (column == nullptr) return;
  // Found again as it is shown. Run again, because its noise was another, its files are others.
  if (column->state == ColumnState::Ready && column->row->noiseHash == row.noiseHash) {
    column->row->toReference = row.toReference;
    column->measuredTo = m_cfgs->reference();
    return;
  }
  column->state = ColumnState::Reading;
  if (!hasUnfinished()) m_secondsLeft.reset();  // what is left is no run
  column->difference.reset();
  column->distances.reset();
  column->roughDistances.reset();
  emit columnChanged(column->id);
  emit stateChanged();
  ColumnOrder order;
  order.folder = row.folder;
  order.row = row;
  order.measuredTo = m_cfgs->reference();
  order.grid = m_grid;
  order.framePlane = m_framePlane;
  read(column->id, std::move(order));
}

void ComparisonSession::begin(const ComparisonStarted& started) {
  m_folder = started.folder;
  m_request.run.seed = started.seeds.front();
  for (ComparedColumn& column : m_columns)
    if (!column.joined) column.seed = started.seeds.front();
  emit logged(tr("Comparison started: %n value(s)", nullptr, static_cast<int>(started.cfgs.size())));
  emit stateChanged();
}

void ComparisonSession::takeValue(const ValueEvent& event) {
  ComparedColumn* column = findRunning(event.value.cfg);
  if (column == nullptr) return;
  if (const auto* warning = std::get_if<RunWarning>(&event.event))
    emit logged(QString("%1: %2").arg(columnName(*column), warningText(*warning)));
  if (column->state != ColumnState::Running) return;
  if (const auto* progress = std::get_if<Progress>(&event.event)) {
    column->share = progress->overall;
    m_secondsLeft = event.secondsLeft;
    emit columnChanged(column->id);
    emit stateChanged();
  }
  if (const auto* preview = std::get_if<PreviewReady>(&event.event)) takePreview(*column, *preview);
}

void ComparisonSession::takePreview(ComparedColumn& column, const PreviewReady& preview) {
  const int steps = m_request.run.ts;
  StageFrame frame;
  frame.kind = preview.exact ? FrameKind::Exact : FrameKind::Approximate;
  frame.step = preview.step == steps - 1 ? kFinalStage : preview.step;
  frame.timestep = preview.timestep;
  frame.total = steps;
  frame.picture = preview.picture;
  m_jobs.push_back(m_controller.background([frame](const std::stop_token&) { return drawn(frame); },
                                           [this, id = column.id](Answer<StageFrame>&& answer) {
                                             const ComparedColumn* shown = this->column(id);
                                             const auto* done = std::get_if<StageFrame>(&answer);
                                             if (shown == nullptr || done == nullptr) return;
                                             shown->frames->put(*done);
                                             emit framesAdded(id);
                                           }));
}

void ComparisonSession::end(const ComparisonOutcome& outcome) {
  if (!m_comparing) return;
  m_comparing = false;
  m_secondsLeft.reset();
  for (ComparedColumn& column : m_columns) {
    if (column.state != ColumnState::Running && column.state != ColumnState::Waiting) continue;
    column.state = ColumnState::Waiting;
    column.stopped = outcome.end != ComparisonEnd::Finished;
    column.share = 0;
    emit columnChanged(column.id);
  }
  emit stateChanged();
  emit runsMade();
  if (outcome.end == ComparisonEnd::Cancelled) emit logged(tr("Comparison stopped by the user"));
  if (outcome.end == ComparisonEnd::Failed && outcome.error) emit failed(*outcome.error);
  // A value that was added when the last one had already ended.
  const bool goesOn = outcome.end == ComparisonEnd::Finished && !m_stopped;
  if (goesOn && hasUnfinished() && !m_controller.isBusy()) run();
}

}  // namespace hipwright
