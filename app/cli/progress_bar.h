// How far the work is, on standard error: a bar with time left on a terminal, plain lines otherwise.
#pragma once

#include "engine/core/events.h"

#include <chrono>
#include <string>

namespace hipwright::cli {

/// One thread. Whoever prints something else clears the bar before.
class ProgressBar {
 public:
  ProgressBar();

  /// `caption` says what of several things is at work: "CFG 3, 2 of 5". Redrawn at most 20 times a second.
  void show(const Progress& progress, const std::string& caption = {});
  void clear();

 private:
  void draw(const Progress& progress, const std::string& caption);
  void printLine(const Progress& progress, const std::string& caption) const;

  bool m_terminal;
  bool m_drawn = false;
  int m_lastTenth = -1;
  Phase m_lastPhase = Phase::Write;
  std::string m_lastCaption;
  std::chrono::steady_clock::time_point m_lastDraw;
};

/// "1 min 24 s", "3 h 5 min", "0.4 s".
std::string durationText(double seconds);

}  // namespace hipwright::cli
