#include "engine/run/comparison_progress.h"

#include "engine/diffusion/guidance.h"

#include <algorithm>

namespace hipwright {
namespace {

constexpr double kForecastFrom = 0.02;  // of all work: earlier forecasts are noise

double costOf(double cfg) { return guidanceMode(cfg) == GuidanceMode::Guided ? 2 : 1; }

}  // namespace

void ComparisonProgress::plan(const std::vector<double>& cfgs, std::size_t seeds) {
  m_all = 0;
  for (const double cfg : cfgs) m_all += static_cast<double>(seeds) * costOf(cfg);
  m_count = static_cast<int>(cfgs.size() * seeds);
}

void ComparisonProgress::start(const ComparedValue& value) {
  m_running = costOf(value.cfg);
  m_share = 0;
  ++m_number;
}

void ComparisonProgress::advance(double share) { m_share = std::clamp(share, 0.0, 1.0); }

void ComparisonProgress::finish(Source source) {
  m_done += m_running;
  if (source == Source::Computed) m_computed += m_running;
  m_running = 0;
  m_share = 0;
}

double ComparisonProgress::overall() const {
  return m_all > 0 ? std::min(1.0, (m_done + m_share * m_running) / m_all) : 1;
}

std::optional<double> ComparisonProgress::secondsLeft() const {
  const double computed = m_computed + m_share * m_running;
  if (computed < kForecastFrom * m_all) return std::nullopt;
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - m_start;
  return elapsed.count() * std::max(0.0, m_all - m_done - m_share * m_running) / computed;
}

}  // namespace hipwright
