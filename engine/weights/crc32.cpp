#include "engine/weights/crc32.h"

#include "engine/weights/little_endian.h"

#include <array>

namespace hipwright {
namespace {

constexpr std::size_t kSlices = 16;
using Tables = std::array<std::array<std::uint32_t, 256>, kSlices>;

/// Table s holds the effect of a byte that stands s bytes before the end of a block.
constexpr Tables makeTables() {
  Tables tables{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
    tables[0][byte] = value;
  }
  for (std::size_t slice = 1; slice < kSlices; ++slice)
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t value = tables[slice - 1][byte];
      tables[slice][byte] = (value >> 8) ^ tables[0][value & 0xFFU];
    }
  return tables;
}

constexpr Tables kTables = makeTables();

std::uint32_t fourBytes(std::uint32_t word, std::size_t slice) {
  return kTables[slice][word & 0xFFU] ^ kTables[slice - 1][(word >> 8) & 0xFFU] ^
         kTables[slice - 2][(word >> 16) & 0xFFU] ^ kTables[slice - 3][word >> 24];
}

}  // namespace

std::uint32_t crc32(std::uint32_t before, std::span<const std::byte> bytes) {
  std::uint32_t crc = ~before;
  std::size_t at = 0;
  for (; bytes.size() - at >= kSlices; at += kSlices)
    crc = fourBytes(loadLittle<std::uint32_t>(bytes, at) ^ crc, 15) ^
          fourBytes(loadLittle<std::uint32_t>(bytes, at + 4), 11) ^
          fourBytes(loadLittle<std::uint32_t>(bytes, at + 8), 7) ^
          fourBytes(loadLittle<std::uint32_t>(bytes, at + 12), 3);
  for (; at < bytes.size(); ++at) crc = (crc >> 8) ^ kTables[0][(crc ^ static_cast<std::uint32_t>(bytes[at])) & 0xFFU];
  return ~crc;
}

}  // namespace hipwright
