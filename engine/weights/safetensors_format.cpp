#include "engine/weights/safetensors_format.h"

#include "engine/weights/crc32.h"
#include "engine/weights/little_endian.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace hipwright {
namespace {

constexpr std::array<std::pair<std::string_view, ScalarType>, 10> kTypes = {{
    {"F64", ScalarType::Float64},
    {"F32", ScalarType::Float32},
    {"F16", ScalarType::Float16},
    {"BF16", ScalarType::BFloat16},
    {"I64", ScalarType::Int64},
    {"I32", ScalarType::Int32},
    {"I16", ScalarType::Int16},
    {"I8", ScalarType::Int8},
    {"U8", ScalarType::UInt8},
    {"BOOL", ScalarType::Bool},
}};

constexpr std::string_view kChecksumField = "\"file_crc32\":\"";

}  // namespace

std::optional<ScalarType> safetensorsType(std::string_view name) {
  for (const auto& [text, type] : kTypes)
    if (text == name) return type;
  return std::nullopt;
}

std::size_t checksumPosition(std::string_view text) {
  const std::size_t at = text.find(kChecksumField);
  const std::size_t digits = at + kChecksumField.size();
  return at == std::string_view::npos || digits + kChecksumBlank.size() > text.size() ? std::string_view::npos : digits;
}

std::string safetensorsChecksum(std::span<const std::byte> file) {
  const auto header = std::min<std::uint64_t>(loadLittle<std::uint64_t>(file, 0), file.size() - 8);
  const std::string_view text(reinterpret_cast<const char*>(file.data()) + 8, static_cast<std::size_t>(header));
  const std::size_t inHeader = checksumPosition(text);
  if (inHeader == std::string_view::npos) return {};
  const std::size_t at = 8 + inHeader;
  std::uint32_t crc = crc32(0, file.first(at));
  crc = crc32(crc, std::as_bytes(std::span(kChecksumBlank.data(), kChecksumBlank.size())));
  return hexDigits(crc32(crc, file.subspan(at + kChecksumBlank.size())));
}

std::string hexDigits(std::uint32_t value) {
  char text[9];
  std::snprintf(text, sizeof text, "%08x", static_cast<unsigned>(value));
  return text;
}

}  // namespace hipwright
