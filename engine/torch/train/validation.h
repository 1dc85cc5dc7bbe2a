// How good a set is on hips it was not trained on, while it is being trained.
#pragma once

#include "engine/torch/train/train.h"

namespace hipwright {

/// Median Dice of the set in options.folder, as it is on disk, over options.validationCases unseen phantoms, with 20
/// steps and guidance 1, through the same path as inference. 0 with no cases. Throws what loading throws, Cancelled.
double validationDice(const TrainOptions& options, const std::stop_token& stop);

}  // namespace hipwright
