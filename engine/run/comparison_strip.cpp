#include "engine/run/comparison_strip.h"

#include "engine/core/picture.h"
#include "engine/core/platform.h"
#include "engine/io/filmstrip.h"
#include "engine/measure/implant_crop.h"
#include "engine/run/comparison_folder.h"
#include "engine/run/run_folder.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hipwright {
namespace {

/// A number for reading; a dash for what was not measured.
std::string shown(const Measured<double>& value, int decimals, double scale = 1) {
  if (!value) return "-";
  std::array<char, 64> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), scale * *value, std::chars_format::fixed, decimals).ptr;
  return {text.data(), end};
}

template <class T, class Part>
Measured<double> part(const Measured<T>& whole, const Part& of) {
  return whole ? Measured<double>(of(*whole)) : Measured<double>::notMeasurable(whole.reason());
}

std::vector<std::string> numberLines(const ImplantNumbers& n) {
  const auto tissue = [&](double TissueShares::*share) {
    return shown(part(n.tissue, [&](const TissueShares& t) { return t.*share; }), 0, 100) + " %";
  };
  const auto angle = [&](double CupAngles::*which) {
    return shown(part(n.measures.cup, [&](const CupOpening& c) { return c.angles.*which; }), 1);
  };
  std::string canal;
  for (const auto& level : n.canal)
    canal += (canal.empty() ? "" : " / ") + shown(part(level, [](const CanalFill& f) { return f.share; }), 0, 100);
  const bool noCanal = std::none_of(n.canal.begin(), n.canal.end(), [](const auto& level) { return bool(level); });
  // The built-in font has no degree sign.
  return {
      shown(n.volumeMm3, 1, 1e-3) + " ml, " + std::to_string(n.components) + (n.components == 1 ? " piece" : " pieces"),
      "in bone " + tissue(&TissueShares::bone) + ", in cortex " + tissue(&TissueShares::cortex),
      "cup to the scanner's planes:",
      n.measures.cup ? "incl. " + angle(&CupAngles::inclination) + ", antev. " + angle(&CupAngles::anteversion) + " deg"
                     : "not measurable",
      noCanal ? "canal fill not measurable" : "canal fill " + canal + " %"};
}

std::vector<std::string> differenceLines(const ComparisonRow& row, double reference) {
  if (!row.toReference) return {};
  const ImplantDifference& d = *row.toReference;
  return {"to CFG " + shortNumber(reference) + ": Dice " + shown(d.dice, 3),
          "ASSD " + shown(part(d.surface, [](const SurfaceDistance& s) { return s.meanMm; }), 2) + ", HD95 " +
              shown(part(d.surface, [](const SurfaceDistance& s) { return s.hd95Mm; }), 2) + " mm",
          "centre shift " + shown(d.centreShiftMm, 2) + " mm"};
}

Volume wholeField(const ComparisonStrip& strip, const ComparisonRow& row) {
  const Geometry& grid = strip.view.geometry;
  const auto file = ComparisonFolder(strip.fields.parent_path()).field(row.folder);
  const std::optional<Volume> crop = loadCrop(file, grid);
  if (!crop) throw Error(ErrorCode::FileNotFound, {{"path", platform::toUtf8(file)}});
  return onBox(*crop, {{0, 0, 0}, grid.size}, grid);
}

/// Seed by seed, so that what started from the same noise stands together.
std::vector<const ComparisonRow*> columns(const ComparisonTable& table) {
  std::vector<const ComparisonRow*> rows;
  for (const std::int64_t seed : table.seeds)
    for (const ComparisonRow& row : table.rows)
      if (row.value.seed == seed) rows.push_back(&row);
  return rows;
}

/// Of its seed; a row that was not compared is none for that alone.
bool isReference(const ComparisonRow& row, const ComparisonTable& table) {
  return !row.toReference && sameGuidance(row.value.cfg, table.reference);
}

std::int64_t planeOf(const ComparisonStrip& strip, const std::vector<const ComparisonRow*>& rows) {
  const auto reference =
      std::find_if(rows.begin(), rows.end(), [&](const auto* row) { return isReference(*row, strip.table); });
  return planeShowingImplant(wholeField(strip, reference == rows.end() ? *rows.front() : **reference));
}

StripFrame frameOf(const ComparisonStrip& strip, const ComparisonRow& row, std::int64_t plane) {
  const Volume field = wholeField(strip, row);
  StripFrame frame{coronalPicture(strip.view, &field, plane), {"CFG " + shortNumber(row.value.cfg)}};
  if (strip.table.seeds.size() > 1) frame.caption.front() += ", seed " + std::to_string(row.value.seed);
  if (row.steps != strip.table.steps) frame.caption.front() += ", " + std::to_string(row.steps) + " steps";
  if (isReference(row, strip.table)) frame.caption.front() += ", the reference";
  for (const auto& lines : {numberLines(row.numbers), differenceLines(row, strip.table.reference)})
    frame.caption.insert(frame.caption.end(), lines.begin(), lines.end());
  return frame;
}

}  // namespace

void drawComparison(const std::filesystem::path& path, const ComparisonStrip& strip) {
  const ComparisonTable& table = strip.table;
  const std::vector<const ComparisonRow*> rows = columns(table);
  if (rows.empty()) return;
  const std::int64_t plane = planeOf(strip, rows);
  std::vector<StripFrame> frames = {{coronalPicture(strip.view, nullptr, plane), {"pre-op"}}};
  for (const ComparisonRow* row : rows) frames.push_back(frameOf(strip, *row, plane));
  StripOptions options;
  options.title = table.caseName + (strip.side.empty() ? "" : "   " + strip.side + " hip") + "   " +
                  std::to_string(table.steps) + " steps" +
                  (table.seeds.size() == 1 ? "   seed " + std::to_string(table.seeds.front()) : "");
  options.mark = strip.mark;
  writeFilmstrip(path, frames, options);
}

}  // namespace hipwright
