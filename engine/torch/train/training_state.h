// What a stopped training needs to go on: leaves, the optimiser's state, the average, and the step.
#pragma once

#include "engine/torch/train/adam_w.h"

#include <filesystem>

namespace hipwright::nets {

/// A network in training. `average` may be null. Borrows.
struct TrainingState {
  TrainableParameters& parameters;
  AdamW& optimiser;
  WeightAverage* average = nullptr;
};

/// Atomic. Throws Error(FileUnwritable).
void saveState(const std::filesystem::path& path, const TrainingState& state);

/// False if there is no such file. Throws what readCheckpoint throws, Error(BadCheckpoint) if it is of other networks.
bool loadState(const std::filesystem::path& path, const TrainingState& state);

}  // namespace hipwright::nets
