#include "engine/io/dicom_codec.h"

#include "engine/io/byte_order.h"
#include "engine/io/dicom_jpeg2000.h"
#include "engine/io/dicom_jpegls.h"
#include "engine/io/refusal.h"

#include <gdcmDataElement.h>
#include <gdcmJPEGCodec.h>
#include <gdcmRLECodec.h>
#include <gdcmSequenceOfFragments.h>
#include <gdcmTrace.h>

#include <algorithm>
#include <exception>

namespace hipwright {
namespace {

using Bytes = std::vector<std::byte>;

constexpr std::size_t kMostPacked = 1U << 30U;  ///< four times the largest picture as it is
constexpr const char* kRunLength = "1.2.840.10008.1.2.5";
constexpr std::array<std::string_view, 2> kJpegLs = {"1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"};
constexpr int kJpegLsFrame = 0xf7;
constexpr int kMostJpegBits = 16;
constexpr std::byte kMark{0xff};

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
  int frame = -1;  // the marker of a JPEG's frame: it names the kind
  bool ends = false;
};

bool isFrame(int marker) {
  const bool table = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
  return (marker >= 0xc0 && marker <= 0xcf && !table) || marker == kJpegLsFrame;
}

/// Within a scan, FF and another byte may be of the picture: a zero (in JPEG-LS anything below 80) or a restart.
bool isOfScan(int marker, bool jpegLs) {
  return marker == 0 || (jpegLs && marker < 0x80) || (marker >= 0xd0 && marker <= 0xd7);
}

/// Walks a JPEG or JPEG-LS stream to its end. A segment that reaches beyond it would leave GDCM waiting for more, with
/// all it had allocated.
Stated statedByJpeg(const Bytes& s) {
  Stated out;
  bool scan = false;
  for (std::size_t at = 2; at + 2 <= s.size();) {
    if (scan)
      at = static_cast<std::size_t>(std::find(s.begin() + static_cast<std::ptrdiff_t>(at), s.end(), kMark) - s.begin());
    const int marker = byteAt(s, at + 1);
    if (byteAt(s, at) != 0xff || marker < 0) return out;
    if (marker == 0xff) {  // may be repeated before a marker
      ++at;
      continue;
    }
    if (scan && isOfScan(marker, out.frame == kJpegLsFrame)) {
      at += 2;
      continue;
    }
    out.ends = marker == 0xd9;
    const std::int64_t length = wordAt(s, at + 2);
    if (out.ends || length < 2 || at + 2 + static_cast<std::size_t>(length) > s.size()) return out;
    if (isFrame(marker) && out.frame < 0)
      out = {{wordAt(s, at + 7), wordAt(s, at + 5)}, byteAt(s, at + 9), byteAt(s, at + 4), marker};
    at += 2 + static_cast<std::size_t>(length);
    scan = marker == 0xda;
  }
  return out;
}

/// Every JPEG 2000 stream ends by FF D9, perhaps with a byte that makes the length even.
bool endsByMark(const Bytes& s) {
  std::size_t end = s.size();
  while (end > 2 && s[end - 1] == std::byte{0}) --end;
  return end >= 2 && byteAt(s, end - 2) == 0xff && byteAt(s, end - 1) == 0xd9;
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
          (byteAt(s, at + 42) & 0x7f) + 1,
          -1,
          endsByMark(s)};
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

bool isJpegLs(const DicomElements& d) {
  return std::find(kJpegLs.begin(), kJpegLs.end(), d.transferSyntax) != kJpegLs.end();
}

void checkStream(const DicomElements& d, const Bytes& stream, const PixelLayout& layout,
                 const std::array<std::int64_t, 2>& size) {
  if (d.transferSyntax == kRunLength) {
    checkRle(d, stream, static_cast<std::uint64_t>(size[0] * size[1]), layout.bits);
    return;
  }
  const bool jpeg2000 = isJpeg2000(stream);
  const Stated stated = jpeg2000 ? statedByJpeg2000(stream) : statedByJpeg(stream);
  if (stated.size != size) damaged(d, "its packed picture has another size than its header says");
  if (stated.colours != 1) damaged(d, "its packed picture has colours");
  if (!jpeg2000 && std::max(layout.bits, stated.bits) > kMostJpegBits)
    refuse(ErrorCode::UnsupportedDicom, d.path, "its packed pixels have too many bits");
  if (!jpeg2000 && (stated.frame == kJpegLsFrame) != isJpegLs(d))
    damaged(d, "its packed picture is of another kind than its header says");
  if (!stated.ends) damaged(d, "its packed picture is cut short");
}

/// A codec learns all of this before it is told the pixels: it copies the one with the other.
void prepare(gdcm::ImageCodec& codec, const PixelLayout& layout, const std::array<std::int64_t, 2>& size) {
  const std::array<unsigned, 3> dimensions = {static_cast<unsigned>(size[0]), static_cast<unsigned>(size[1]), 1};
  codec.SetNumberOfDimensions(2);
  codec.SetDimensions(dimensions.data());
  codec.SetPlanarConfiguration(0);
  codec.SetPhotometricInterpretation(gdcm::PhotometricInterpretation::MONOCHROME2);
  codec.SetPixelFormat(gdcm::PixelFormat(
      1, static_cast<unsigned short>(layout.bits), static_cast<unsigned short>(layout.bitsStored),
      static_cast<unsigned short>(layout.highBit), static_cast<unsigned short>(layout.isSigned ? 1 : 0)));
}

/// As GDCM hands packed pictures to its codecs.
gdcm::DataElement fragmentOf(const Bytes& stream) {
  gdcm::Fragment fragment;
  fragment.SetByteValue(reinterpret_cast<const char*>(stream.data()), static_cast<std::uint32_t>(stream.size()));
  const gdcm::SmartPointer<gdcm::SequenceOfFragments> fragments = new gdcm::SequenceOfFragments;
  fragments->AddFragment(fragment);
  gdcm::DataElement element(gdcm::Tag(0x7fe0, 0x0010));
  element.SetVR(gdcm::VR::OB);
  element.SetValue(*fragments);
  return element;
}

/// Nothing if the codec gives up.
Bytes decodeBy(gdcm::ImageCodec& codec, const Bytes& stream) {
  gdcm::DataElement out;
  if (!codec.Decode(fragmentOf(stream), out)) return {};
  const gdcm::ByteValue* value = out.GetByteValue();
  if (value == nullptr) return {};
  const auto* begin = reinterpret_cast<const std::byte*>(value->GetPointer());
  return {begin, begin + static_cast<std::uint32_t>(value->GetLength())};
}

/// One codec of GDCM's, chosen here: its readers would take lengths of the file as they stand, and try codec after
/// codec on a damaged picture, at last a program of the system's.
Bytes decodeByGdcm(const DicomElements& d, const Bytes& stream, const PixelLayout& layout,
                   const std::array<std::int64_t, 2>& size) {
  gdcm::Trace::WarningOff();
  gdcm::Trace::ErrorOff();
  gdcm::Trace::DebugOff();
  if (d.transferSyntax == kRunLength) {
    gdcm::RLECodec codec;
    prepare(codec, layout, size);
    codec.SetBufferLength(static_cast<unsigned long>(size[0] * size[1]) * static_cast<unsigned long>(layout.bits / 8));
    return decodeBy(codec, stream);
  }
  gdcm::JPEGCodec codec;
  prepare(codec, layout, size);
  return decodeBy(codec, stream);
}

/// As the header says, except that JPEGs of few bits are unpacked to bytes whatever it says.
UnpackedPixels unpackByCodec(const DicomElements& d, const Bytes& stream, const PixelLayout& layout,
                             const std::array<std::int64_t, 2>& size) {
  const auto pixels = static_cast<std::size_t>(size[0] * size[1]);
  UnpackedPixels out{
      layout, isJpegLs(d) ? unpackJpegLs(stream, size).value_or(Bytes{}) : decodeByGdcm(d, stream, layout, size)};
  out.layout.bigEndian = std::endian::native == std::endian::big;
  if (out.bytes.empty()) damaged(d, "its packed picture cannot be unpacked");
  if (out.bytes.size() == pixels && layout.bits == 16 && layout.bitsStored <= 8 && layout.highBit < 8)
    out.layout.bits = 8;
  if (out.bytes.size() != pixels * static_cast<std::size_t>(out.layout.bits / 8))
    damaged(d, "its packed picture has another size than its header says");
  return out;
}

}  // namespace

bool isSound(const PixelLayout& layout) {
  return (layout.bits == 8 || layout.bits == 16 || layout.bits == 32) && layout.bitsStored >= 1 &&
         layout.bitsStored <= layout.bits && layout.highBit < layout.bits && layout.highBit + 1 >= layout.bitsStored;
}

UnpackedPixels unpackPixels(const DicomElements& elements, const PixelLayout& layout,
                            const std::array<std::int64_t, 2>& size) {
  const Bytes stream = joined(elements);
  checkStream(elements, stream, layout, size);
  if (isJpeg2000(stream)) {
    std::optional<UnpackedPixels> out = unpackJpeg2000(stream, size);
    if (!out) damaged(elements, "its packed picture cannot be unpacked");
    return std::move(*out);
  }
  try {
    return unpackByCodec(elements, stream, layout, size);
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {
    damaged(elements, "its packed picture cannot be unpacked");
  }
}

}  // namespace hipwright
