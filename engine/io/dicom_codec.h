// Packed pixels of a DICOM slice: JPEG and RLE, unpacked by GDCM's codecs, JPEG-LS by CharLS, JPEG 2000 by OpenJPEG,
// all behind checks of our own.
#pragma once

#include "engine/io/dicom_elements.h"

#include <array>

namespace hipwright {

/// How one pixel is stored.
struct PixelLayout {
  int bits = 16;  ///< 8, 16 or 32
  int bitsStored = 16;
  int highBit = 15;
  bool isSigned = false;
  bool bigEndian = false;
};

/// True if the bits are 8, 16 or 32 and those stored lie within them.
bool isSound(const PixelLayout& layout);

struct UnpackedPixels {
  PixelLayout layout;
  std::vector<std::byte> bytes;
};

/// Unpacks; `size` is columns and rows, with which the packed stream must agree before anything is allocated.
/// Throws Error(FileDamaged | FileTruncated | UnsupportedDicom). Any thread.
UnpackedPixels unpackPixels(const DicomElements& elements, const PixelLayout& layout,
                            const std::array<std::int64_t, 2>& size);

}  // namespace hipwright
