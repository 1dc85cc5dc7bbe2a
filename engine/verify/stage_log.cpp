#include "engine/verify/stage_log.h"

#include "engine/core/stop.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hipwright {

double maxAbsDifference(std::span<const float> a, std::span<const float> b) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (a.size() != b.size()) return kInfinity;
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double d = std::abs(static_cast<double>(a[i]) - b[i]);
    if (std::isnan(d)) return kInfinity;
    worst = std::max(worst, d);
  }
  return worst;
}

double maxAbsDifference(const Tensor4& a, const Tensor4& b) {
  if (a.shape != b.shape) return std::numeric_limits<double>::infinity();
  return maxAbsDifference(a.values, b.values);
}

double maxAbsDifference(const Volume& a, const Volume& b) {
  if (a.geometry.size != b.geometry.size) return std::numeric_limits<double>::infinity();
  return maxAbsDifference(a.voxels, b.voxels);
}

void StageLog::add(std::string stage, double maxAbs, double tolerance) {
  throwIfStopped(m_stop);
  const auto now = std::chrono::steady_clock::now();
  m_stages.push_back({std::move(stage), maxAbs, tolerance, std::chrono::duration<double>(now - m_last).count()});
  m_last = now;
  if (m_observer) m_observer(m_stages.back());
}

}  // namespace hipwright
