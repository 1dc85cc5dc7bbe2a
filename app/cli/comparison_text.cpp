#include "app/cli/comparison_text.h"

#include "engine/run/run_folder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace hipwright::cli {
namespace {

constexpr std::size_t kGap = 2;

/// One line of the table over all values.
struct Line {
  std::string label;
  std::vector<std::string> cells;
};

using Column = std::vector<NamedNumber>;

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

std::string padLeft(const std::string& text, std::size_t width) {
  return std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
}

std::string withUnit(const NamedNumber& number) {
  return number.unit.empty() ? number.label : number.label + ", " + number.unit;
}

/// As many as the largest number of a line needs, so that its numbers stand below each other. Shares have none.
int decimalsOf(const std::vector<Column>& columns, std::size_t line) {
  const NamedNumber& first = columns.front()[line];
  if (first.key == "components") return 0;
  if (first.unit.empty()) return 3;
  double largest = 0;
  for (const Column& column : columns)
    if (column[line].value) largest = std::max(largest, std::abs(*column[line].value));
  if (largest >= 1000) return 0;
  return largest >= 100 || first.unit == "%" || first.unit == "degrees" ? 1 : 2;
}

/// The numbers that at least one value has.
std::vector<Line> linesOf(const std::vector<Column>& columns) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < columns.front().size(); ++i) {
    const auto measured = [&](const Column& column) { return bool(column[i].value); };
    if (std::none_of(columns.begin(), columns.end(), measured)) continue;
    Line line{withUnit(columns.front()[i]), {}};
    const int decimals = decimalsOf(columns, i);
    for (const Column& column : columns) line.cells.push_back(numberText(column[i].value, decimals));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<Column> numbersOf(const ComparisonTable& table) {
  std::vector<Column> columns;
  for (const ComparisonRow& row : table.rows) columns.push_back(named(row.numbers));
  return columns;
}

std::vector<Line> differenceLines(const ComparisonTable& table) {
  std::vector<Column> columns;
  for (const ComparisonRow& row : table.rows) columns.push_back(named(row.toReference.value_or(ImplantDifference{})));
  std::vector<Line> lines = linesOf(columns);
  for (Line& line : lines)
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      if (!table.rows[i].toReference) line.cells[i].clear();
  return lines;
}

/// The heads of a table: the guidance values, and the seeds below them where there are several.
std::vector<Line> headsOf(const ComparisonTable& table) {
  Line cfgs, seeds;
  for (const ComparisonRow& row : table.rows) {
    cfgs.cells.push_back("CFG " + shortNumber(row.value.cfg));
    seeds.cells.push_back("seed " + std::to_string(row.value.seed));
  }
  return table.seeds.size() > 1 ? std::vector<Line>{cfgs, seeds} : std::vector<Line>{cfgs};
}

/// Writes lines below their heads, in blocks that fit.
class Grid {
 public:
  Grid(const std::vector<Line>& heads, const std::vector<Line>& lines, int width)
      : m_lines(heads), m_count(heads.front().cells.size()) {
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    for (const Line& line : m_lines) {
      m_label = std::max(m_label, line.label.size());
      for (const std::string& cell : line.cells) m_cell = std::max(m_cell, cell.size());
    }
    const std::size_t room = width > 0 ? static_cast<std::size_t>(width) : m_label + m_count * (m_cell + kGap);
    m_perBlock = std::max<std::size_t>(1, room > m_label ? (room - m_label) / (m_cell + kGap) : 0);
  }

  std::string text() const {
    std::string out;
    for (std::size_t first = 0; first < m_count; first += m_perBlock) {
      out += "\n";
      for (const Line& line : m_lines) out += row(line, first, std::min(first + m_perBlock, m_count));
    }
    return out;
  }

 private:
  std::string row(const Line& line, std::size_t first, std::size_t last) const {
    std::string out = padded(line.label, m_label);
    for (std::size_t i = first; i < last; ++i) out += padLeft(line.cells[i], m_cell + kGap);
    out.erase(out.find_last_not_of(' ') + 1);
    return out + "\n";
  }

  std::vector<Line> m_lines;
  std::size_t m_count = 0;
  std::size_t m_label = 0;
  std::size_t m_cell = 0;
  std::size_t m_perBlock = 1;
};

/// The pairs of one seed, one column each.
std::string pairsText(const ComparisonTable& table, std::int64_t seed, int width) {
  std::vector<Column> columns;
  Line heads;
  for (const ComparisonPair& pair : table.pairs) {
    if (pair.a.seed != seed) continue;
    columns.push_back(named(pair.difference));
    heads.cells.push_back(shortNumber(pair.a.cfg) + " to " + shortNumber(pair.b.cfg));
  }
  if (columns.size() < 2) return {};  // a single pair stands in the table
  const std::string which = table.seeds.size() > 1 ? ", seed " + std::to_string(seed) : "";
  return "\nEvery pair" + which + ":" + Grid({heads}, linesOf(columns), width).text();
}

/// Numbers of one value that are missing for one reason, in one line.
std::string missingText(const ComparisonTable& table) {
  std::string text;
  for (const ComparisonRow& row : table.rows) {
    std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
    for (const NamedNumber& number : named(row.numbers)) {
      if (number.value) continue;
      const auto known = std::find_if(reasons.begin(), reasons.end(),
                                      [&](const auto& reason) { return reason.first == number.value.reason(); });
      if (known == reasons.end())
        reasons.push_back({number.value.reason(), {number.label}});
      else
        known->second.push_back(number.label);
    }
    for (const auto& [reason, labels] : reasons) {
      const std::string more = labels.size() > 1 ? " and " + std::to_string(labels.size() - 1) + " more" : "";
      text.append("  ").append(nameOf(row.value, table)).append(", ").append(labels.front() + more);
      text.append(": ").append(reason).append("\n");
    }
  }
  return text.empty() ? text : "\nNot measurable here:\n" + text;
}

}  // namespace

std::string numberText(const Measured<double>& value, int decimals) {
  if (!value) return "-";
  std::array<char, 64> text{};
  const double shown = std::abs(*value) < 0.5 * std::pow(10, -decimals) ? 0 : *value;  // never "-0.00"
  const auto end = std::to_chars(text.data(), text.data() + text.size(), shown, std::chars_format::fixed, decimals);
  return {text.data(), end.ptr};
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i)
    text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
  return text;
}

std::string nameOf(const ComparedValue& value, const ComparisonTable& table) {
  const std::string name = "CFG " + shortNumber(value.cfg);
  return table.seeds.size() > 1 ? name + ", seed " + std::to_string(value.seed) : name;
}

std::string comparisonText(const ComparisonTable& table, int width) {
  if (table.rows.empty()) return {};
  const std::vector<Line> heads = headsOf(table);
  std::string text = Grid(heads, linesOf(numbersOf(table)), width).text();
  const std::vector<Line> differences = differenceLines(table);
  if (!differences.empty())
    text += "\nAgainst CFG " + shortNumber(table.reference) + ":" + Grid(heads, differences, width).text();
  for (const std::int64_t seed : table.seeds) text += pairsText(table, seed, width);
  return text + missingText(table);
}

}  // namespace hipwright::cli
