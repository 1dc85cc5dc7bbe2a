#include "engine/run/compared_cfgs.h"

#include "engine/diffusion/guidance.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kUsual = 3;  // the least that is recommended: what others are looked at beside

/// Also to whoever reads both: 0 and -0 are not.
bool isIdentical(double a, double b) { return a == b && std::signbit(a) == std::signbit(b); }

}  // namespace

ComparedCfgs::ComparedCfgs(const ComparisonRequest& request) {
  for (const double cfg : request.cfgs) {
    const auto same = find(cfg);
    if (same == m_entries.end())
      m_entries.push_back({cfg, false, {}});
    else if (!isIdentical(cfg, same->cfg))
      m_merged.push_back({cfg, same->cfg});
  }
  if (!m_entries.empty()) m_reference = usualReference();
  if (request.reference)
    if (const auto found = find(*request.reference); found != m_entries.end()) m_reference = found->cfg;
}

double ComparedCfgs::usualReference() const {
  for (const double wanted : {kUsual, 1.0})
    if (const auto found = find(wanted); found != m_entries.end()) return found->cfg;
  std::optional<double> lowest;
  for (const Entry& entry : m_entries)
    if (entry.cfg > 0 && guidanceMode(entry.cfg) != GuidanceMode::Unconditional)
      lowest = std::min(entry.cfg, lowest.value_or(entry.cfg));
  return lowest.value_or(m_entries.front().cfg);
}

std::vector<ComparedCfgs::Entry>::iterator ComparedCfgs::find(double cfg) {
  return std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return sameGuidance(e.cfg, cfg); });
}

std::vector<ComparedCfgs::Entry>::const_iterator ComparedCfgs::find(double cfg) const {
  return std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return sameGuidance(e.cfg, cfg); });
}

std::optional<double> ComparedCfgs::add(double cfg) {
  const RequestField& field = requestField(FieldId::Cfg);
  if (!(cfg >= field.minimum && cfg <= field.maximum))
    throw Error(ErrorCode::BadRequest, {{"problems", "this guidance value is out of range"}});
  const std::scoped_lock lock(m_mutex);
  if (const auto same = find(cfg); same != m_entries.end()) return same->cfg;
  m_entries.push_back({cfg, false, {}});
  return std::nullopt;
}

bool ComparedCfgs::remove(double cfg) {
  const std::scoped_lock lock(m_mutex);
  const auto found = find(cfg);
  if (found == m_entries.end() || sameGuidance(cfg, m_reference)) return false;
  found->removed.request_stop();
  m_entries.erase(found);
  return true;
}

std::vector<double> ComparedCfgs::all() const {
  const std::scoped_lock lock(m_mutex);
  std::vector<double> cfgs;
  for (const Entry& entry : m_entries) cfgs.push_back(entry.cfg);
  return cfgs;
}

std::vector<MergedValue> ComparedCfgs::merged() const {
  const std::scoped_lock lock(m_mutex);
  return m_merged;
}

bool ComparedCfgs::holds(double cfg) const {
  const std::scoped_lock lock(m_mutex);
  return find(cfg) != m_entries.end();
}

void ComparedCfgs::restart() {
  const std::scoped_lock lock(m_mutex);
  for (Entry& entry : m_entries) entry.taken = false;
}

std::optional<ComparedCfgs::Turn> ComparedCfgs::next() {
  const std::scoped_lock lock(m_mutex);
  auto entry = find(m_reference);
  if (entry == m_entries.end() || entry->taken)
    entry = std::find_if(m_entries.begin(), m_entries.end(), [](const Entry& e) { return !e.taken; });
  if (entry == m_entries.end()) return std::nullopt;
  entry->taken = true;
  return Turn{entry->cfg, entry->removed.get_token()};
}

}  // namespace hipwright
