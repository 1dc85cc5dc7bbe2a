// A picture packed as JPEG 2000, unpacked by OpenJPEG itself: GDCM prints OpenJPEG's complaints to the terminal.
#pragma once

#include "engine/io/dicom_codec.h"

#include <optional>
#include <span>

namespace hipwright {

/// True for a JPEG 2000 codestream, alone or within a JP2 file.
bool isJpeg2000(std::span<const std::byte> stream);

/// One grey component of `size`, columns and rows; how its values are stored is what the stream says. Empty if the
/// stream does not hold that, or is damaged. Says nothing to the terminal. Any thread.
std::optional<UnpackedPixels> unpackJpeg2000(std::span<const std::byte> stream,
                                             const std::array<std::int64_t, 2>& size);

}  // namespace hipwright
