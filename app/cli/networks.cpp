#include "app/cli/networks.h"

#include "engine/run/model_places.h"
#include "engine/torch/torch_model.h"

namespace hipwright::cli {

Pipeline pipelineOfNetworks() {
  const auto load = [](const ModelSet& set, const ComputeOptions& options, const std::stop_token& stop) {
    return loadTorchModel(set.profile, set.vaePre, set.vaeMetal, set.ldm, options, stop);
  };
  return Pipeline(load, usualModelSearch());
}

}  // namespace hipwright::cli
