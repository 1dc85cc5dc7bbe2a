#include "ui/compare/comparison_saving.h"

#include "engine/core/atomic_file.h"
#include "engine/core/stop.h"
#include "engine/prepare/resample.h"
#include "engine/run/comparison_folder.h"
#include "engine/run/comparison_strip.h"
#include "engine/run/comparison_table.h"
#include "engine/run/output_mark.h"
#include "ui/text/wording.h"

#include <QTemporaryDir>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr float kAirOutside = -1024;

fs::path withEnding(const fs::path& base, const char* ending) {
  fs::path path = base;
  path += ending;
  return path;
}

}  // namespace

SavedComparison savedComparison(const ComparisonSession& session) {
  SavedComparison saved{
      session.table(), {}, session.grid(), session.openedCase(), session.reference()->run->record.plan.side};
  for (const ComparedColumn& column : session.columns())
    if (column.state == ColumnState::Ready) saved.fields.push_back(column.field);
  return saved;
}

std::vector<fs::path> savedFiles(const fs::path& base) {
  return {withEnding(base, ".csv"), withEnding(base, ".json"), withEnding(base, ".png")};
}

std::vector<fs::path> saveComparison(const SavedComparison& saved, const fs::path& base, const std::stop_token& stop) {
  const std::vector<fs::path> files = savedFiles(base);
  writeAtomically(files[0], comparisonCsv(saved.table));
  writeAtomically(files[1], comparisonJson(saved.table, base.parent_path()));
  const QTemporaryDir crops;
  const ComparisonFolder folder(toPath(crops.path()));
  const std::string mark = saved.table.demoModel ? kDemoMark : "";
  for (std::size_t i = 0; i < saved.fields.size(); ++i) {
    throwIfStopped(stop);
    saveCrop(folder.field(saved.table.rows[i].folder), *saved.fields[i], mark);
  }
  const Volume view = resample(*saved.opened->file.ct, saved.grid, {Interpolation::Cubic, kAirOutside, true}, stop);
  drawComparison(files[2], {saved.table, view, toText(saved.side), mark, folder.fields()});
  return files;
}

}  // namespace hipwright
