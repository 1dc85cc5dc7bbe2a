// Writes safetensors files; what they hold beyond the format is described in safetensors_format.h.
#include "engine/core/atomic_file.h"
#include "engine/weights/crc32.h"
#include "engine/weights/little_endian.h"
#include "engine/weights/safetensors_format.h"
#include "engine/weights/stored_tensor.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace hipwright {
namespace {

constexpr std::size_t kAlignment = 64;

std::span<const std::byte> bytesOf(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }

/// Length and JSON, padded with spaces so that the data starts at a multiple of 64.
std::string headerFor(const NamedTensors& tensors, const std::map<std::string, std::string>& metadata,
                      StoredPrecision precision) {
  nlohmann::json header = nlohmann::json::object();
  header[kMetadataName] = metadata;
  header[kMetadataName][kChecksumName] = kChecksumBlank;
  const bool wide = precision == StoredPrecision::Float32;
  std::uint64_t at = 0;
  for (const auto& [name, tensor] : tensors) {
    const std::uint64_t end = at + tensor.values.size() * (wide ? sizeof(float) : sizeof(std::uint16_t));
    header[name] = {{"dtype", wide ? "F32" : "F16"}, {"shape", tensor.shape}, {"data_offsets", {at, end}}};
    at = end;
  }
  std::string json = header.dump();
  json.append((kAlignment - (json.size() + 8) % kAlignment) % kAlignment, ' ');
  std::string out;
  appendLittle(out, static_cast<std::uint64_t>(json.size()));
  return out + json;
}

void writeFile(std::ostream& out, std::string header, const NamedTensors& tensors, StoredPrecision precision) {
  out.write(header.data(), static_cast<std::streamsize>(header.size()));
  std::uint32_t crc = crc32(0, bytesOf(header));
  for (const auto& [name, tensor] : tensors) {
    const std::string bytes = storedBytes(tensor, precision);
    crc = crc32(crc, bytesOf(bytes));
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  out.seekp(static_cast<std::streamoff>(checksumPosition(header)));
  out << hexDigits(crc);
}

}  // namespace

void writeSafetensors(const std::filesystem::path& path, const NamedTensors& tensors,
                      const std::map<std::string, std::string>& metadata, StoredPrecision precision) {
  writeStreamAtomically(
      path, [&](std::ostream& out) { writeFile(out, headerFor(tensors, metadata, precision), tensors, precision); });
}

}  // namespace hipwright
