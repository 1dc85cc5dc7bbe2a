#include "engine/io/voxel_type.h"

#include "engine/io/byte_order.h"

#include <array>
#include <cmath>
#include <cstdint>

namespace hipwright {
namespace {

struct Row {
  int code;
  const char* name;
  std::size_t bytes;
  bool scalar;
};

constexpr std::array kTypes = {
    Row{2, "uint8", 1, true},           Row{4, "int16", 2, true},
    Row{8, "int32", 4, true},           Row{16, "float32", 4, true},
    Row{64, "float64", 8, true},        Row{256, "int8", 1, true},
    Row{512, "uint16", 2, true},        Row{768, "uint32", 4, true},
    Row{1024, "int64", 8, true},        Row{1280, "uint64", 8, true},
    Row{32, "complex64", 8, false},     Row{128, "RGB colours", 3, false},
    Row{1536, "float128", 16, false},   Row{1792, "complex128", 16, false},
    Row{2048, "complex256", 32, false}, Row{2304, "RGBA colours", 4, false},
    Row{1, "single bits", 0, false},
};

template <class Stored>
std::size_t decode(const VoxelEncoding& encoding, std::span<const std::byte> bytes, std::span<float> out) {
  const auto [slope, intercept] = encoding.scaling;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto stored = loadAs<Stored>(bytes.data() + i * sizeof(Stored), encoding.bigEndian);
    out[i] =
        slope == 0 ? static_cast<float>(stored) : static_cast<float>(slope * static_cast<double>(stored) + intercept);
    bad += std::isfinite(out[i]) ? 0 : 1;
  }
  return bad;
}

}  // namespace

VoxelType voxelTypeOf(int code) {
  for (const Row& row : kTypes)
    if (row.code == code) return {row.code, row.name, row.bytes, row.scalar};
  return {code, "type number " + std::to_string(code), 0, false};
}

std::size_t decodeVoxels(const VoxelEncoding& encoding, std::span<const std::byte> bytes, std::span<float> out) {
  switch (encoding.type.code) {
    case 2: return decode<std::uint8_t>(encoding, bytes, out);
    case 4: return decode<std::int16_t>(encoding, bytes, out);
    case 8: return decode<std::int32_t>(encoding, bytes, out);
    case 16: return decode<float>(encoding, bytes, out);
    case 64: return decode<double>(encoding, bytes, out);
    case 256: return decode<std::int8_t>(encoding, bytes, out);
    case 512: return decode<std::uint16_t>(encoding, bytes, out);
    case 768: return decode<std::uint32_t>(encoding, bytes, out);
    case 1024: return decode<std::int64_t>(encoding, bytes, out);
    default: return decode<std::uint64_t>(encoding, bytes, out);
  }
}

}  // namespace hipwright
