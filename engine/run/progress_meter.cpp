#include "engine/run/progress_meter.h"

#include <algorithm>

namespace hipwright {
namespace {

// Operations per latent voxel of the reference's networks, in MFLOP: 796 and 1699 GFLOP for a window of 32^3 latent
// voxels, 448 for a step over 63 360. Other networks keep about these proportions.
constexpr double kEncodeCost = 796e3 / 32768;
constexpr double kDecodeCost = 1699e3 / 32768;
constexpr double kPredictCost = 448e3 / 63360;
constexpr double kShareOfTheRest = 0.02;  // reading, fusing, surface, writing
constexpr int kRestUnits = 8;
constexpr double kForecastFrom = 0.02;  // earlier forecasts are noise

}  // namespace

ProgressMeter::ProgressMeter(const WorkPlan& plan, RunObserver observer)
    : m_observer(std::move(observer)), m_start(std::chrono::steady_clock::now()) {
  m_encode = kEncodeCost * plan.encodeWindows * plan.windowLatentVoxels;
  m_denoise = kPredictCost * plan.steps * plan.predictionsPerStep * plan.latentVoxels;
  m_decode = kDecodeCost * plan.decodes * plan.decodeWindows * plan.windowLatentVoxels;
  m_rest = kShareOfTheRest * (m_encode + m_denoise + m_decode);
}

void ProgressMeter::report(Phase phase, int done, int total) {
  const double share = total > 0 ? static_cast<double>(done) / total : 1;
  switch (phase) {
    case Phase::Encode: m_encodeDone = share * m_encode; break;
    case Phase::Denoise: m_denoiseDone = share * m_denoise; break;
    case Phase::Decode: m_decodeDone = share * m_decode; break;
    default: m_restDone = std::min(m_rest, m_restDone + share * m_rest / kRestUnits); break;
  }
  send(phase, done, total);
}

void ProgressMeter::finish() {
  m_encodeDone = m_encode;
  m_denoiseDone = m_denoise;
  m_decodeDone = m_decode;
  m_restDone = m_rest;
  send(Phase::Write, 1, 1);
}

void ProgressMeter::send(Phase phase, int done, int total) {
  const double all = m_encode + m_denoise + m_decode + m_rest;
  const double now = (m_encodeDone + m_denoiseDone + m_decodeDone + m_restDone) / all;
  m_overall = std::clamp(now, m_overall, 1.0);
  Progress progress{phase, done, total, m_overall, std::nullopt};
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - m_start;
  if (m_overall >= kForecastFrom) progress.secondsLeft = elapsed.count() * (1 - m_overall) / m_overall;
  if (m_observer) m_observer(progress);
}

}  // namespace hipwright
