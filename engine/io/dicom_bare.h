// A packed slice written anew from what our own walk has checked, so that GDCM meets no length of a stranger's.
#pragma once

#include "engine/io/dicom_codec.h"

#include <string>

namespace hipwright {

/// The longest packed picture that is unpacked: four times the largest picture as it is.
inline constexpr std::size_t kMostPacked = 1U << 30U;

/// A DICOM file of one picture with MONOCHROME pixels: the elements that unpacking needs, and `packed`, no longer than
/// kMostPacked, as the only fragment. `size` is columns and rows, at most 65535 each. Any thread.
std::string bareDicom(const DicomElements& elements, const PixelLayout& layout, const std::array<std::int64_t, 2>& size,
                      std::span<const std::byte> packed);

}  // namespace hipwright
