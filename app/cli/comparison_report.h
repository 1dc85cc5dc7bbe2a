// How a comparison looks from outside: a bar over all values and a line for each, then the table; or JSON events.
#pragma once

#include "app/cli/console_report.h"
#include "engine/run/comparison.h"

#include <chrono>
#include <string>
#include <vector>

namespace hipwright::cli {

/// Progress goes to standard error, results to standard output; with Json every event goes to standard output, one
/// object a line. One thread.
class ComparisonReport {
 public:
  /// `notes` are sentences about what was asked for, told at the start and below the table.
  ComparisonReport(ReportStyle style, std::vector<std::string> notes);

  void show(const ComparisonEvent& event);
  void ended(const ComparisonOutcome& outcome);

 private:
  void showText(const ComparisonStarted& started);
  void showText(const TableDamaged& damaged);
  void showText(const CaseEvent& event);
  void showText(const ValueStarted& started);
  void showText(const ValueEvent& event);
  void showText(const ValueFinished& finished);
  void showText(const ValueRemoved& removed);
  void print(const ComparisonOutcome& outcome) const;

  ReportStyle m_style;
  std::vector<std::string> m_notes;
  ConsoleReport m_console;  ///< for what is told of the case as for a single run
  ProgressBar m_bar;
  ComparisonTable m_named;  ///< what names of values depend on
  std::string m_caption;
  std::chrono::steady_clock::time_point m_valueStart;
};

}  // namespace hipwright::cli
