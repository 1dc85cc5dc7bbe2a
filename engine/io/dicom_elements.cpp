#include "engine/io/dicom_elements.h"

#include "engine/core/platform.h"
#include "engine/io/byte_order.h"
#include "engine/io/header_text.h"
#include "engine/io/refusal.h"

#include <charconv>
#include <string_view>

namespace hipwright {
namespace {

constexpr std::size_t kPreamble = 128;
constexpr std::uint32_t kUndefined = 0xFFFFFFFF;
constexpr int kDeepest = 32;                   // sequences inside sequences
constexpr std::size_t kMostElements = 20000;   // of the top level; a slice has some hundred
constexpr std::size_t kMostFragments = 65536;  // of packed pixels; a slice has a handful
constexpr DicomTag kItem = 0xFFFEE000;
constexpr DicomTag kItemEnd = 0xFFFEE00D;
constexpr DicomTag kSequenceEnd = 0xFFFEE0DD;

struct Syntax {
  bool isExplicit = true;
  bool bigEndian = false;
};

struct ElementHead {
  DicomTag tag = 0;
  std::string vr;  ///< empty where the syntax has none
  std::uint32_t length = 0;
};

bool isVr(std::string_view vr) { return vr[0] >= 'A' && vr[0] <= 'Z' && vr[1] >= 'A' && vr[1] <= 'Z'; }

bool hasLongLength(std::string_view vr) {
  for (const std::string_view each : {"OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UR", "UT", "UN", "SV", "UV"})
    if (vr == each) return true;
  return false;
}

class Walk {
 public:
  Walk(std::span<const std::byte> file, DicomElements& out) : m_file(file), m_out(out) {}

  /// Elements of the file meta group, which is explicit and little-endian whatever follows.
  void readMeta() {
    while (m_at + 8 <= m_file.size() && number<std::uint16_t>({true, false}, m_at) == 2) {
      const ElementHead head = readHead({true, false});
      keep(head);
    }
  }

  void readDataset(const Syntax& syntax) {
    while (m_at < m_file.size()) {
      if (onlyZerosLeft()) return;
      const ElementHead head = readHead(syntax);
      if (head.tag == kPixelData) {
        readPixels(head);
        return;
      }
      if (head.length == kUndefined)
        skipSequence(syntaxInside(head, syntax), 0);
      else
        keep(head);
    }
  }

  void moveTo(std::size_t at) { m_at = at; }
  std::size_t at() const { return m_at; }

 private:
  [[noreturn]] void damaged(const std::string& reason) const { refuse(ErrorCode::FileDamaged, m_out.path, reason); }

  void keep(const ElementHead& head) {
    if (m_out.values.size() >= kMostElements) damaged("it has more elements than any slice");
    m_out.values[head.tag] = takeValue(head);
  }

  void need(std::uint64_t bytes) const {
    if (bytes > m_file.size() - m_at) cutShort(m_out.path, std::to_string(m_file.size()), m_at + bytes);
  }

  bool onlyZerosLeft() const {
    if (m_file.size() - m_at >= 8) return false;
    for (const std::byte b : m_file.subspan(m_at))
      if (b != std::byte{0}) return false;
    return true;
  }

  template <class Number>
  Number number(const Syntax& syntax, std::size_t at) const {
    return loadAs<Number>(m_file.data() + at, syntax.bigEndian);
  }

  ElementHead readHead(const Syntax& syntax) {
    need(8);
    ElementHead head;
    head.tag =
        static_cast<DicomTag>(number<std::uint16_t>(syntax, m_at)) << 16U | number<std::uint16_t>(syntax, m_at + 2);
    const std::string_view vr(reinterpret_cast<const char*>(m_file.data()) + m_at + 4, 2);
    const bool delimiter = head.tag >> 16U == 0xFFFE;
    // Some writers fall back to implicit lengths for single elements; a real VR is always two capitals.
    if (delimiter || !syntax.isExplicit || !isVr(vr)) {
      head.length = number<std::uint32_t>(syntax, m_at + 4);
      m_at += 8;
      return head;
    }
    head.vr = vr;
    if (!hasLongLength(vr)) {
      head.length = number<std::uint16_t>(syntax, m_at + 6);
      m_at += 8;
      return head;
    }
    need(12);
    head.length = number<std::uint32_t>(syntax, m_at + 8);
    m_at += 12;
    return head;
  }

  std::span<const std::byte> takeValue(const ElementHead& head) {
    if (head.length == kUndefined) damaged("an element has no length where it needs one");
    need(head.length);
    const auto value = m_file.subspan(m_at, head.length);
    m_at += head.length;
    return value;
  }

  /// A sequence of unknown VR and length is written as if implicit (DICOM PS3.5, 6.2.2).
  static Syntax syntaxInside(const ElementHead& head, const Syntax& syntax) {
    return head.vr == "UN" ? Syntax{false, false} : syntax;
  }

  void skipSequence(const Syntax& syntax, int depth) {
    if (depth > kDeepest) damaged("its sequences lie too deep in each other");
    for (;;) {
      const ElementHead item = readHead(syntax);
      if (item.tag == kSequenceEnd) return;
      if (item.tag != kItem) damaged("a sequence holds something that is no item");
      if (item.length == kUndefined)
        skipItem(syntax, depth);
      else
        takeValue(item);
    }
  }

