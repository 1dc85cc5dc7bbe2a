// Reading a checkpoint without trusting it: a closed reader that can build tensors, numbers, texts, lists and
// dictionaries and nothing else. Content decides the format (torch zip or safetensors), not the file's name.
#pragma once

#include "engine/weights/tensor_ref.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace hipwright {

enum class CheckpointFormat { TorchZip, Safetensors };
enum class NetworkKind { Autoencoder, DiffusionUnet, Unknown };

/// Parameter name (MONAI core's names; older attention names are translated) to tensor.
using StateDict = std::map<std::string, TensorRef>;

struct Checkpoint {
  std::filesystem::path path;
  CheckpointFormat format = CheckpointFormat::TorchZip;
  NetworkKind kind = NetworkKind::Unknown;
  StateDict weights;        ///< the EMA weights where the file has them
  bool ema = false;         ///< true if `weights` are EMA weights
  bool olderNames = false;  ///< true if names of GenerativeModels were translated
  std::optional<double> scaleFactor;
  std::optional<double> globalMean;
  std::optional<std::int64_t> epoch;
  std::map<std::string, double> metrics;      ///< other numbers at the top level, for example val_l1
  std::map<std::string, std::string> others;  ///< other entries at the top level and what they are, never interpreted

  std::int64_t parameterCount() const;
};

/// Lengths and CRC-32 of every entry that is used are checked. Throws Error(FileNotFound | FileTruncated | FileDamaged
/// | UnknownFormat | LegacyCheckpoint | UnsafePickle | BadCheckpoint). Any thread.
Checkpoint readCheckpoint(const std::filesystem::path& path);

}  // namespace hipwright
