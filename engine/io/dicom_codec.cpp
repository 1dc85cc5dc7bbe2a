#include "engine/io/dicom_codec.h"

#include "engine/io/byte_order.h"
#include "engine/io/dicom_bare.h"
#include "engine/io/dicom_jpeg2000.h"
#include "engine/io/refusal.h"

#include <gdcmImageReader.h>
#include <gdcmTrace.h>

#include <algorithm>
#include <exception>
#include <sstream>

namespace hipwright {
namespace {

using Bytes = std::vector<std::byte>;

constexpr std::size_t kLongestUid = 64;

[[noreturn]] void damaged(const DicomElements& d, const std::string& reason) {
  refuse(ErrorCode::FileDamaged, d.path, reason);
}

Bytes joined(const DicomElements& d) {
  std::size_t size = 0;
  for (const auto& fragment : d.fragments) size += fragment.size();
  if (size > kMostPacked) damaged(d, "its packed picture is longer than any");
  Bytes all;
  all.reserve(size);
  for (const auto& fragment : d.fragments) all.insert(all.end(), fragment.begin(), fragment.end());
  return all;
}

int byteAt(const Bytes& s, std::size_t at) { return at < s.size() ? static_cast<int>(s[at]) : -1; }

std::int64_t wordAt(const Bytes& s, std::size_t at) {
  return at + 2 <= s.size() ? loadAs<std::uint16_t>(s.data() + at, true) : -1;
}

std::int64_t longAt(const Bytes& s, std::size_t at) {
  return at + 4 <= s.size() ? loadAs<std::uint32_t>(s.data() + at, true) : -1;
}

/// What a packed stream says about itself; -1 where it does not.
struct Stated {
  std::array<std::int64_t, 2> size = {-1, -1};  // columns and rows
  std::int64_t colours = -1;
  int bits = -1;
};

/// As a JPEG or JPEG-LS stream states it in its frame header.
Stated statedByJpeg(const Bytes& s) {
  for (std::size_t at = 2; at + 9 < s.size() && byteAt(s, at) == 0xff;) {
    const int marker = byteAt(s, at + 1);
    const bool frame =
        (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) || marker == 0xf7;
    if (frame) return {{wordAt(s, at + 7), wordAt(s, at + 5)}, byteAt(s, at + 9), byteAt(s, at + 4)};
    const std::int64_t length = wordAt(s, at + 2);
    if (marker != 0xff && length < 2) break;
    at += marker == 0xff ? 1 : static_cast<std::size_t>(2 + length);  // FF may be repeated before a marker
  }
  return {};
}

/// Of a JPEG 2000 stream: the size is the image area less its offset.
Stated statedByJpeg2000(const Bytes& s) {
  const std::array<std::byte, 4> start = {std::byte{0xff}, std::byte{0x4f}, std::byte{0xff}, std::byte{0x51}};
  const auto found =
      std::search(s.begin(), s.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(s.size(), 4096)),
                  start.begin(), start.end());
  const auto at = static_cast<std::size_t>(found - s.begin());
  if (at + 43 > s.size()) return {};
  return {{longAt(s, at + 8) - longAt(s, at + 16), longAt(s, at + 12) - longAt(s, at + 20)},
          wordAt(s, at + 40),
          (byteAt(s, at + 42) & 0x7f) + 1};
}

/// Every JPEG ends by FF D9, perhaps with a byte that makes the length even.
bool endsLikeJpeg(const Bytes& s) {
  std::size_t end = s.size();
  while (end > 2 && s[end - 1] == std::byte{0}) --end;
  return end >= 2 && byteAt(s, end - 2) == 0xff && byteAt(s, end - 1) == 0xd9;
}

/// The segments of RLE must cover each byte plane: a run gives at most 64 bytes for one.
void checkRle(const DicomElements& d, const Bytes& s, std::uint64_t pixels, int bits) {
  const auto little = [&](std::size_t at) {
    return at + 4 <= s.size() ? loadAs<std::uint32_t>(s.data() + at, false) : 0U;
  };
  const std::uint32_t segments = little(0);
  if (s.size() < 64 || segments != static_cast<std::uint32_t>(bits / 8)) damaged(d, "its run-length header is wrong");
  for (std::uint32_t i = 0; i < segments; ++i) {
    const std::uint64_t begin = little(4 + 4 * i);
    const std::uint64_t end = i + 1 < segments ? little(8 + 4 * i) : s.size();
    if (begin < 64 || end <= begin || end > s.size() || (end - begin) * 64 < pixels)
      damaged(d, "its run-length segments do not fit");
  }
}

void checkStream(const DicomElements& d, const Bytes& stream, const PixelLayout& layout,
                 const std::array<std::int64_t, 2>& size) {
  if (d.transferSyntax == "1.2.840.10008.1.2.5") {
    checkRle(d, stream, static_cast<std::uint64_t>(size[0] * size[1]), layout.bits);
    return;
  }
  const bool jpeg = byteAt(stream, 0) == 0xff && byteAt(stream, 1) == 0xd8;
  const Stated stated = jpeg ? statedByJpeg(stream) : statedByJpeg2000(stream);
  if (stated.size != size) damaged(d, "its packed picture has another size than its header says");
  if (stated.colours != 1) damaged(d, "its packed picture has colours");
  if (std::max(layout.bitsStored, stated.bits) > (jpeg ? 16 : 32))
    refuse(ErrorCode::UnsupportedDicom, d.path, "its packed pixels have too many bits");
  if (!endsLikeJpeg(stream)) damaged(d, "its packed picture is cut short");
}

PixelLayout layoutOf(const gdcm::PixelFormat& format) {
  return {format.GetBitsAllocated(), format.GetBitsStored(), format.GetHighBit(), format.GetPixelRepresentation() == 1,
          std::endian::native == std::endian::big};
}

/// GDCM sees nothing of the file: it would take lengths behind the pixels and inside sequences as they stand.
UnpackedPixels unpackByGdcm(const DicomElements& d, std::string bare, const std::array<std::int64_t, 2>& size) {
  gdcm::Trace::WarningOff();
  gdcm::Trace::ErrorOff();
  gdcm::Trace::DebugOff();
  std::istringstream stream(std::move(bare), std::ios::binary);
  gdcm::ImageReader reader;
  reader.SetStream(stream);
  if (!reader.Read()) damaged(d, "its packed picture cannot be unpacked");
  const gdcm::Image& image = reader.GetImage();
  const PixelLayout layout = layoutOf(image.GetPixelFormat());
  if (!isSound(layout)) damaged(d, "its packed picture has pixels of an odd kind");
  const auto expected = static_cast<std::uint64_t>(size[0] * size[1]) * static_cast<std::uint64_t>(layout.bits / 8);
  const unsigned* got = image.GetDimensions();
  if (image.GetNumberOfDimensions() != 2 || got[0] != size[0] || got[1] != size[1] ||
      image.GetBufferLength() != expected || image.GetPixelFormat().GetSamplesPerPixel() != 1)
    damaged(d, "its packed picture has another size than its header says");
  UnpackedPixels out{layout, Bytes(expected)};
  if (!image.GetBuffer(reinterpret_cast<char*>(out.bytes.data()))) damaged(d, "its packed picture cannot be unpacked");
  return out;
}

}  // namespace

bool isSound(const PixelLayout& layout) {
  return (layout.bits == 8 || layout.bits == 16 || layout.bits == 32) && layout.bitsStored >= 1 &&
         layout.bitsStored <= layout.bits && layout.highBit < layout.bits && layout.highBit + 1 >= layout.bitsStored;
}

UnpackedPixels unpackPixels(const DicomElements& elements, const PixelLayout& layout,
                            const std::array<std::int64_t, 2>& size) {
  if (elements.transferSyntax.size() > kLongestUid) damaged(elements, "its transfer syntax is too long");
  const Bytes stream = joined(elements);
  checkStream(elements, stream, layout, size);
  if (isJpeg2000(stream)) {
    std::optional<UnpackedPixels> out = unpackJpeg2000(stream, size);
    if (!out) damaged(elements, "its packed picture cannot be unpacked");
    return std::move(*out);
  }
  try {
    return unpackByGdcm(elements, bareDicom(elements, layout, size, stream), size);
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {
    damaged(elements, "its packed picture cannot be unpacked");
  }
}

}  // namespace hipwright