  void skipItem(const Syntax& syntax, int depth) {
    for (;;) {
      const ElementHead head = readHead(syntax);
      if (head.tag == kItemEnd) return;
      if (head.length == kUndefined)
        skipSequence(syntaxInside(head, syntax), depth + 1);
      else
        takeValue(head);
    }
  }

  void readPixels(const ElementHead& head) {
    if (head.length != kUndefined) {
      m_out.values[kPixelData] = takeValue(head);
      return;
    }
    m_out.packed = true;
    const Syntax little{true, false};
    for (ElementHead item = readHead(little); item.tag != kSequenceEnd; item = readHead(little)) {
      if (item.tag != kItem) damaged("its packed pixels hold something that is no fragment");
      if (m_out.fragments.size() >= kMostFragments) damaged("its packed pixels are in more pieces than any slice");
      m_out.fragments.push_back(takeValue(item));
    }
    if (m_out.fragments.size() < 2) damaged("its packed pixels are missing");
    m_out.fragments.erase(m_out.fragments.begin());  // the table of offsets
  }

  std::span<const std::byte> m_file;
  DicomElements& m_out;
  std::size_t m_at = 0;
};

Syntax syntaxOf(const DicomElements& d) {
  const std::string& uid = d.transferSyntax;
  if (uid == "1.2.840.10008.1.2") return {false, false};
  if (uid == "1.2.840.10008.1.2.2") return {true, true};
  if (uid == "1.2.840.10008.1.2.1" || uid == "1.2.840.10008.1.2.5" || uid.starts_with("1.2.840.10008.1.2.4."))
    return {true, false};
  if (uid == "1.2.840.10008.1.2.1.99")
    refuse(ErrorCode::UnsupportedDicom, d.path, "it is deflated as a whole, header and pixels");
  refuse(ErrorCode::UnsupportedDicom, d.path, "its transfer syntax is \"" + shownText(uid) + "\"");
}

bool preambleIn(std::span<const std::byte> file) {
  return file.size() >= kPreamble + 4 &&
         std::string_view(reinterpret_cast<const char*>(file.data()) + kPreamble, 4) == "DICM";
}

std::string_view viewOf(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void fill(DicomElements& out, std::span<const std::byte> file) {
  Walk walk(file, out);
  if (preambleIn(file)) walk.moveTo(kPreamble + 4);
  walk.readMeta();
  out.transferSyntax = out.text(kTransferSyntax);
  if (out.transferSyntax.empty()) {
    const bool vr = walk.at() + 6 <= file.size() && isVr(viewOf(file).substr(walk.at() + 4, 2));
    out.transferSyntax = vr ? "1.2.840.10008.1.2.1" : "1.2.840.10008.1.2";
  }
  const Syntax syntax = syntaxOf(out);
  out.bigEndian = syntax.bigEndian;
  walk.readDataset(syntax);
}

}  // namespace

bool isDicom(std::span<const std::byte> start) {
  if (preambleIn(start)) return true;
  if (start.size() < 16) return false;
  const auto group = loadAs<std::uint16_t>(start.data(), false);
  const auto element = loadAs<std::uint16_t>(start.data() + 2, false);
  if ((group != 2 && group != 8) || element > 0x0070) return false;
  const bool vr = isVr(viewOf(start).substr(4, 2));
  return vr || (group == 8 && loadAs<std::uint32_t>(start.data() + 4, false) <= 64);
}

DicomElements parseDicom(const std::filesystem::path& path, std::span<const std::byte> file) {
  DicomElements out;
  out.path = platform::toUtf8(path);
  fill(out, file);
  return out;
}

PartialDicom parseDicomAsFarAsPossible(const std::filesystem::path& path, std::span<const std::byte> file) {
  PartialDicom out;
  out.elements.path = platform::toUtf8(path);
  try {
    fill(out.elements, file);
  } catch (const Error& error) {
    out.fault = error;
  }
  return out;
}

std::string DicomElements::text(DicomTag tag) const {
  const auto found = values.find(tag);
  if (found == values.end()) return {};
  std::string_view view = viewOf(found->second);
  while (!view.empty() && (view.back() == '\0' || view.back() == ' ')) view.remove_suffix(1);
  while (!view.empty() && view.front() == ' ') view.remove_prefix(1);
  return std::string(view);
}

std::optional<std::vector<double>> DicomElements::reals(DicomTag tag, std::size_t count) const {
  std::string rest = text(tag);
  std::vector<double> numbers;
  for (std::size_t begin = 0; begin <= rest.size();) {
    const std::size_t end = std::min(rest.find('\\', begin), rest.size());
    double value = 0;
    if (!parseReal(std::string(trimmed(std::string_view(rest).substr(begin, end - begin))), value)) return std::nullopt;
    numbers.push_back(value);
    begin = end + 1;
  }
  if (numbers.size() != count) return std::nullopt;
  return numbers;
}

std::optional<std::int64_t> DicomElements::integerText(DicomTag tag) const {
  const std::string word = text(tag);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

std::optional<std::uint16_t> DicomElements::word(DicomTag tag) const {
  const auto found = values.find(tag);
  if (found == values.end() || found->second.size() != 2) return std::nullopt;
  return loadAs<std::uint16_t>(found->second.data(), bigEndian);
}

}  // namespace hipwright
