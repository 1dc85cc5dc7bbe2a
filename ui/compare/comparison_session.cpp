// The columns: which there are, what is read into them, and the reference. comparison_running.cpp runs the values.
#include "ui/compare/comparison_session.h"

#include "ui/filmstrip/frame_model.h"
#include "ui/session/plan_session.h"

#include <algorithm>

namespace hipwright {
namespace {

void stopAll(std::vector<std::stop_source>& jobs) {
  for (std::stop_source& job : jobs) job.request_stop();
  jobs.clear();
}

bool comesBefore(const ComparedColumn& a, const ComparedColumn& b) {
  if (a.cfg != b.cfg) return a.cfg < b.cfg;
  return !a.joined && b.joined;
}

/// Of an approximate frame one plane is all there is.
bool isCutElsewhere(const ComparedColumn& column, std::int64_t plane) {
  const auto& frames = column.frames->frames();
  return std::any_of(frames.begin(), frames.end(), [plane](const StageFrame& frame) {
    return frame.kind == FrameKind::Final && frame.picture && frame.picture->plane != plane;
  });
}

}  // namespace

ComparisonSession::ComparisonSession(RunController& controller, QObject* parent)
    : QObject(parent), m_controller(controller) {
  connect(&m_controller, &RunController::comparisonTold, this, &ComparisonSession::take);
  connect(&m_controller, &RunController::comparisonEnded, this, &ComparisonSession::end);
  connect(&m_controller, &RunController::stateChanged, this,
          [this](RunState state) { m_stopped = m_stopped || state == RunState::Stopping; });
}

void ComparisonSession::setCase(std::shared_ptr<const OpenedCase> opened) {
  if (opened == m_case) return;
  m_case = std::move(opened);
  clear();
}

void ComparisonSession::clear() {
  if (m_comparing) return;
  stopAll(m_jobs);
  stopAll(m_pairs);
  for (ComparedColumn& column : m_columns) column.frames->deleteLater();
  m_columns.clear();
  m_cfgs.reset();
  m_grid.reset();
  m_framePlane.reset();
  m_folder.clear();
  m_wanted.reset();
  m_reference = m_winner = 0;
  emit columnsChanged();
  emit referenceChanged();
  emit winnerChanged();
  emit stateChanged();
}

const ComparedColumn* ComparisonSession::column(int id) const {
  const auto at = std::find_if(m_columns.begin(), m_columns.end(), [id](const auto& c) { return c.id == id; });
  return at == m_columns.end() ? nullptr : &*at;
}

ComparedColumn* ComparisonSession::find(int id) { return const_cast<ComparedColumn*>(column(id)); }

ComparedColumn* ComparisonSession::findRunning(double cfg) {
  for (ComparedColumn& column : m_columns)
    if (!column.joined && sameGuidance(column.cfg, cfg)) return &column;
  return nullptr;
}

bool ComparisonSession::isReady() const {
  return std::all_of(m_columns.begin(), m_columns.end(), [](const auto& c) { return c.state == ColumnState::Ready; });
}

bool ComparisonSession::isCompared() const {
  return reference() != nullptr && std::all_of(m_columns.begin(), m_columns.end(), [this](const auto& c) {
           return c.state != ColumnState::Ready || c.id == m_reference || c.difference;
         });
}

bool ComparisonSession::hasUnfinished() const { return finished() < static_cast<int>(m_columns.size()); }

int ComparisonSession::finished() const {
  return static_cast<int>(std::count_if(m_columns.begin(), m_columns.end(), [](const ComparedColumn& c) {
    return c.state == ColumnState::Reading || c.state == ColumnState::Ready;
  }));
}

ComparedColumn& ComparisonSession::insert(double cfg) {
  ComparedColumn column;
  column.id = ++m_lastId;
  column.cfg = cfg;
  column.frames = new FrameModel(this);
  const auto at = std::upper_bound(m_columns.begin(), m_columns.end(), column, comesBefore);
  return *m_columns.insert(at, std::move(column));
}

void ComparisonSession::read(int id, ColumnOrder order) {
  order.opened = m_case;
  m_jobs.push_back(m_controller.background(
      [order = std::move(order)](const std::stop_token& stop) { return readColumn(order, stop); },
      [this, id](Answer<ReadColumn>&& answer) {
        if (auto* done = std::get_if<ReadColumn>(&answer)) return show(id, std::move(*done));
        const Error error = std::get<Error>(answer);
        drop(id);
        emit failed(error);
      }));
}

void ComparisonSession::show(int id, ReadColumn&& read) {
  ComparedColumn* column = find(id);
  if (column == nullptr) return;
  if (column->joined && read.isOutside) {
    const QString name = columnName(*column);
    drop(id);
    emit refused(tr("%1 cannot join: its implant lies outside the region of this comparison. Choose a run of the same "
                    "hip and region.")
                     .arg(name));
    return;
  }
  column->seed = read.run.record.seed;
  column->run = std::move(read.run);
  column->row = std::move(read.row);
  column->measuredTo = read.measuredTo;
  column->field = std::move(read.field);
  column->mesh = std::move(read.mesh);
  column->surface = std::move(read.surface);
  column->state = ColumnState::Ready;
  if (!m_grid && !column->joined) m_grid = read.grid;
  if (!m_framePlane && read.hasImplant) m_framePlane = read.framePlane;
  std::vector<StageFrame> seen = column->frames->frames();
  std::erase_if(seen, [](const StageFrame& frame) { return frame.image.isNull(); });  // of a run that was found
  column->frames->setFrames(std::move(seen));
  for (const StageFrame& frame : read.frames) column->frames->put(frame);
  emit framesAdded(id);
  cutFramesAnew();
  emit columnChanged(id);
  emit stateChanged();
  if (id == m_reference) return compareAnew();  // its run was made again
  chooseReference();
  if (const ComparedColumn* shown = this->column(id); m_reference != 0 && m_reference != id) compare(*shown);
}

/// Columns that were read before the plane of the comparison was known.
void ComparisonSession::cutFramesAnew() {
  if (!m_framePlane) return;
  for (const ComparedColumn& column : m_columns) {
    if (column.state != ColumnState::Ready || !isCutElsewhere(column, *m_framePlane)) continue;
    m_jobs.push_back(m_controller.background(
        [run = *column.run, opened = m_case, plane = *m_framePlane](const std::stop_token& stop) {
          return readFrames(run, *opened->file.ct, plane, stop);
        },
        [this, id = column.id](Answer<std::vector<StageFrame>>&& answer) {
          const ComparedColumn* shown = this->column(id);
          const auto* frames = std::get_if<std::vector<StageFrame>>(&answer);
          if (shown == nullptr || frames == nullptr) return;
          for (const StageFrame& frame : *frames) shown->frames->put(frame);
          emit framesAdded(id);
        }));
  }
}

void ComparisonSession::drop(int id) {
  const auto at = std::find_if(m_columns.begin(), m_columns.end(), [id](const auto& c) { return c.id == id; });
  if (at == m_columns.end()) return;
  at->frames->deleteLater();
  m_columns.erase(at);
  if (m_winner == id) {
    m_winner = 0;
    emit winnerChanged();
  }
  emit columnsChanged();
  emit stateChanged();
}

QString ComparisonSession::whyKept(int id) const {
  if (id == m_reference && m_columns.size() > 1) return tr("Choose another reference first.");
  const ComparedColumn* column = this->column(id);
  const bool isEngines =
      m_comparing && column != nullptr && !column->joined && sameGuidance(column->cfg, m_cfgs->reference());
  return isEngines ? tr("The values that run are measured against this one.") : QString();
}

void ComparisonSession::remove(int id) {
  const ComparedColumn* column = this->column(id);
  if (column == nullptr || !whyKept(id).isEmpty()) return;
  if (m_cfgs && !column->joined) m_cfgs->remove(column->cfg);
  if (id == m_reference) m_reference = 0;
  drop(id);
}

void ComparisonSession::join(const PastRun& run) {
  for (const ComparedColumn& column : m_columns)
    if (column.run && column.run->folder.path() == run.folder.path()) return;
  if (!m_case || !m_grid || static_cast<int>(m_columns.size()) >= kMostColumns) return;
  ComparedColumn& column = insert(run.record.request.cfg);
  column.joined = true;
  column.seed = run.record.seed;
  column.state = ColumnState::Reading;
  const int id = column.id;
  emit columnsChanged();
  emit stateChanged();
  ColumnOrder order;
  order.folder = run.folder.path();
  order.grid = m_grid;
  order.framePlane = m_framePlane;
  read(id, std::move(order));
}

/// The one that was wished for when it is there; until then the first that is ready.
void ComparisonSession::chooseReference() {
  const auto isWanted = [this](const ComparedColumn& c) {
    return m_wanted && !c.joined && sameGuidance(c.cfg, *m_wanted) && c.state == ColumnState::Ready;
  };
  const auto wanted = std::find_if(m_columns.begin(), m_columns.end(), isWanted);
  if (wanted != m_columns.end()) {
    m_wanted.reset();
    return setReference(wanted->id);
  }
  if (column(m_reference) != nullptr) return;
  const auto ready =
      std::find_if(m_columns.begin(), m_columns.end(), [](const auto& c) { return c.state == ColumnState::Ready; });
  if (ready != m_columns.end()) setReference(ready->id);
}

void ComparisonSession::setReference(int id) {
  const ComparedColumn* chosen = column(id);
  if (chosen == nullptr || chosen->state != ColumnState::Ready || id == m_reference) return;
  m_reference = id;
  m_wanted.reset();
  compareAnew();
}

void ComparisonSession::compareAnew() {
  stopAll(m_pairs);
  for (ComparedColumn& each : m_columns) {
    each.difference.reset();
    each.distances.reset();
    each.roughDistances.reset();
  }
  emit referenceChanged();
  compareAll();
}

void ComparisonSession::setWinner(int id) {
  if (id == m_winner) return;
  m_winner = id;
  emit winnerChanged();
}

void ComparisonSession::compareAll() {
  for (const ComparedColumn& each : m_columns)
    if (each.id != m_reference && each.state == ColumnState::Ready) compare(each);
}

void ComparisonSession::compare(const ComparedColumn& column) {
  const ComparedColumn& reference = *this->reference();
  PairOrder order{*column.row,    column.field,    column.mesh, column.surface,
                  *reference.row, reference.field, *m_grid,     std::nullopt};
  // The engine has measured its values against its own reference, which need not be this one.
  const bool known = !reference.joined && column.row->toReference && column.measuredTo &&
                     sameGuidance(*column.measuredTo, reference.cfg);
  if (known) order.known = column.row->toReference;
  m_pairs.push_back(m_controller.background(
      [order = std::move(order)](const std::stop_token& stop) { return comparePair(order, stop); },
      [this, id = column.id, to = m_reference](Answer<ComparedPair>&& answer) {
        ComparedColumn* compared = find(id);
        if (compared == nullptr || to != m_reference) return;
        if (const auto* error = std::get_if<Error>(&answer)) {
          emit failed(*error);
          return;
        }
        compared->difference = std::get<ComparedPair>(answer).difference;
        compared->distances = std::get<ComparedPair>(answer).distances;
        compared->roughDistances = std::get<ComparedPair>(answer).roughDistances;
        emit columnChanged(id);
      }));
}

ComparisonTable ComparisonSession::table() const {
  ComparisonTable table;
  bool isOfJoined = false;
  for (const ComparedColumn& column : m_columns) {
    if (column.state != ColumnState::Ready) continue;
    const RunRecord& record = column.run->record;
    if (table.rows.empty() || (isOfJoined && !column.joined)) {  // what heads the table is the comparison's own
      table.caseName = record.caseName;
      table.caseHash = record.caseHash;
      table.modelName = record.modelName;
      table.modelHashes = record.modelHashes;
      table.steps = record.request.ts;
      isOfJoined = column.joined;
    }
    table.demoModel = table.demoModel || record.demoModel;
    ComparisonRow row = *column.row;
    row.toReference = column.difference;
    row.steps = record.request.ts;
    row.modelName = record.modelName;
    table.rows.push_back(std::move(row));
    if (std::find(table.seeds.begin(), table.seeds.end(), column.seed) == table.seeds.end())
      table.seeds.push_back(column.seed);
    for (const double asked : column.alsoAsked) table.merged.push_back({asked, column.cfg});
  }
  if (const ComparedColumn* reference = this->reference()) table.reference = reference->cfg;
  return table;
}

}  // namespace hipwright
