// The denoising of a run: from the noise, from where an interrupted run stopped, or none at all; and what is shown of
// it on the way.
#include "engine/core/sha256.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/schedule.h"
#include "engine/run/pipeline_run.h"

#include <algorithm>
#include <exception>
#include <span>

namespace hipwright {
namespace {

bool contains(const std::vector<int>& sorted, int value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

std::string sha256OfFloats(const std::vector<float>& values) {
  Sha256 hash;
  hash.add(std::as_bytes(std::span(values)));
  return hash.hexDigest();
}

/// Not what was stopped on purpose, and not what would end the same way again.
bool isWorthGoingOn(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Cancelled&) {
    return false;
  } catch (const Error& error) {
    return error.kind() != ErrorKind::Input;
  } catch (...) {
    return true;
  }
}

}  // namespace

/// Said, because its denoising is lost: the user may have a copy of the file.
void PipelineRun::warnOfUnusable(const std::filesystem::path& kept) {
  std::error_code ignored;
  if (!std::filesystem::exists(kept, ignored)) return;
  warn(WarningCode::KeptUnusable, "What an interrupted run had kept in " + platform::toUtf8(kept.filename()) +
                                      " is damaged or of another request; the denoising is done anew.");
}

std::optional<RunLatents> PipelineRun::savedLatents() {
  if (m_request.force) return std::nullopt;
  std::optional<RunLatents> latents = readLatents(m_folder->latents(), owner());
  if (!latents) warnOfUnusable(m_folder->latents());
  if (latents || m_target.elsewhere.empty()) return latents;
  const RunFolder other(m_target.elsewhere / m_folder->path().filename(), m_shared.name);
  latents = readLatents(other.latents(), owner());
  if (latents) writeLatents(m_folder->latents(), *latents, m_record.requestHash);
  return latents;
}

std::optional<PartialLatents> PipelineRun::savedPart() {
  if (m_request.force) return std::nullopt;
  std::optional<PartialLatents> part = readPartialLatents(m_folder->partialLatents(), owner(), m_request.ts);
  if (!part) warnOfUnusable(m_folder->partialLatents());
  return part;
}

RunLatents PipelineRun::denoised(std::optional<PartialLatents> part) {
  PartialLatents begin = part ? std::move(*part) : fromNoise();
  m_record.noiseHash = sha256OfFloats(begin.noise.values);
  encodeShared(m_shared, work(), [this](int done, int total) { m_meter->report(Phase::Encode, done, total); });
  m_wentOn = begin.state.step > 0;
  if (m_wentOn) showAgain(begin);
  RunLatents latents = sample(std::move(begin));
  // Even if a stop was asked for during the last step: nothing may lose a finished denoising.
  writeLatents(m_folder->latents(), latents, m_record.requestHash);
  forgetPart();
  return latents;
}

void PipelineRun::takeUp() {
  m_record.noiseHash = sha256OfFloats(fromNoise().noise.values);
  warn(WarningCode::ResumedFromLatent,
       "An interrupted run of this request had finished denoising; it goes on from there.");
  m_meter->report(Phase::Encode, 1, 1);
  m_meter->report(Phase::Denoise, 1, 1);
  m_heldFrom = 0;
}

PartialLatents PipelineRun::fromNoise() {
  PartialLatents begin;
  begin.noise = m_shared.model->noise(m_record.latentShape, m_record.seed, m_request.rng);
  begin.state.latent = begin.noise;
  return begin;
}

/// The stages of the steps that are done: their files may be there, but the filmstrip needs their fields.
void PipelineRun::showAgain(const PartialLatents& part) {
  const int done = part.state.step;
  warn(WarningCode::ResumedFromStep, "An interrupted run of this request had done " + std::to_string(done) + " of " +
                                         std::to_string(m_request.ts) + " denoising steps; it goes on from there.");
  m_meter->report(Phase::Denoise, done, m_request.ts);
  for (const auto& [step, estimate] : part.denoised)
    showStep({step, timestepOf(step), part.state.latent, estimate, {}});
}

RunLatents PipelineRun::sample(PartialLatents part) {
  const NoiseSchedule schedule(profile().scheduler);
  try {
    denoise(
        *m_shared.model, schedule, part.state, *m_shared.condition, {m_request.ts, m_request.cfg},
        [&](const DenoiseStep& step) { onStep(step, part); }, m_control.stop);
  } catch (...) {
    if (part.state.step == m_request.ts || isWorthGoingOn(std::current_exception()))
      keepPart(part);
    else if (!m_wentOn)
      forgetPart();
    throw;
  }
  return {std::move(part.state.latent), std::move(part.denoised)};
}

/// Best effort: what ended the run is what the user has to hear of.
void PipelineRun::keepPart(const PartialLatents& part) noexcept {
  if (part.state.step == 0) return;
  try {
    if (part.state.step < m_request.ts)
      writePartialLatents(m_folder->partialLatents(), part, m_record.requestHash);
    else
      writeLatents(m_folder->latents(), {part.state.latent, part.denoised}, m_record.requestHash);
  } catch (...) {
  }
}

/// Not even a killed process loses what took long. As often as the writing costs no more than a fiftieth of the time.
void PipelineRun::keepNowAndThen(const PartialLatents& part) {
  constexpr int kShare = 50;
  const auto start = std::chrono::steady_clock::now();
  if (start < m_keepAgain || part.state.step >= m_request.ts) return;
  keepPart(part);
  const auto end = std::chrono::steady_clock::now();
  m_keepAgain = end + kShare * (end - start);
}

void PipelineRun::forgetPart() noexcept {
  std::error_code ignored;
  std::filesystem::remove(m_folder->partialLatents(), ignored);
}

/// With the latents on disk nothing is lost any more, so the networks may leave the device for the stages that wait.
void PipelineRun::decodeHeldStages(const RunLatents& latents) {
  m_left = ForecastFrom::Latents;
  loadShared(m_shared, work(), m_warm);  // they ask about what is left from here on
  for (const auto& [step, estimate] : latents.denoised)
    if (contains(m_stageSteps, step) && held(step)) writeStage(step, timestepOf(step), estimate);
}

void PipelineRun::onStep(const DenoiseStep& step, PartialLatents& part) {
  m_record.steps.push_back({step.step, step.timestep, step.change, step.seconds, step.relativeChange});
  m_record.seconds[phaseName(Phase::Denoise)] += step.seconds;
  // Kept without --summary too, and for the live pictures, so that each can still be decoded exactly later.
  if (contains(stageIndices(m_request.ts), step.step) || contains(m_previewSteps, step.step))
    part.denoised[step.step] = step.denoised;
  keepNowAndThen(part);
  m_meter->report(Phase::Denoise, step.step + 1, m_request.ts);
  if (m_control.observer)
    m_control.observer(
        StepMetrics{step.step, m_request.ts, step.timestep, step.change, step.seconds, step.relativeChange});
  showStep(step);
}

/// Memory that runs out for a picture must cost neither the denoising nor the device it is done on: stages wait until
/// the latents are saved, and a preview is gone.
void PipelineRun::showStep(const DenoiseStep& step) {
  const bool stage = contains(m_stageSteps, step.step);
  if (stage ? held(step.step) : m_withoutPreviews || !contains(m_previewSteps, step.step)) return;
  try {
    const FallbackModel::Staying staying(*m_shared.model);
    if (stage) return writeStage(step.step, step.timestep, step.denoised);
    return writePreview(step);
  } catch (...) {
    if (!isMemoryShortageOrRefusal(std::current_exception())) throw;
  }
  m_shared.model->freeMemory();
  m_withoutPreviews = true;
  if (stage) m_heldFrom = step.step;
  if (stage)
    warn(WarningCode::StagesHeldBack,
         "Memory ran out for a stage; the denoising goes on without pictures, and the stages are decoded once it is "
         "saved. Should the run end there, infer --from its folder goes on with it: only decoding is left.");
  else
    warn(WarningCode::PreviewsDropped,
         "Memory ran out for a preview; the run goes on without previews. Close other programs to see them next time.");
}

int PipelineRun::timestepOf(int step) const {
  return NoiseSchedule(profile().scheduler).timesteps(m_request.ts).at(static_cast<std::size_t>(step));
}

}  // namespace hipwright
