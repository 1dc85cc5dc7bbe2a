// How a run looks from outside: a bar with time left on a terminal, plain lines otherwise, or JSON events for programs.
#pragma once

#include "engine/core/error.h"
#include "engine/core/events.h"
#include "engine/run/pipeline.h"
#include "engine/run/run_folder.h"

#include <chrono>
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
  void showProgress(const Progress& progress);
  void drawBar(const Progress& progress);
  void clearBar();

  ReportStyle m_style;
  bool m_terminal;
  bool m_barDrawn = false;
  bool m_demo = false;
  int m_lastTenth = -1;
  Phase m_lastPhase = Phase::Write;
  std::chrono::steady_clock::time_point m_lastDraw;
};

/// One line for each item: level, code, what was found and what will be done.
std::string preflightText(const std::vector<PreflightItem>& items);

/// "1 min 24 s", "3 h 5 min", "0.4 s".
std::string durationText(double seconds);

}  // namespace hipwright::cli
