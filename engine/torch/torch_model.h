// The networks in LibTorch behind the torch-free interface.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/diffusion/diffusion_model.h"
#include "engine/weights/checkpoint.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright {

/// Checks the checkpoints against the profile and builds the three networks. The checkpoints may be dropped afterwards.
/// Throws Error(CheckpointMismatch | BadCheckpoint | NoDevice | OutOfMemory), Cancelled.
std::unique_ptr<DiffusionModel> loadTorchModel(const ModelProfile& profile, const Checkpoint& vaePre,
                                               const Checkpoint& vaeMetal, const Checkpoint& ldm,
                                               const ComputeOptions& options, const std::stop_token& stop);

struct DeviceInfo {
  std::string id;  ///< "cpu", "cuda:0"
  std::string name;
  std::uint64_t memory = 0;  ///< bytes that are free now; 0 if unknown
  std::string precision;     ///< what --amp uses there
};

/// Devices this build can use, the CPU first. Never throws for a missing driver.
std::vector<DeviceInfo> listDevices();

/// "LibTorch 1.13.1".
std::string torchVersion();

}  // namespace hipwright
