// What a choice of model means before any weights are read: the files, the profile, and how large they are.
#pragma once

#include "engine/run/model_set.h"

namespace hipwright {

struct ModelDescription {
  ModelPaths paths;
  ModelProfile profile;
  std::uint64_t bytes = 0;  ///< of the three checkpoints
};

/// Throws Error(ModelNotFound | BadProfile). Quick; any thread.
ModelDescription describeModel(const ModelChoice& choice, const ModelSearch& search);

}  // namespace hipwright
