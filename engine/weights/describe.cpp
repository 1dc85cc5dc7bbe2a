#include "engine/weights/describe.h"

#include "engine/weights/profile_guess.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hipwright {
namespace {

std::string kindText(NetworkKind kind) {
  switch (kind) {
    case NetworkKind::Autoencoder: return "autoencoder";
    case NetworkKind::DiffusionUnet: return "diffusion network";
    case NetworkKind::Unknown: break;
  }
  return "unknown network";
}

/// The shortest text that reads back as the same number.
std::string numberText(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

std::string typesText(const CheckpointDescription& d) {
  std::string text;
  for (const auto& [type, count] : d.types) text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + type;
  return text;
}

std::string weightsText(const CheckpointDescription& d) {
  std::string text = d.ema ? "EMA" : "raw (no EMA weights in the file)";
  if (d.olderNames) text += ", names of GenerativeModels translated";
  return text;
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

}  // namespace

CheckpointDescription describe(const Checkpoint& checkpoint) {
  CheckpointDescription d;
  d.format = checkpoint.format == CheckpointFormat::TorchZip ? "torch zip" : "safetensors";
  d.kind = kindText(checkpoint.kind);
  d.network = guessedNetworkText(checkpoint.weights);
  d.ema = checkpoint.ema;
  d.olderNames = checkpoint.olderNames;
  for (const auto& [name, tensor] : checkpoint.weights) {
    d.tensors.push_back({name, scalarName(tensor.type), tensor.shape});
    ++d.types[d.tensors.back().type];
  }
  d.parameters = checkpoint.parameterCount();
  d.scaleFactor = checkpoint.scaleFactor;
  d.globalMean = checkpoint.globalMean;
  d.epoch = checkpoint.epoch;
  d.metrics = checkpoint.metrics;
  d.others = checkpoint.others;
  return d;
}

std::string toText(const CheckpointDescription& d) {
  std::string out;
  const auto line = [&](const std::string& name, const std::string& value) {
    out += padded(name + ":", 14) + value + "\n";
  };
  line("format", d.format);
  line("kind", d.kind);
  if (!d.network.empty()) line("network", d.network);
  line("weights", weightsText(d));
  line("tensors", std::to_string(d.tensors.size()) + " (" + typesText(d) + ")");
  line("parameters", std::to_string(d.parameters));
  if (d.scaleFactor) line("scale factor", numberText(*d.scaleFactor));
  if (d.globalMean) line("global mean", numberText(*d.globalMean));
  if (d.epoch) line("epoch", std::to_string(*d.epoch));
  for (const auto& [name, value] : d.metrics) line(name, numberText(value));
  for (const auto& [name, text] : d.others) line(name, text);
  return out;
}

std::string tensorListing(const CheckpointDescription& d) {
  std::size_t nameWidth = 0;
  std::size_t typeWidth = 0;
  for (const TensorDescription& t : d.tensors) {
    nameWidth = std::max(nameWidth, t.name.size());
    typeWidth = std::max(typeWidth, t.type.size());
  }
  std::string out;
  for (const TensorDescription& t : d.tensors)
    out += padded(t.name, nameWidth) + "  " + padded(t.type, typeWidth) + "  " + shapeText(t.shape) + "\n";
  return out;
}

}  // namespace hipwright
