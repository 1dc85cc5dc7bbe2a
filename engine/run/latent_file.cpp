#include "engine/run/latent_file.h"

#include "engine/core/error.h"
#include "engine/weights/checkpoint.h"
#include "engine/weights/weight_files.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace hipwright {
namespace {

constexpr std::string_view kFinal = "final";
constexpr std::string_view kDenoised = "denoised.";
constexpr std::string_view kNoise = "noise";
constexpr std::string_view kNext = "next.";
constexpr std::string_view kLast = "last";
constexpr const char* kRequest = "request_sha256";

std::string numbered(std::string_view prefix, int step) {
  char text[16];
  std::snprintf(text, sizeof text, "%03d", step);
  return std::string(prefix) + text;
}

NamedTensor toNamed(const Latent& latent) { return {{latent.shape.begin(), latent.shape.end()}, latent.values}; }

bool read(const TensorRef& tensor, const std::array<std::int64_t, 4>& shape, Latent& latent) {
  if (tensor.shape != std::vector<std::int64_t>(shape.begin(), shape.end())) return false;
  latent.shape = shape;
  latent.values = tensor.toFloats();
  return std::all_of(latent.values.begin(), latent.values.end(), [](float value) { return std::isfinite(value); });
}

std::optional<int> stepOf(std::string_view key, std::string_view prefix) {
  if (!key.starts_with(prefix)) return {};
  key.remove_prefix(prefix.size());
  int step = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), step);
  return error == std::errc() && end == key.data() + key.size() ? std::optional(step) : std::nullopt;
}

std::optional<RunLatents> fromCheckpoint(const Checkpoint& file, const std::array<std::int64_t, 4>& shape) {
  RunLatents latents;
  bool hasFinal = false;
  for (const auto& [key, tensor] : file.weights) {
    if (key == kFinal) hasFinal = read(tensor, shape, latents.final);
    if (const auto step = stepOf(key, kDenoised); step && !read(tensor, shape, latents.denoised[*step])) return {};
  }
  return hasFinal ? std::optional(std::move(latents)) : std::nullopt;
}

std::optional<PartialLatents> partialFrom(const Checkpoint& file, const std::array<std::int64_t, 4>& shape, int steps) {
  PartialLatents latents;
  bool hasNoise = false, hasNext = false, hasLast = false;
  for (const auto& [key, tensor] : file.weights) {
    if (key == kNoise) hasNoise = read(tensor, shape, latents.noise);
    if (key == kLast) hasLast = read(tensor, shape, latents.state.denoised);
    if (const auto step = stepOf(key, kNext); step && *step > 0 && *step < steps) {
      hasNext = read(tensor, shape, latents.state.latent);
      latents.state.step = *step;
    }
    if (const auto step = stepOf(key, kDenoised); step && !read(tensor, shape, latents.denoised[*step])) return {};
  }
  return hasNoise && hasNext && hasLast ? std::optional(std::move(latents)) : std::nullopt;
}

void addStages(NamedTensors& tensors, const std::map<int, Latent>& denoised) {
  for (const auto& [step, latent] : denoised) tensors.emplace(numbered(kDenoised, step), toNamed(latent));
}

void write(const std::filesystem::path& path, const NamedTensors& tensors, const std::string& requestHash) {
  writeSafetensors(path, tensors, {{kRequest, requestHash}}, StoredPrecision::Float32);
}

/// What `from` makes of the file; nothing for none, a damaged one and one of another request, which costs a new
/// denoising and nothing else.
template <class From>
auto readWith(const std::filesystem::path& path, const LatentOwner& owner, const From& from)
    -> decltype(from(Checkpoint())) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  try {
    const Checkpoint file = readCheckpoint(path);
    const auto request = file.others.find(kRequest);
    if (request == file.others.end() || request->second != owner.requestHash) return {};
    return from(file);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

void writeLatents(const std::filesystem::path& path, const RunLatents& latents, const std::string& requestHash) {
  NamedTensors tensors;
  tensors.emplace(kFinal, toNamed(latents.final));
  addStages(tensors, latents.denoised);
  write(path, tensors, requestHash);
}

std::optional<RunLatents> readLatents(const std::filesystem::path& path, const LatentOwner& owner) {
  return readWith(path, owner, [&](const Checkpoint& file) { return fromCheckpoint(file, owner.shape); });
}

void writePartialLatents(const std::filesystem::path& path, const PartialLatents& latents,
                         const std::string& requestHash) {
  NamedTensors tensors;
  tensors.emplace(kNoise, toNamed(latents.noise));
  tensors.emplace(numbered(kNext, latents.state.step), toNamed(latents.state.latent));
  tensors.emplace(kLast, toNamed(latents.state.denoised));
  addStages(tensors, latents.denoised);
  write(path, tensors, requestHash);
}

std::optional<PartialLatents> readPartialLatents(const std::filesystem::path& path, const LatentOwner& owner,
                                                 int steps) {
  return readWith(path, owner, [&](const Checkpoint& file) { return partialFrom(file, owner.shape, steps); });
}

}  // namespace hipwright
