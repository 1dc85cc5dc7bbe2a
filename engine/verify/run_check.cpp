#include "engine/verify/run_check.h"

#include "engine/core/error.h"
#include "engine/diffusion/denoise.h"
#include "engine/diffusion/guidance.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/tiled.h"
#include "engine/surface/fuse.h"
#include "engine/verify/npy.h"
#include "engine/verify/reference_crop.h"
#include "engine/verify/tolerances.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>

namespace hipwright {
namespace {

std::optional<Latent> readIfThere(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) return std::nullopt;
  return readNpyTensor(path);
}

struct StepTolerances {
  double latent = kCallTolerance;
  double denoised = kCallTolerance;
};

/// What an error of one call of the network, which is all that a step from the reference's own latent may have, grows
/// to: a predicted noise e enters the estimate as sqrt((1 - a) / a) e, large where the latent is almost noise.
StepTolerances stepTolerances(const NoiseSchedule& schedule, int t, int previous) {
  StepTolerances out;
  if (schedule.profile().prediction != PredictionType::Epsilon) return out;
  const std::vector<float>& alphas = schedule.alphasCumprod();
  const double a = alphas[static_cast<std::size_t>(t)];
  const double next = previous >= 0 ? alphas[static_cast<std::size_t>(previous)] : 1;
  const double gain = std::sqrt((1 - a) / a);
  out.denoised = kCallTolerance * std::max(1.0, gain);
  out.latent = kCallTolerance * std::max(1.0, std::abs(std::sqrt(next) * gain - std::sqrt(1 - next)));
  return out;
}

class RunCheck {
 public:
  RunCheck(const RunContext& context, const GoldenRun& run, StageLog& log) : m_c(context), m_run(run), m_log(log) {}

  void all() {
    checkTimesteps();
    const Latent noise = m_c.model.noise(m_c.condition.shape, m_run.seed, NoiseSource::Cpu);
    m_log.add(label("noise"), maxAbsDifference(noise, array("noise.npy")), kNoiseTolerance);
    for (int i = 0; i < m_run.steps; ++i) checkStep(i);
    checkFreeRun(noise);
    if (std::filesystem::exists(m_run.folder / "fused.npy"))
      m_log.add(label("fusion of the reference's field"),
                maxAbsDifference(fused(readNpyVolume(m_run.folder / "sdf.npy")), volume("fused.npy")),
                kFusionTolerance);
  }

 private:
  std::string label(const std::string& what) const { return "run " + m_run.id + ": " + what; }
  std::string label(int step, const std::string& what) const {
    return "run " + m_run.id + ", step " + std::to_string(step + 1) + " of " + std::to_string(m_run.steps) + ": " +
           what;
  }
  Tensor4 array(const std::string& name) const { return readNpyTensor(m_run.folder / name); }
  Volume volume(const std::string& name) const { return readNpyVolume(m_run.folder / name); }

  Volume fused(const Volume& sdf) const {
    FuseOptions options;
    options.band = m_c.golden.profile.sdf.band;
    return fuse(m_c.ct, sdf, options);
  }

  void checkTimesteps() {
    const NpyArray expected = readNpy(m_run.folder / "timesteps.npy");
    std::vector<float> got;
    for (const int t : m_c.schedule.timesteps(m_run.steps)) got.push_back(static_cast<float>(t));
    m_log.add(label("timesteps"), maxAbsDifference(got, expected.floats()), kExact);
  }

  Latent guidedPrediction(const Latent& noisy, int timestep) {
    const std::vector<const Latent*> conditions = conditionsFor(guidanceMode(m_run.guidance), m_c.condition);
    std::vector<Latent> p = m_c.model.predict(noisy, conditions, timestep, m_c.stop);
    if (p.size() != conditions.size())
      throw Error(ErrorCode::Internal, {{"reason", "the network gave another number of predictions than asked for"}});
    return p.size() == 1 ? std::move(p[0]) : combineGuided(p[1], p[0], m_run.guidance);
  }

  /// From the reference's latent of the step before, where the case has it.
  void checkStep(int i) {
    const auto before = readIfThere(m_run.folder / (i == 0 ? "noise.npy" : stepFile("latent", i - 1)));
    const auto after = readIfThere(m_run.folder / stepFile("latent", i));
    if (!before || !after) return;
    const std::vector<int> t = m_c.schedule.timesteps(m_run.steps);
    const int previous = i + 1 < m_run.steps ? t[i + 1] : -1;
    const Latent prediction = guidedPrediction(*before, t[i]);
    if (const auto expected = readIfThere(m_run.folder / stepFile("eps", i)))
      m_log.add(label(i, "prediction"), maxAbsDifference(prediction, *expected), kCallTolerance);
    const SamplerStep step = ddimStep(m_c.schedule, *before, prediction, t[i], previous);
    const StepTolerances tolerances = stepTolerances(m_c.schedule, t[i], previous);
    m_log.add(label(i, "latent"), maxAbsDifference(step.next, *after), tolerances.latent);
    m_log.add(label(i, "denoised"), maxAbsDifference(step.denoised, array(stepFile("pred_x0", i))),
              tolerances.denoised);
  }

  /// Decodes a latent and compares the field and the fusion with the arrays called `prefix`sdf and `prefix`fused.
  void checkDecoded(const Latent& latent, const std::string& prefix, const std::string& what) {
    const Tensor4 field = decodeLatent(m_c.model, latent, m_c.golden.profile, {true, 1}, {}, m_c.stop);
    if (const auto padded = readIfThere(m_run.folder / (prefix + "sdf_padded.npy")))
      m_log.add(label(what + " field, padded"), maxAbsDifference(field, *padded), kSdfTolerance);
    const Volume sdf = cropLikeReference(field, m_c.prepared.geometry.size);
    m_log.add(label(what + " field"), maxAbsDifference(sdf, volume(prefix + "sdf.npy")), kSdfTolerance);
    if (std::filesystem::exists(m_run.folder / (prefix + "fused.npy")))
      m_log.add(label(what + " fused"), maxAbsDifference(fused(sdf), volume(prefix + "fused.npy")), kFusedTolerance);
  }

  void checkFreeRun(const Latent& noise) {
    const std::vector<int> stages = stageIndices(m_run.steps);
    std::vector<std::pair<int, Latent>> estimates;
    const DenoiseObserver keepStages = [&](const DenoiseStep& step) {
      if (std::find(stages.begin(), stages.end(), step.step) != stages.end())
        estimates.emplace_back(step.step, step.denoised);
    };
    const DenoiseOptions options{m_run.steps, m_run.guidance};
    const Latent final = denoise(m_c.model, m_c.schedule, noise, m_c.condition, options, keepStages, m_c.stop);
    m_log.add(label("final latent"), maxAbsDifference(final, array(stepFile("latent", m_run.steps - 1))),
              kFinalLatentTolerance);
    for (const auto& [step, estimate] : estimates) {
      std::string prefix = stepFile("stage", step);
      prefix.replace(prefix.size() - 4, 4, "_");  // "stage_010.npy" to "stage_010_"
      if (std::filesystem::exists(m_run.folder / (prefix + "sdf.npy")))
        checkDecoded(estimate, prefix, "stage " + std::to_string(step));
    }
    checkDecoded(final, "", "final");
  }

  const RunContext& m_c;
  const GoldenRun& m_run;
  StageLog& m_log;
};

}  // namespace

void checkRun(const RunContext& context, const GoldenRun& run, StageLog& log) { RunCheck(context, run, log).all(); }

}  // namespace hipwright
