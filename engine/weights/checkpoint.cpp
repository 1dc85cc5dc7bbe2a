#include "engine/weights/checkpoint.h"

#include "engine/weights/key_names.h"
#include "engine/weights/little_endian.h"
#include "engine/weights/profile_guess.h"
#include "engine/weights/raw_checkpoint.h"

#include <array>
#include <cmath>

namespace hipwright {
namespace {

using Bytes = std::span<const std::byte>;

bool beginsWith(Bytes bytes, std::string_view text, std::size_t at = 0) {
  return bytes.size() >= at + text.size() && std::memcmp(bytes.data() + at, text.data(), text.size()) == 0;
}

/// The number 0x1950a86a20f9469cfc6c, with which torch opened its files before version 1.6, as a pickle after its
/// protocol.
bool isLegacyPickle(Bytes bytes) {
  constexpr std::string_view magic = "\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
  return beginsWith(bytes, "\x80") && beginsWith(bytes, magic, 2);
}

/// Before that, torch wrote tar files with these members.
bool isLegacyTar(Bytes bytes) {
  if (!beginsWith(bytes, "ustar", 257)) return false;
  for (const std::string_view member : {"sys_info", "pickle", "storages", "tensors"})
    if (beginsWith(bytes, member) || (beginsWith(bytes, "./") && beginsWith(bytes, member, 2))) return true;
  return false;
}

CheckpointFormat formatOf(Bytes bytes, const Refusal& refuse) {
  if (bytes.empty()) refuse.unknownFormat("it is empty");
  if (beginsWith(bytes, "PK\x03\x04")) return CheckpointFormat::TorchZip;
  if (isLegacyPickle(bytes) || isLegacyTar(bytes)) refuse.legacy();
  if (beginsWith(bytes, "{", 8)) return CheckpointFormat::Safetensors;
  if (beginsWith(bytes, "\x80")) refuse.unknownFormat("it is a bare Python pickle");
  refuse.unknownFormat("it begins like neither a torch zip file nor a safetensors file");
}

std::optional<double> takeNumber(std::map<std::string, double>& numbers, const std::string& name,
                                 const Refusal& refuse) {
  const auto found = numbers.find(name);
  if (found == numbers.end()) return std::nullopt;
  const double value = found->second;
  numbers.erase(found);
  if (!std::isfinite(value)) refuse.bad("its " + name + " is not a finite number");
  return value;
}

void takeNumbers(std::map<std::string, double> numbers, Checkpoint& out, const Refusal& refuse) {
  out.scaleFactor = takeNumber(numbers, "scale_factor", refuse);
  if (out.scaleFactor == 0.0) refuse.bad("its scale_factor is 0");
  out.globalMean = takeNumber(numbers, "global_mean", refuse);
  if (const auto epoch = takeNumber(numbers, "epoch", refuse); epoch && std::abs(*epoch) < 1e15)
    out.epoch = static_cast<std::int64_t>(*epoch);
  out.metrics = std::move(numbers);
}

}  // namespace

std::int64_t Checkpoint::parameterCount() const {
  std::int64_t count = 0;
  for (const auto& [name, tensor] : weights) count += tensor.elementCount();
  return count;
}

Checkpoint readCheckpoint(const std::filesystem::path& path) {
  const Refusal refuse(path);
  const auto file = std::make_shared<const platform::MappedFile>(path);
  Checkpoint out;
  out.path = path;
  out.format = formatOf(file->bytes(), refuse);
  RawCheckpoint raw =
      out.format == CheckpointFormat::TorchZip ? readTorchFile(file, refuse) : readSafetensorsFile(file, refuse);
  if (raw.weights.empty()) refuse.bad("it holds no weights");
  out.weights = withCoreNames(std::move(raw.weights), out.olderNames, refuse);
  out.kind = guessKind(out.weights);
  out.ema = raw.ema;
  out.others = std::move(raw.others);
  takeNumbers(std::move(raw.numbers), out, refuse);
  return out;
}

}  // namespace hipwright
