// Writing weights: safetensors, and torch zip files that Python's torch.load reads.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hipwright {

struct NamedTensor {
  std::vector<std::int64_t> shape;
  std::vector<float> values;  ///< C order
};

using NamedTensors = std::map<std::string, NamedTensor>;

enum class StoredPrecision { Float32, Float16 };

/// What a reference checkpoint holds beside its weights.
struct CheckpointExtras {
  std::optional<double> scaleFactor;
  std::optional<double> globalMean;
  std::optional<std::int64_t> epoch;
  std::map<std::string, double> metrics;
  NamedTensors ema;  ///< written as `ema_state` if not empty
};

/// Writes atomically; `metadata` goes into the header's __metadata__ as texts, with a checksum of the file beside them.
/// readCheckpoint takes numbers from there (scale_factor, global_mean, epoch, metrics, as decimal texts) and prefers
/// tensors named "ema_state." + parameter. Throws Error(FileUnwritable).
void writeSafetensors(const std::filesystem::path& path, const NamedTensors& tensors,
                      const std::map<std::string, std::string>& metadata, StoredPrecision precision);

/// Writes {"state_dict": OrderedDict, "scale_factor": ..., ...} as torch.save does, atomically.
void writeTorchCheckpoint(const std::filesystem::path& path, const NamedTensors& weights,
                          const CheckpointExtras& extras, StoredPrecision precision);

}  // namespace hipwright
