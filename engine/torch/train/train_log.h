// Tells an observer and a CSV file how a stage gets on.
#pragma once

#include "engine/torch/train/train.h"

#include <chrono>
#include <fstream>

namespace hipwright {

/// Appends to the stage's log, so that a training taken up again keeps its history. One thread.
class TrainLog {
 public:
  TrainLog(TrainStage stage, const TrainOptions& options, TrainObserver observer);

  /// The loss of one step. Throws Error(ModelGaveNonFinite) if it is not a number: a state saved earlier stays good.
  void add(double loss);

  /// Reports the mean of what was added since the last time; fills in stage and seconds.
  void report(TrainProgress progress);

 private:
  TrainStage m_stage;
  TrainObserver m_observer;
  std::ofstream m_csv;
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
  double m_sum = 0;
  int m_count = 0;
};

}  // namespace hipwright
