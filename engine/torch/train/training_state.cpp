// The state as one safetensors file; a prefix tells what a tensor is.
#include "engine/torch/train/training_state.h"

#include "engine/weights/checkpoint.h"

namespace hipwright::nets {
namespace {

constexpr const char* kParameter = "parameter/";
constexpr const char* kMean = "mean/";
constexpr const char* kSquare = "square/";
constexpr const char* kAverage = "average/";

void add(NamedTensors& all, const std::string& prefix, const TensorMap& tensors) {
  for (auto& [name, tensor] : namedValues(tensors)) all.emplace(prefix + name, std::move(tensor));
}

NamedTensors taken(const StateDict& all, const std::string& prefix) {
  NamedTensors out;
  for (const auto& [name, tensor] : all)
    if (name.starts_with(prefix)) out.emplace(name.substr(prefix.size()), NamedTensor{tensor.shape, tensor.toFloats()});
  return out;
}

}  // namespace

void saveState(const std::filesystem::path& path, const TrainingState& state) {
  NamedTensors all;
  add(all, kParameter, state.parameters.tensors());
  add(all, kMean, state.optimiser.means());
  add(all, kSquare, state.optimiser.squares());
  if (state.average != nullptr) add(all, kAverage, state.average->tensors());
  writeSafetensors(path, all, {{"epoch", std::to_string(state.optimiser.steps())}}, StoredPrecision::Float32);
}

bool loadState(const std::filesystem::path& path, const TrainingState& state) {
  if (!std::filesystem::exists(path)) return false;
  const Checkpoint file = readCheckpoint(path);
  state.parameters.assign(taken(file.weights, kParameter));
  state.optimiser.restore(taken(file.weights, kMean), taken(file.weights, kSquare), file.epoch.value_or(0));
  if (state.average != nullptr) state.average->restore(taken(file.weights, kAverage));
  return true;
}

}  // namespace hipwright::nets
