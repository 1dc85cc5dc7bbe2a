// The measuring and writing half of a comparison.
#include "engine/core/atomic_file.h"
#include "engine/core/stop.h"
#include "engine/measure/implant_crop.h"
#include "engine/run/compared_run.h"
#include "engine/run/comparison_run.h"
#include "engine/run/comparison_strip.h"

#include <algorithm>

namespace hipwright {
void ComparisonRun::measure(Result& result) {
  const Geometry& grid = m_shared.view->geometry;
  const Volume ct = onBox(*m_shared.view, boxWithin(result.crop.geometry, grid), grid);
  result.row.numbers = measureInCase(result.crop, ct);
  measureDifference(result);
}

/// If the reference of its seed is there.
void ComparisonRun::measureDifference(Result& result) {
  const Geometry& grid = m_shared.view->geometry;
  if (sameGuidance(result.row.value.cfg, m_table.reference)) return;
  const auto reference = std::find_if(m_table.rows.begin(), m_table.rows.end(), [&](const ComparisonRow& row) {
    return sameGuidance(row.value.cfg, m_table.reference) && row.value.seed == result.row.value.seed;
  });
  if (reference == m_table.rows.end()) return;
  const std::optional<Volume> crop = loadCrop(cropFile(reference->folder), grid);
  if (crop)
    result.row.toReference = differenceOnGrid({result.crop, result.row.numbers}, {*crop, reference->numbers}, grid);
}

void ComparisonRun::keep(Result result) {
  if (!result.row.found) saveCrop(cropFile(result.row.folder), result.crop, m_shared.set.mark());
  noteNoise(result.row);
  measure(result);
  std::erase_if(m_table.rows, [&](const ComparisonRow& row) { return row.value == result.row.value; });
  m_table.rows.push_back(result.row);
  tell(ValueFinished{std::make_shared<const ComparisonRow>(std::move(result.row))});
}

/// Not there yet, and not taken out while this comparison ran.
bool ComparisonRun::isWanted(const ComparedValue& earlier) const {
  const auto isThere = [&](const ComparisonRow& row) {
    return sameGuidance(row.value.cfg, earlier.cfg) && row.value.seed == earlier.seed;
  };
  if (std::any_of(m_table.rows.begin(), m_table.rows.end(), isThere)) return false;
  return m_cfgs.holds(earlier.cfg) || !wasAsked(earlier.cfg);
}

bool ComparisonRun::wasAsked(double cfg) const {
  const auto isIt = [cfg](double each) { return sameGuidance(each, cfg); };
  return std::any_of(m_request.cfgs.begin(), m_request.cfgs.end(), isIt) ||
         std::any_of(m_taken.begin(), m_taken.end(), isIt);
}

/// The values of earlier comparisons in this folder that this one did not ask for, or has not reached: the table grows
/// and never loses a value that is finished. Not stopped, because stopping has to keep them.
void ComparisonRun::joinEarlier() {
  for (; !m_earlier.empty(); m_earlier.erase(m_earlier.begin())) {
    const EarlierValue& earlier = m_earlier.front();
    if (!isWanted(earlier.value)) continue;
    Result result;
    std::optional<Volume> crop = earlierField(earlier, result.row);
    if (!crop) continue;
    result.crop = std::move(*crop);
    measure(result);
    m_table.rows.push_back(std::move(result.row));
    if (std::find(m_table.seeds.begin(), m_table.seeds.end(), earlier.value.seed) == m_table.seeds.end())
      m_table.seeds.push_back(earlier.value.seed);
  }
}

/// The values that were finished before their reference was.
void ComparisonRun::measureWhatIsLeft() {
  for (ComparisonRow& row : m_table.rows) {
    if (row.toReference || sameGuidance(row.value.cfg, m_table.reference)) continue;
    std::optional<Volume> crop = loadCrop(cropFile(row.folder), m_shared.view->geometry);
    if (!crop) continue;
    Result result{row, std::move(*crop)};
    measureDifference(result);
    row.toReference = result.row.toReference;
  }
}

/// Drops what was taken out; the others stand in the order that was asked for, and earlier ones behind them.
void ComparisonRun::arrangeRows() {
  std::vector<ComparisonRow> rows;
  for (const double cfg : m_cfgs.all())
    for (const std::int64_t seed : m_table.seeds)
      for (const ComparisonRow& row : m_table.rows)
        if (sameGuidance(row.value.cfg, cfg) && row.value.seed == seed) rows.push_back(row);
  for (const ComparisonRow& row : m_table.rows)
    if (!m_cfgs.holds(row.value.cfg) && !wasAsked(row.value.cfg)) rows.push_back(row);
  m_table.rows = std::move(rows);
}

void ComparisonRun::comparePairs() {
  if (m_request.pairs == MeasuredPairs::ToReference) return;
  const Geometry& grid = m_shared.view->geometry;
  for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
    const ComparisonRow& a = m_table.rows[i];
    const std::optional<Volume> cropA = loadCrop(cropFile(a.folder), grid);
    for (std::size_t j = i + 1; j < m_table.rows.size(); ++j) {
      throwIfStopped(m_control.stop);
      const ComparisonRow& b = m_table.rows[j];
      if (a.value.seed != b.value.seed) continue;
      const std::optional<Volume> cropB = loadCrop(cropFile(b.folder), grid);
      if (cropA && cropB)
        m_table.pairs.push_back({a.value, b.value, differenceOnGrid({*cropA, a.numbers}, {*cropB, b.numbers}, grid)});
    }
  }
}

void ComparisonRun::finish() {
  writeAtomically(m_folder->csv(), comparisonCsv(m_table));
  writeAtomically(m_folder->json(), comparisonJson(m_table, m_folder->path()));
  if (m_table.rows.empty()) return;
  drawComparison(m_folder->strip(),
                 {m_table, *m_shared.view, toText(m_shared.plan.side), m_shared.set.mark(), m_folder->fields()});
}

void ComparisonRun::keepFinished() noexcept {
  try {
    m_table.pairs.clear();
    if (m_table.rows.empty()) return;  // the table that was here stays
    joinEarlier();
    measureWhatIsLeft();
    arrangeRows();
    if (!m_table.rows.empty()) finish();
  } catch (...) {
    return;  // why the comparison ended is what must be told
  }
}

}  // namespace hipwright
