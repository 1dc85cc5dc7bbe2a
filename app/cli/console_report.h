// How a run looks from outside: a bar with time left on a terminal, plain lines otherwise, or JSON events for programs.
#pragma once

#include "app/cli/progress_bar.h"
#include "engine/core/error.h"
#include "engine/core/events.h"
#include "engine/run/pipeline.h"
#include "engine/run/run_folder.h"

#include <string>

namespace hipwright::cli {

enum class ReportStyle { Text, Json };

/// Progress goes to standard error, results to standard output; with Json every event goes to standard output, one
/// object a line. One thread.
class ConsoleReport {
 public:
  explicit ConsoleReport(ReportStyle style);

  void show(const RunEvent& event);
  void finished(const RunResult& result);
  void cancelled();
  void failed(const Error& error);

 private:
  void showText(const RunEvent& event);

  ReportStyle m_style;
  ProgressBar m_bar;
  bool m_demo = false;
};

/// One line for each item: level, code, what was found and what will be done.
std::string preflightText(const std::vector<PreflightItem>& items);

/// One line as the preflight's.
std::string forecastText(const ForecastMade& forecast);

}  // namespace hipwright::cli
