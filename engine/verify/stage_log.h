// Collects the deviations of a verification: measures, times and reports each stage.
#pragma once

#include "engine/core/volume.h"
#include "engine/verify/verify.h"

#include <chrono>
#include <span>

namespace hipwright {

/// Largest absolute difference; infinite if the lengths differ or a difference is not a number.
double maxAbsDifference(std::span<const float> a, std::span<const float> b);
double maxAbsDifference(const Tensor4& a, const Tensor4& b);
double maxAbsDifference(const Volume& a, const Volume& b);

/// Not thread-safe. The observer and the token outlive it.
class StageLog {
 public:
  StageLog(const StageObserver& observer, const std::stop_token& stop) : m_observer(observer), m_stop(stop) {}

  /// Throws Cancelled if a stop was requested.
  void add(std::string stage, double maxAbs, double tolerance);

  std::vector<StageDeviation> take() { return std::move(m_stages); }

 private:
  const StageObserver& m_observer;
  const std::stop_token& m_stop;
  std::vector<StageDeviation> m_stages;
  std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

}  // namespace hipwright
