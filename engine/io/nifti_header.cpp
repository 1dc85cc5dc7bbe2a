#include "engine/io/nifti_header.h"

#include "engine/io/byte_order.h"

#include <string_view>

namespace hipwright {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMagic1 = "n+1\0"sv;
constexpr std::string_view kMagic2 = "n+2\0\r\n\x1a\n"sv;
constexpr std::size_t kMagic1At = 344;
constexpr std::size_t kMagic2At = 4;
constexpr std::size_t kDescripBytes = 80;

class FieldReader {
 public:
  FieldReader(std::span<const std::byte> bytes, bool bigEndian) : m_bytes(bytes), m_bigEndian(bigEndian) {}

  template <class Stored, class Value>
  void number(std::size_t at, Value& value) const {
    value = static_cast<Value>(loadAs<Stored>(m_bytes.data() + at, m_bigEndian));
  }
  void text(std::size_t at, std::string& value) const {
    const std::string_view all(reinterpret_cast<const char*>(m_bytes.data()) + at, kDescripBytes);
    value = all.substr(0, all.find('\0'));
  }

 private:
  std::span<const std::byte> m_bytes;
  bool m_bigEndian;
};

class FieldWriter {
 public:
  explicit FieldWriter(std::span<std::byte> bytes) : m_bytes(bytes) {}

  template <class Stored, class Value>
  void number(std::size_t at, const Value& value) const {
    storeAs<Stored>(static_cast<Stored>(value), m_bytes.data() + at, false);
  }
  void text(std::size_t at, std::string_view value) const {
    value = value.substr(0, kDescripBytes - 1);
    std::copy_n(reinterpret_cast<const std::byte*>(value.data()), value.size(),
                m_bytes.begin() + static_cast<std::ptrdiff_t>(at));
  }

 private:
  std::span<std::byte> m_bytes;
};

template <class Stored, class Fields, class Array>
void numbers(const Fields& fields, std::size_t at, Array& values) {
  for (auto& value : values) {
    fields.template number<Stored>(at, value);
    at += sizeof(Stored);
  }
}

/// The places of the fields, once for reading and for writing.
template <class Fields, class Header>
void version1(const Fields& f, Header& h) {
  numbers<std::int16_t>(f, 40, h.dim);
  f.template number<std::int16_t>(70, h.datatype);
  f.template number<std::int16_t>(72, h.bitpix);
  numbers<float>(f, 76, h.pixdim);
  f.template number<float>(108, h.voxOffset);
  f.template number<float>(112, h.sclSlope);
  f.template number<float>(116, h.sclInter);
  f.template number<std::uint8_t>(123, h.xyztUnits);
  f.text(148, h.descrip);
  f.template number<std::int16_t>(252, h.qformCode);
  f.template number<std::int16_t>(254, h.sformCode);
  numbers<float>(f, 256, h.quatern);
  numbers<float>(f, 268, h.qoffset);
  for (std::size_t r = 0; r < 3; ++r) numbers<float>(f, 280 + 16 * r, h.srow[r]);
}

template <class Fields, class Header>
void version2(const Fields& f, Header& h) {
  f.template number<std::int16_t>(12, h.datatype);
  f.template number<std::int16_t>(14, h.bitpix);
  numbers<std::int64_t>(f, 16, h.dim);
  numbers<double>(f, 104, h.pixdim);
  f.template number<std::int64_t>(168, h.voxOffset);
  f.template number<double>(176, h.sclSlope);
  f.template number<double>(184, h.sclInter);
  f.text(240, h.descrip);
  f.template number<std::int32_t>(344, h.qformCode);
  f.template number<std::int32_t>(348, h.sformCode);
  numbers<double>(f, 352, h.quatern);
  numbers<double>(f, 376, h.qoffset);
  for (std::size_t r = 0; r < 3; ++r) numbers<double>(f, 400 + 32 * r, h.srow[r]);
  f.template number<std::int32_t>(500, h.xyztUnits);
}

bool holds(std::span<const std::byte> bytes, std::size_t at, std::string_view text) {
  return bytes.size() >= at + text.size() &&
         std::string_view(reinterpret_cast<const char*>(bytes.data()) + at, text.size()) == text;
}

}  // namespace

std::optional<NiftiKind> niftiKind(std::span<const std::byte> start) {
  if (start.size() < 12) return std::nullopt;
  for (const bool bigEndian : {false, true}) {
    const auto size = loadAs<std::int32_t>(start.data(), bigEndian);
    if (size == 348) return NiftiKind{1, bigEndian};
    if (size == 540) return NiftiKind{2, bigEndian};
  }
  return std::nullopt;
}

bool isSingleFile(const NiftiKind& kind, std::span<const std::byte> bytes) {
  return kind.version == 1 ? holds(bytes, kMagic1At, kMagic1) : holds(bytes, kMagic2At, kMagic2);
}

NiftiHeader parseNiftiHeader(const NiftiKind& kind, std::span<const std::byte> bytes) {
  NiftiHeader header;
  header.version = kind.version;
  header.bigEndian = kind.bigEndian;
  const FieldReader fields(bytes, kind.bigEndian);
  kind.version == 1 ? version1(fields, header) : version2(fields, header);
  return header;
}

std::vector<std::byte> niftiHeaderBytes(const NiftiHeader& header) {
  const bool first = header.version == 1;
  std::vector<std::byte> bytes(first ? kNifti1HeaderBytes : kNifti2HeaderBytes);
  storeAs<std::int32_t>(first ? 348 : 540, bytes.data(), false);
  const std::string_view magic = first ? kMagic1 : kMagic2;
  std::copy_n(reinterpret_cast<const std::byte*>(magic.data()), magic.size(),
              bytes.data() + (first ? kMagic1At : kMagic2At));
  const FieldWriter fields(bytes);
  first ? version1(fields, header) : version2(fields, header);
  return bytes;
}

}  // namespace hipwright
