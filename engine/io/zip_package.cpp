#include "engine/io/zip_package.h"

#include "engine/core/error.h"
#include "engine/io/byte_order.h"
#include "engine/io/mesh_encoding.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>
#include <string_view>

namespace hipwright {
namespace {

constexpr std::string_view kLocalMark = "PK\x03\x04", kRowMark = "PK\x01\x02", kEndMark = "PK\x05\x06";
constexpr std::size_t kLocalBytes = 30, kRowBytes = 46, kEndBytes = 22;
constexpr std::uint16_t kVersion = 20, kUtf8Names = 0x0800, kEncrypted = 0x0001, kFirstDay = 0x0021;
constexpr std::uint16_t kStored = 0, kDeflated = 8;
constexpr std::uint64_t kMostBytes = std::uint64_t{2} << 30;
constexpr std::uint64_t kMostRatio = 1040;  // of deflate, with a margin
constexpr int kRawWindow = -MAX_WBITS;      // neither zlib's header nor its checksum

template <typename Number>
void append(std::string& out, Number value) {
  std::array<std::byte, sizeof(Number)> bytes{};
  storeAs(value, bytes.data(), false);
  out.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

std::uint32_t checksum(std::string_view content) {
  uLong crc = crc32(0, nullptr, 0);
  constexpr std::size_t kBatch = std::size_t{1} << 30;
  for (; !content.empty(); content.remove_prefix(std::min(kBatch, content.size())))
    crc =
        crc32(crc, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(std::min(kBatch, content.size())));
  return static_cast<std::uint32_t>(crc);
}

Bytef* bytesOf(const std::string& text) { return reinterpret_cast<Bytef*>(const_cast<char*>(text.data())); }

std::string deflated(const std::string& content) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRawWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw Error(ErrorCode::OutOfMemory, {{"phase", "writing a package"}});
  std::string out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  stream.next_in = bytesOf(content);
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = bytesOf(out);
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw Error(ErrorCode::Internal, {{"reason", "a package part was not compressed"}});
  return out;
}

/// Exactly `size` bytes, or nothing.
std::string inflated(std::string_view stored, std::uint64_t size) {
  z_stream stream{};
  if (inflateInit2(&stream, kRawWindow) != Z_OK) throw Error(ErrorCode::OutOfMemory, {{"phase", "reading a package"}});
  std::string out(size, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(stored.data()));
  stream.avail_in = static_cast<uInt>(stored.size());
  stream.next_out = bytesOf(out);
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  const bool whole = result == Z_STREAM_END && stream.avail_in == 0 && stream.total_out == size;
  inflateEnd(&stream);
  return whole ? out : std::string();
}

struct Row {
  std::string name;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;
  std::uint32_t crc = 0;
  std::uint32_t storedSize = 0;
  std::uint32_t size = 0;
  std::uint32_t offset = 0;
};

/// Version, flags, method, time, date, checksum and sizes: the same in a local header and in the table.
void appendCommon(std::string& out, const Row& row) {
  for (const std::uint16_t value : {kVersion, kUtf8Names, kDeflated, std::uint16_t{0}, kFirstDay}) append(out, value);
  for (const std::uint32_t value : {row.crc, row.storedSize, row.size}) append(out, value);
  append(out, static_cast<std::uint16_t>(row.name.size()));
  append(out, std::uint16_t{0});
}

std::uint32_t checkedSize(std::size_t size) {
  if (size >= std::numeric_limits<std::uint32_t>::max())
    throw Error(ErrorCode::Internal, {{"reason", "a package of 4 GiB cannot be written"}});
  return static_cast<std::uint32_t>(size);
}

class Unpacking {
 public:
  Unpacking(FileBytes file, const std::string& path)
      : m_file(reinterpret_cast<const char*>(file.data()), file.size()), m_path(path) {}

  std::vector<PackagePart> run() {
    std::vector<PackagePart> parts;
    std::set<std::string> names;
    std::uint64_t total = 0;
    for (const Row& row : rows()) {
      if (!names.insert(row.name).second) refuse("it has two parts of one name");
      total += row.size;
      if (total > kMostBytes || row.size > kMostRatio * (std::uint64_t{row.storedSize} + 1)) refuse("it is too large");
      parts.push_back({row.name, contentOf(row)});
    }
    return parts;
  }

 private:
  [[noreturn]] void refuse(const char* reason) const { damagedMesh(m_path, reason); }

