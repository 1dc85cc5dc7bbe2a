// A picture packed as JPEG-LS, unpacked by CharLS itself: GDCM forgets what it copied from a damaged one.
#pragma once

#include "engine/io/dicom_codec.h"

#include <optional>
#include <span>

namespace hipwright {

/// One grey component of `size`, columns and rows, in as many bytes per value as the stream states bits; empty if the
/// stream does not hold that, or is damaged. Any thread.
std::optional<std::vector<std::byte>> unpackJpegLs(std::span<const std::byte> stream,
                                                   const std::array<std::int64_t, 2>& size);

}  // namespace hipwright
