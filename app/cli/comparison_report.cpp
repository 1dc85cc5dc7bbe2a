#include "app/cli/comparison_report.h"

#include "app/cli/comparison_text.h"
#include "app/cli/json_events.h"
#include "app/cli/terminal_text.h"
#include "engine/core/platform.h"
#include "engine/run/comparison_folder.h"

#include <cstdio>

namespace hipwright::cli {
namespace {

std::string seedText(const std::vector<std::int64_t>& seeds) {
  std::vector<std::string> texts;
  texts.reserve(seeds.size());
  for (const std::int64_t seed : seeds) texts.push_back(std::to_string(seed));
  return (seeds.size() == 1 ? "seed " : "seeds ") + listed(texts);
}

std::string keptText(std::size_t values) {
  if (values == 0) return "nothing half-written was left";
  return std::to_string(values) + (values == 1 ? " finished value is kept" : " finished values are kept") +
         ", and the same command goes on from there";
}

void printFile(const std::string& what, const std::filesystem::path& path) {
  std::printf("  %-14s  %s\n", what.c_str(), forTerminal(platform::toUtf8(path)).c_str());
}

/// What a line can hold of a value: the rest is in the table.
std::string inShort(const ComparisonRow& row, double reference) {
  std::string text = numberText(row.numbers.volumeMm3 / 1000, 1) + " ml, " + std::to_string(row.numbers.components) +
                     (row.numbers.components == 1 ? " piece" : " pieces");
  if (row.toReference && row.toReference->dice)
    text += ", Dice " + numberText(row.toReference->dice, 3) + " to CFG " + shortNumber(reference);
  return text;
}

}  // namespace

ComparisonReport::ComparisonReport(ReportStyle style, std::vector<std::string> notes)
    : m_style(style), m_notes(std::move(notes)), m_console(style) {}

void ComparisonReport::show(const ComparisonEvent& event) {
  if (m_style == ReportStyle::Text) return std::visit([this](const auto& e) { showText(e); }, event);
  std::printf("%s\n", eventToJson(event).c_str());
  std::fflush(stdout);
}

void ComparisonReport::showText(const ComparisonStarted& started) {
  m_bar.clear();
  m_named.seeds = started.seeds;
  m_named.reference = started.reference;
  std::vector<std::string> cfgs;
  for (const double cfg : started.cfgs) cfgs.push_back(shortNumber(cfg));
  std::fprintf(stderr, "Comparing CFG %s of %s with %s; CFG %s is the reference.\n", listed(cfgs).c_str(),
               forTerminal(started.caseName).c_str(), seedText(started.seeds).c_str(),
               shortNumber(started.reference).c_str());
  for (const std::string& note : m_notes) std::fprintf(stderr, "Note: %s\n", note.c_str());
}

void ComparisonReport::showText(const TableDamaged& damaged) {
  m_bar.clear();
  std::fprintf(stderr, "Note: %s\n", forTerminal(damaged.text).c_str());
}

void ComparisonReport::showText(const CaseEvent& event) {
  if (const auto* progress = std::get_if<Progress>(&event.event)) return m_bar.show(*progress);
  m_bar.clear();
  m_console.show(event.event);
}

void ComparisonReport::showText(const ValueStarted& started) {
  m_caption =
      nameOf(started.value, m_named) + ", " + std::to_string(started.number) + " of " + std::to_string(started.count);
  m_valueStart = std::chrono::steady_clock::now();
}

void ComparisonReport::showText(const ValueEvent& event) {
  const auto* progress = std::get_if<Progress>(&event.event);
  if (progress != nullptr && progress->phase == Phase::Encode && progress->done == progress->total)
    return;  // the case is encoded once; later values find it done
  if (progress != nullptr)
    return m_bar.show({progress->phase, progress->done, progress->total, event.overall, event.secondsLeft}, m_caption);
  if (std::holds_alternative<ForecastMade>(event.event)) {
    m_bar.clear();
    m_console.show(event.event);
    return;
  }
  const auto* warning = std::get_if<RunWarning>(&event.event);
  if (warning == nullptr || warning->code == WarningCode::AlreadyComplete) return;  // the value's line says it
  m_bar.clear();
  std::fprintf(stderr, "Note: %s: %s\n", nameOf(event.value, m_named).c_str(), forTerminal(warning->text).c_str());
}

void ComparisonReport::showText(const ValueFinished& finished) {
  m_bar.clear();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - m_valueStart;
  std::fprintf(stderr, "%s: %s; %s\n", nameOf(finished.row->value, m_named).c_str(),
               inShort(*finished.row, m_named.reference).c_str(),
               finished.row->found ? "was there already" : durationText(taken.count()).c_str());
}

void ComparisonReport::showText(const ValueRemoved& removed) {
  m_bar.clear();
  std::fprintf(stderr, "%s: taken out\n", nameOf(removed.value, m_named).c_str());
}

void ComparisonReport::ended(const ComparisonOutcome& outcome) {
  m_bar.clear();
  if (m_style == ReportStyle::Json) {
    std::printf("%s\n", endToJson(outcome).c_str());
    return;
  }
  if (!outcome.table.rows.empty()) print(outcome);
  if (outcome.end == ComparisonEnd::Finished) return;
  std::fflush(stdout);
  const std::size_t count = outcome.table.rows.size();
  if (outcome.end == ComparisonEnd::Cancelled)
    std::fprintf(stderr, "hipwright-cli: cancelled; %s.\n", keptText(count).c_str());
  else if (count > 0)
    std::fprintf(stderr, "hipwright-cli: %s.\n", keptText(count).c_str());
}

void ComparisonReport::print(const ComparisonOutcome& outcome) const {
  const ComparisonTable& table = outcome.table;
  const ComparisonFolder folder(outcome.folder);
  std::printf("%sResearch use only. %s, %d steps, %s. Results in %s\n", table.demoModel ? "DEMO model. " : "",
              forTerminal(table.caseName).c_str(), table.steps, seedText(table.seeds).c_str(),
              forTerminal(platform::toUtf8(folder.path())).c_str());
  printFile("picture", folder.strip());
  printFile("table", folder.csv());
  printFile("numbers", folder.json());
  for (const ComparisonRow& row : table.rows) printFile(nameOf(row.value, table), row.folder);
  std::printf("%s", comparisonText(table, platform::stderrIsTerminal() ? platform::terminalWidth() : 0).c_str());
  if (!m_notes.empty()) std::puts("");
  for (const std::string& note : m_notes) std::printf("%s\n", note.c_str());
}

}  // namespace hipwright::cli
