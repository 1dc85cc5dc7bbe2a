// What the two readers agree on: a file's weights and numbers as they are named in the file.
#pragma once

#include "engine/core/platform.h"
#include "engine/weights/checkpoint.h"
#include "engine/weights/refusal.h"

#include <map>
#include <memory>
#include <string>

namespace hipwright {

using MappedFilePtr = std::shared_ptr<const platform::MappedFile>;

struct RawCheckpoint {
  StateDict weights;  ///< under the file's own names
  bool ema = false;
  std::map<std::string, double> numbers;  ///< scale_factor, global_mean, epoch and the metrics
  std::map<std::string, std::string> others;
};

/// A torch zip file. Throws as readCheckpoint does. Any thread.
RawCheckpoint readTorchFile(const MappedFilePtr& file, const Refusal& refuse);

/// A safetensors file. Throws as readCheckpoint does. Any thread.
RawCheckpoint readSafetensorsFile(const MappedFilePtr& file, const Refusal& refuse);

}  // namespace hipwright
