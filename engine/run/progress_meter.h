// Overall progress and time left of a run, from the operations each phase costs.
#pragma once

#include "engine/core/events.h"

#include <chrono>

namespace hipwright {

/// How many windows, steps and decodes a run will take.
struct WorkPlan {
  int encodeWindows = 1;
  int steps = 1;
  int predictionsPerStep = 1;
  double latentVoxels = 1;        ///< of the whole latent grid
  double windowLatentVoxels = 1;  ///< of one window
  int decodes = 1;                ///< full decodes, stages included
  int decodeWindows = 1;          ///< windows of one decode
};

/// Turns phase progress into Progress events whose `overall` never falls. One thread.
class ProgressMeter {
 public:
  ProgressMeter(const WorkPlan& plan, RunObserver observer);

  /// `done` of `total` units of a phase are finished. Decode counts all decodes of the run, stages included.
  void report(Phase phase, int done, int total);

  /// Everything is written.
  void finish();

 private:
  void send(Phase phase, int done, int total);

  RunObserver m_observer;
  double m_encode = 0;
  double m_denoise = 0;
  double m_decode = 0;
  double m_rest = 0;
  double m_encodeDone = 0;
  double m_denoiseDone = 0;
  double m_decodeDone = 0;
  double m_restDone = 0;
  double m_overall = 0;
  std::chrono::steady_clock::time_point m_start;
};

}  // namespace hipwright
