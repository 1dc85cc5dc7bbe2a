#include "engine/run/latent_file.h"

#include "engine/core/error.h"
#include "engine/weights/checkpoint.h"
#include "engine/weights/weight_files.h"

#include <charconv>
#include <cstdio>

namespace hipwright {
namespace {

constexpr std::string_view kFinal = "final";
constexpr std::string_view kDenoised = "denoised.";

std::string stageKey(int step) {
  char text[32];
  std::snprintf(text, sizeof text, "denoised.%03d", step);
  return text;
}

NamedTensor toNamed(const Latent& latent) { return {{latent.shape.begin(), latent.shape.end()}, latent.values}; }

bool read(const TensorRef& tensor, const std::array<std::int64_t, 4>& shape, Latent& latent) {
  if (tensor.shape != std::vector<std::int64_t>(shape.begin(), shape.end())) return false;
  latent.shape = shape;
  latent.values = tensor.toFloats();
  return true;
}

std::optional<int> stepOf(std::string_view key) {
  if (key.substr(0, kDenoised.size()) != kDenoised) return {};
  key.remove_prefix(kDenoised.size());
  int step = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), step);
  return error == std::errc() && end == key.data() + key.size() ? std::optional(step) : std::nullopt;
}

std::optional<RunLatents> fromCheckpoint(const Checkpoint& file, const std::array<std::int64_t, 4>& shape) {
  RunLatents latents;
  bool hasFinal = false;
  for (const auto& [key, tensor] : file.weights) {
    if (key == kFinal) hasFinal = read(tensor, shape, latents.final);
    if (const auto step = stepOf(key); step && !read(tensor, shape, latents.denoised[*step])) return {};
  }
  return hasFinal ? std::optional(std::move(latents)) : std::nullopt;
}

}  // namespace

void writeLatents(const std::filesystem::path& path, const RunLatents& latents, const std::string& requestHash) {
  NamedTensors tensors;
  tensors.emplace(kFinal, toNamed(latents.final));
  for (const auto& [step, latent] : latents.denoised) tensors.emplace(stageKey(step), toNamed(latent));
  writeSafetensors(path, tensors, {{"request_sha256", requestHash}}, StoredPrecision::Float32);
}

std::optional<RunLatents> readLatents(const std::filesystem::path& path, const std::array<std::int64_t, 4>& shape) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  try {
    return fromCheckpoint(readCheckpoint(path), shape);
  } catch (const Error&) {
    return {};  // a damaged file costs a new denoising, nothing else
  }
}

}  // namespace hipwright
