#include "engine/evaluate/evaluation_report.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace hipwright {
namespace {

constexpr std::size_t kLabelWidth = 30;
constexpr std::size_t kCellWidth = 22;

enum class Tail { Low, High };

/// A column of the CSV and a line of the table.
struct Measure {
  std::string_view column;
  std::string_view label;
  int decimals;
  Tail tail;
  std::optional<double> (*value)(const EvaluationRow&);
};

using Row = const EvaluationRow&;
using Value = std::optional<double>;

constexpr std::array<Measure, 12> kMeasures = {{
    {"dice", "Dice", 3, Tail::Low, [](Row r) -> Value { return r.score.dice; }},
    {"dice_cup", "Dice of the cup", 3, Tail::Low, [](Row r) -> Value { return r.score.diceCup; }},
    {"dice_stem", "Dice of the stem", 3, Tail::Low, [](Row r) -> Value { return r.score.diceStem; }},
    {"assd_mm", "Surface distance, mm", 2, Tail::High, [](Row r) { return r.score.assdMm; }},
    {"hd95_mm", "HD95, mm", 2, Tail::High, [](Row r) { return r.score.hd95Mm; }},
    {"volume_difference_percent", "Volume difference, %", 1, Tail::High,
     [](Row r) -> Value { return r.score.volumeDifferencePercent; }},
    {"components", "Pieces", 0, Tail::High, [](Row r) -> Value { return r.score.components; }},
    {"centre_of_rotation_mm", "Centre of rotation, mm", 2, Tail::High,
     [](Row r) { return r.score.centreOfRotationMm; }},
    {"stem_axis_deg", "Stem axis, degrees", 1, Tail::High, [](Row r) { return r.score.stemAxisDeg; }},
    {"cup_inclination_deg", "Cup inclination, degrees", 1, Tail::High, [](Row r) { return r.score.cupInclinationDeg; }},
    {"cup_anteversion_deg", "Cup anteversion, degrees", 1, Tail::High, [](Row r) { return r.score.cupAnteversionDeg; }},
    {"seconds", "Time, s", 1, Tail::High, [](Row r) -> Value { return r.seconds; }},
}};

std::string fixed(double value, int decimals) {
  std::array<char, 400> text{};  // room for the largest double
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
  return {text.data(), end.ptr};
}

std::string shortest(double value) {
  std::array<char, 40> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

struct Group {
  double cfg;
  int steps;
  std::vector<EvaluationRow> rows;
};

std::vector<Group> grouped(const std::vector<EvaluationRow>& rows) {
  std::vector<Group> groups;
  for (const EvaluationRow& row : rows) {
    const auto same = [&](const Group& g) { return g.cfg == row.cfg && g.steps == row.steps; };
    auto group = std::find_if(groups.begin(), groups.end(), same);
    if (group == groups.end()) group = groups.insert(groups.end(), {row.cfg, row.steps, {}});
    group->rows.push_back(row);
  }
  return groups;
}

std::string cell(const Group& group, const Measure& measure) {
  std::vector<double> values;
  for (const EvaluationRow& row : group.rows)
    if (const auto value = measure.value(row)) values.push_back(std::abs(*value));
  if (values.empty()) return "not measurable";
  std::string text = fixed(quantile(values, 0.5), measure.decimals) + " (" +
                     fixed(quantile(values, measure.tail == Tail::Low ? 0.05 : 0.95), measure.decimals) + ")";
  if (values.size() < group.rows.size()) text += " n=" + std::to_string(values.size());
  return text;
}

std::string tableOf(const std::vector<EvaluationRow>& rows) {
  const std::vector<Group> groups = grouped(rows);
  std::string text = padded("", kLabelWidth);
  for (const Group& g : groups)
    text += padded("CFG " + shortest(g.cfg) + ", " + std::to_string(g.steps) + " steps", kCellWidth);
  text += "\n";
  for (const Measure& measure : kMeasures) {
    text += padded(std::string(measure.label), kLabelWidth);
    for (const Group& g : groups) text += padded(cell(g, measure), kCellWidth);
    text += "\n";
  }
  return text;
}

std::vector<EvaluationRow> selected(const std::vector<EvaluationRow>& rows, bool (*wanted)(Row)) {
  std::vector<EvaluationRow> result;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(result), wanted);
  return result;
}

}  // namespace

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const double at = share * static_cast<double>(values.size() - 1);
  const auto low = static_cast<std::size_t>(at);
  const auto high = std::min(low + 1, values.size() - 1);
  return values[low] + (values[high] - values[low]) * (at - static_cast<double>(low));
}

std::string evaluationCsv(const std::vector<EvaluationRow>& rows, Conditioning conditioning) {
  const bool swapped = conditioning == Conditioning::Swapped;
  std::string text = "seed,cfg,ts";
  for (const Measure& measure : kMeasures) text.append(",").append(measure.column);
  text += swapped ? ",condition_seed\n" : "\n";
  for (const EvaluationRow& row : rows) {
    text.append(std::to_string(row.seed)).append(",").append(shortest(row.cfg)).append(",");
    text.append(std::to_string(row.steps));
    for (const Measure& measure : kMeasures) {
      text.append(",");
      if (const auto value = measure.value(row)) text.append(fixed(*value, measure.decimals == 0 ? 0 : 4));
    }
    if (swapped) text.append(",").append(std::to_string(row.conditionSeed));
    text.append("\n");
  }
  return text;
}

std::string evaluationTable(const std::vector<EvaluationRow>& rows, Conditioning conditioning) {
  if (conditioning == Conditioning::Own) return tableOf(rows);
  return "Against the hip whose CT was shown:\n" +
         tableOf(selected(rows, [](Row r) { return r.seed == r.conditionSeed; })) +
         "\nAgainst the hip whose CT was not shown:\n" +
         tableOf(selected(rows, [](Row r) { return r.seed != r.conditionSeed; }));
}

}  // namespace hipwright
