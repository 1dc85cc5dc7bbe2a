// The networks of a reference case in 32-bit precision on the CPU, for the golden tests.
#pragma once

#include "engine/torch/torch_model.h"
#include "engine/verify/golden_case.h"
#include "engine/verify/verify.h"

namespace hipwright::test {

inline std::unique_ptr<DiffusionModel> loadForGolden(const ModelProfile& profile, const CaseCheckpoints& files) {
  ComputeOptions options;
  options.device = DeviceChoice::Cpu;
  options.amp = false;
  return loadTorchModel(profile, files.vaePre, files.vaeMetal, files.ldm, options, {});
}

inline std::filesystem::path goldenFolder(const std::string& name) {
  return std::filesystem::path(HIPWRIGHT_GOLDEN_DIR) / name;
}

}  // namespace hipwright::test