  template <typename Number>
  Number number(std::uint64_t at) const {
    return loadAs<Number>(reinterpret_cast<const std::byte*>(part(at, sizeof(Number)).data()), false);
  }

  std::string_view part(std::uint64_t at, std::uint64_t size) const {
    if (at > m_file.size() || size > m_file.size() - at) refuse("its table of contents does not fit the file");
    return m_file.substr(at, size);
  }

  std::vector<Row> rows() {
    const std::size_t end = m_file.rfind(kEndMark);
    if (end == std::string_view::npos || m_file.size() - end < kEndBytes) refuse("its table of contents is missing");
    const auto count = number<std::uint16_t>(end + 10);
    m_tableStart = number<std::uint32_t>(end + 16);
    if (number<std::uint16_t>(end + 8) != count || m_tableStart == std::numeric_limits<std::uint32_t>::max() ||
        end + kEndBytes + number<std::uint16_t>(end + 20) != m_file.size())
      refuse("it is in several pieces or of the zip64 kind");
    std::uint64_t at = m_tableStart;
    std::vector<Row> out;
    for (int i = 0; i < count; ++i) out.push_back(rowAt(at));
    if (at != end || at != m_tableStart + number<std::uint32_t>(end + 12))
      refuse("its table of contents does not end where it says");
    return out;
  }

  Row rowAt(std::uint64_t& at) const {
    if (part(at, kRowBytes).substr(0, 4) != kRowMark) refuse("its table of contents is broken");
    Row row;
    row.flags = number<std::uint16_t>(at + 8);
    row.method = number<std::uint16_t>(at + 10);
    row.crc = number<std::uint32_t>(at + 16);
    row.storedSize = number<std::uint32_t>(at + 20);
    row.size = number<std::uint32_t>(at + 24);
    row.offset = number<std::uint32_t>(at + 42);
    const auto nameSize = number<std::uint16_t>(at + 28);
    row.name = part(at + kRowBytes, nameSize);
    at += kRowBytes + nameSize + number<std::uint16_t>(at + 30) + number<std::uint16_t>(at + 32);
    return row;
  }

  std::string contentOf(const Row& row) const {
    const std::uint64_t at = row.offset;
    const auto nameSize = number<std::uint16_t>(at + 26);
    if (part(at, kLocalBytes).substr(0, 4) != kLocalMark || number<std::uint16_t>(at + 8) != row.method ||
        part(at + kLocalBytes, nameSize) != row.name)
      refuse("a part differs from the table of contents");
    if ((row.flags & kEncrypted) != 0 || (row.method != kStored && row.method != kDeflated))
      refuse("a part is encrypted or compressed in an unknown way");
    const std::uint64_t start = at + kLocalBytes + nameSize + number<std::uint16_t>(at + 28);
    if (start + row.storedSize > m_tableStart) refuse("a part reaches into the table of contents");
    const std::string_view stored = part(start, row.storedSize);
    std::string content = row.method == kStored ? std::string(stored) : inflated(stored, row.size);
    if (content.size() != row.size || checksum(content) != row.crc) refuse("a part does not have its checksum");
    return content;
  }

  std::string_view m_file;
  const std::string& m_path;
  std::uint64_t m_tableStart = 0;
};

}  // namespace

std::string packZip(const std::vector<PackagePart>& parts) {
  std::string out, table;
  for (const PackagePart& part : parts) {
    const std::string stored = deflated((checkedSize(part.content.size()), part.content));
    const Row row{part.name,
                  0,
                  0,
                  checksum(part.content),
                  checkedSize(stored.size()),
                  checkedSize(part.content.size()),
                  checkedSize(out.size())};
    out += kLocalMark;
    appendCommon(out, row);
    out += row.name + stored;
    table += kRowMark;
    append(table, kVersion);
    appendCommon(table, row);
    table.append(2 + 2 + 2 + 4, '\0');  // comment, disk, two kinds of attributes
    append(table, row.offset);
    table += row.name;
  }
  const std::uint32_t start = checkedSize(out.size());
  out += table;
  out += kEndMark;
  append(out, std::uint32_t{0});
  for (int i = 0; i < 2; ++i) append(out, static_cast<std::uint16_t>(parts.size()));
  append(out, checkedSize(table.size()));
  append(out, start);
  append(out, std::uint16_t{0});
  return out;
}

std::vector<PackagePart> unpackZip(std::span<const std::byte> file, const std::string& path) {
  return Unpacking(file, path).run();
}

}  // namespace hipwright
