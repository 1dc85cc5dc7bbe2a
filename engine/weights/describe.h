// What is in a checkpoint, first as values and then as text for `inspect`.
#pragma once

#include "engine/weights/checkpoint.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hipwright {

struct TensorDescription {
  std::string name;
  std::string type;  ///< "float32", ...
  std::vector<std::int64_t> shape;
};

struct CheckpointDescription {
  std::string format;   ///< "torch zip" or "safetensors"
  std::string kind;     ///< "autoencoder", "diffusion network" or "unknown network"
  std::string network;  ///< channels, blocks and attention as far as the names tell; may be empty
  bool ema = false;
  bool olderNames = false;
  std::vector<TensorDescription> tensors;     ///< by name
  std::map<std::string, std::int64_t> types;  ///< tensors of each type
  std::int64_t parameters = 0;
  std::optional<double> scaleFactor;
  std::optional<double> globalMean;
  std::optional<std::int64_t> epoch;
  std::map<std::string, double> metrics;
  std::map<std::string, std::string> others;  ///< other entries and what they are
};

/// Any thread.
CheckpointDescription describe(const Checkpoint& checkpoint);

/// A few lines, each ended by a newline: "kind: autoencoder" and so on.
std::string toText(const CheckpointDescription& description);

/// One aligned line for each tensor: name, type, shape.
std::string tensorListing(const CheckpointDescription& description);

}  // namespace hipwright
