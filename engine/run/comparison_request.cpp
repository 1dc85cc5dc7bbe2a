// Which values a comparison may ask for, and which of them are the same run.
#include "engine/diffusion/guidance.h"
#include "engine/run/comparison.h"

#include <algorithm>

namespace hipwright {

bool sameGuidance(double a, double b) {
  return guidanceMode(a) == guidanceMode(b) && static_cast<float>(a) == static_cast<float>(b);
}

bool sameNoise(std::int64_t a, std::int64_t b, NoiseSource source) {
  if (source == NoiseSource::Cpu) return static_cast<std::uint32_t>(a) == static_cast<std::uint32_t>(b);
  return a == b;
}

std::vector<std::string> ComparisonRequest::check() const {
  std::vector<std::string> problems;
  if (cfgs.empty()) problems.emplace_back("there is no guidance value: give some with --cfgs");
  for (const double cfg : cfgs) {
    RunRequest one = run;
    one.cfg = cfg;
    for (const std::string& problem : one.check())
      if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(problem);
  }
  const auto isReference = [&](double cfg) { return sameGuidance(cfg, *reference); };
  if (reference && std::none_of(cfgs.begin(), cfgs.end(), isReference))
    problems.emplace_back("the reference must be one of the guidance values");
  if (run.summary && keep == KeptRuns::Fields)
    problems.emplace_back("the stages of a summary need complete run folders: give --save-all, or --no-summary");
  return problems;
}

}  // namespace hipwright
