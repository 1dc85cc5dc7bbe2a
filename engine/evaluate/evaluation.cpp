#include "engine/evaluate/evaluation.h"

#include "engine/core/error.h"
#include "engine/diffusion/denoise.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/tiled.h"
#include "engine/prepare/prepare.h"

#include <chrono>
#include <cmath>

namespace hipwright {
namespace {

constexpr int kMostPhantoms = 100000;
constexpr double kLargestCfg = 100;

using Clock = std::chrono::steady_clock;
double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// One evaluation at work: the model, and the phantom whose noise is used now.
class Evaluation {
 public:
  Evaluation(DiffusionModel& model, const ModelProfile& profile, const EvaluationPlan& plan, std::stop_token stop)
      : m_model(model), m_profile(profile), m_plan(plan), m_schedule(profile.scheduler), m_stop(std::move(stop)) {}

  std::vector<EvaluationRow> run(const EvaluationObserver& observer) {
    PhantomTruth own = truth(0);
    for (int i = 0; i < m_plan.count; ++i) {
      const bool swapped = m_plan.conditioning == Conditioning::Swapped;
      PhantomTruth next;
      if (swapped || i + 1 < m_plan.count) next = truth(i + 1);
      answer(own, swapped ? next : own, observer);
      own = std::move(next);
    }
    return std::move(m_rows);
  }

 private:
  PhantomTruth truth(int number) const {
    const Side side = m_profile.input.side == ModelSide::Left ? Side::Left : Side::Right;
    return makeTruth(m_plan.firstSeed + static_cast<std::uint64_t>(number), side, m_stop);
  }

  void answer(const PhantomTruth& own, const PhantomTruth& shown, const EvaluationObserver& observer) {
    const auto start = Clock::now();
    const Prepared prepared = prepareAsIs(shown.ct, m_profile);
    const Latent condition =
        scaledLatent(encodeImage(m_model, prepared.image, m_profile, {}, {}, m_stop), m_model.conditionScaling());
    const double encodeSeconds = secondsSince(start);
    const Latent noise = m_model.noise(condition.shape, static_cast<std::int64_t>(own.seed), NoiseSource::Cpu);
    for (const int steps : m_plan.steps)
      for (const double cfg : m_plan.cfgs) {
        const auto begin = Clock::now();
        const Latent latent = denoise(m_model, m_schedule, noise, condition, {steps, cfg}, {}, m_stop);
        const Volume field = restore(prepared, decodeLatent(m_model, latent, m_profile, {}, {}, m_stop));
        const double seconds = encodeSeconds + secondsSince(begin);
        m_rows.push_back({own.seed, shown.seed, cfg, steps, scoreAnswer(field, own), seconds});
        if (shown.seed != own.seed)
          m_rows.push_back({shown.seed, shown.seed, cfg, steps, scoreAnswer(field, shown), seconds});
        ++m_answers;
        if (observer) observer({m_answers, m_plan.answers(), m_rows});
      }
  }

  DiffusionModel& m_model;
  const ModelProfile& m_profile;
  const EvaluationPlan& m_plan;
  NoiseSchedule m_schedule;
  std::stop_token m_stop;
  std::vector<EvaluationRow> m_rows;
  int m_answers = 0;
};

}  // namespace

std::vector<std::string> EvaluationPlan::check(const ModelProfile& profile) const {
  std::vector<std::string> problems;
  if (count < 1 || count > kMostPhantoms)
    problems.push_back("count must be between 1 and " + std::to_string(kMostPhantoms));
  if (cfgs.empty()) problems.emplace_back("at least one cfg must be given");
  if (steps.empty()) problems.emplace_back("at least one ts must be given");
  for (const double cfg : cfgs)
    if (!(cfg >= 0 && cfg <= kLargestCfg)) problems.emplace_back("each cfg must be between 0 and 100");
  for (const int n : steps)
    if (n < 1 || n > profile.scheduler.numTrainTimesteps)
      problems.push_back("each ts must be between 1 and " + std::to_string(profile.scheduler.numTrainTimesteps));
  return problems;
}

std::vector<EvaluationRow> evaluateModel(DiffusionModel& model, const ModelProfile& profile, const EvaluationPlan& plan,
                                         const EvaluationObserver& observer, const std::stop_token& stop) {
  std::string all;
  for (const std::string& problem : plan.check(profile)) all += (all.empty() ? "" : "; ") + problem;
  if (!all.empty()) throw Error(ErrorCode::BadRequest, {{"problems", all}});
  return Evaluation(model, profile, plan, stop).run(observer);
}

}  // namespace hipwright
