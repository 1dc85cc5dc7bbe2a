#include "engine/io/dicom_bare.h"

#include "engine/io/byte_order.h"

#include <string_view>
#include <utility>

namespace hipwright {
namespace {

constexpr const char* kCtImage = "1.2.840.10008.5.1.4.1.1.2";
constexpr const char* kInstance = "1.2.3";  // some name; nobody sees it
constexpr std::uint32_t kUndefined = 0xFFFFFFFF;

/// Elements in explicit little endian. Values are far shorter than 64 KB.
class BareWriter {
 public:
  template <class Number>
  void number(Number value) {
    std::array<std::byte, sizeof(Number)> bytes{};
    storeAs(value, bytes.data(), false);
    add(bytes);
  }

  void tag(DicomTag tag) {
    number(static_cast<std::uint16_t>(tag >> 16U));
    number(static_cast<std::uint16_t>(tag & 0xFFFFU));
  }

  void text(DicomTag at, const char* vr, std::string value) {
    if (value.size() % 2 == 1) value.push_back(std::string_view(vr) == "UI" ? '\0' : ' ');
    head(at, vr, value.size());
    m_bytes += value;
  }

  void word(DicomTag at, std::int64_t value) {
    head(at, "US", 2);
    number(static_cast<std::uint16_t>(value));
  }

  void length(DicomTag at, std::size_t value) {
    head(at, "UL", 4);
    number(static_cast<std::uint32_t>(value));
  }

  /// Pixels: an empty table of offsets, one fragment, the end.
  void fragment(std::span<const std::byte> packed) {
    tag(kPixelData);
    m_bytes += "OB";
    number(std::uint16_t{0});
    number(kUndefined);
    item(0xFFFEE000, 0);
    item(0xFFFEE000, packed.size() + packed.size() % 2);
    add(packed);
    if (packed.size() % 2 == 1) m_bytes.push_back('\0');
    item(0xFFFEE0DD, 0);
  }

  void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }
  void append(const std::string& bytes) { m_bytes += bytes; }
  std::string take() { return std::move(m_bytes); }

 private:
  void add(std::span<const std::byte> bytes) {
    m_bytes.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }

  void head(DicomTag at, const char* vr, std::size_t size) {
    tag(at);
    m_bytes += vr;
    number(static_cast<std::uint16_t>(size));
  }

  void item(DicomTag at, std::size_t size) {
    tag(at);
    number(static_cast<std::uint32_t>(size));
  }

  std::string m_bytes;
};

std::string metaOf(const std::string& transferSyntax) {
  BareWriter rest;
  rest.text(0x00020002, "UI", kCtImage);
  rest.text(0x00020003, "UI", kInstance);
  rest.text(kTransferSyntax, "UI", transferSyntax);
  const std::string elements = rest.take();
  BareWriter meta;
  meta.length(0x00020000, elements.size());
  return meta.take() + elements;
}

}  // namespace

std::string bareDicom(const DicomElements& elements, const PixelLayout& layout, const std::array<std::int64_t, 2>& size,
                      std::span<const std::byte> packed) {
  BareWriter out;
  out.reserve(packed.size() + 1024);
  out.append(std::string(128, '\0') + "DICM" + metaOf(elements.transferSyntax));
  out.text(0x00080016, "UI", kCtImage);
  out.text(0x00080018, "UI", kInstance);
  out.word(0x00280002, 1);
  out.text(0x00280004, "CS", elements.text(0x00280004) == "MONOCHROME1" ? "MONOCHROME1" : "MONOCHROME2");
  out.word(0x00280010, size[1]);
  out.word(0x00280011, size[0]);
  out.word(0x00280100, layout.bits);
  out.word(0x00280101, layout.bitsStored);
  out.word(0x00280102, layout.highBit);
  out.word(0x00280103, layout.isSigned ? 1 : 0);
  out.fragment(packed);
  return out.take();
}

}  // namespace hipwright
