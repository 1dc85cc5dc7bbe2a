// The real networks for a window that is driven by a program.
#pragma once

#include "engine/torch/torch_model.h"
#include "ui/window/window_setup.h"

namespace hipwright::test {

inline ModelLoader torchLoader() {
  return [](const ModelSet& set, const ComputeOptions& options, const std::stop_token& stop) {
    return loadTorchModel(set.profile, set.vaePre, set.vaeMetal, set.ldm, options, stop);
  };
}

}  // namespace hipwright::test
