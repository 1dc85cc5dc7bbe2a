// The pipeline with the networks that this program has.
#pragma once

#include "engine/run/pipeline.h"

namespace hipwright::cli {

/// Looks for models where the program and its user keep them.
Pipeline pipelineOfNetworks();

}  // namespace hipwright::cli
