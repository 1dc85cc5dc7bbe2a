// How far a comparison is, and how long it will still take.
#pragma once

#include "engine/run/comparison.h"

#include <chrono>
#include <optional>
#include <vector>

namespace hipwright {

/// Counts runs by what they cost: one with guidance asks the network twice a step. One thread.
class ComparisonProgress {
 public:
  /// The values there are now, each run for every seed.
  void plan(const std::vector<double>& cfgs, std::size_t seeds);

  void start(const ComparedValue& value);

  /// Share of the running value, 0 to 1.
  void advance(double share);

  /// `found` values cost no time and must not make the rest look cheap.
  enum class Source { Computed, Found };
  void finish(Source source);

  int number() const { return m_number; }
  int count() const { return m_count; }
  double overall() const;
  std::optional<double> secondsLeft() const;

 private:
  double m_all = 1;
  double m_done = 0;
  double m_running = 0;
  double m_share = 0;
  double m_computed = 0;  ///< of m_done, what took time
  int m_number = 0;
  int m_count = 1;
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

}  // namespace hipwright
