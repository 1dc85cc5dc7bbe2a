// What our reader and our writer of safetensors files agree on beyond the format itself.
//
// Weights stand under their plain names, EMA weights under "ema_state." + name (and are preferred). Numbers of a
// checkpoint (scale_factor, global_mean, epoch, metrics) are decimal texts in __metadata__. So is file_crc32: the
// format has no checksum of its own, so ours is the CRC-32 of the whole file with the eight digits of this entry read
// as zeros.
#pragma once

#include "engine/weights/tensor_ref.h"

#include <optional>
#include <string>
#include <string_view>

namespace hipwright {

inline constexpr std::string_view kMetadataName = "__metadata__";
inline constexpr std::string_view kChecksumName = "file_crc32";
inline constexpr std::string_view kChecksumBlank = "00000000";
inline constexpr std::string_view kEmaPrefix = "ema_state.";

/// "F32" and the like; nothing for types that are not read here.
std::optional<ScalarType> safetensorsType(std::string_view name);

/// Where the eight digits of file_crc32 start in a header as our writer writes it; npos if it has none.
std::size_t checksumPosition(std::string_view text);

/// The checksum of a whole file as eight hex digits; empty if its header has no such entry.
std::string safetensorsChecksum(std::span<const std::byte> file);

std::string hexDigits(std::uint32_t value);

}  // namespace hipwright
