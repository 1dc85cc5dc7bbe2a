#include "engine/weights/zip_directory.h"

#include "engine/weights/little_endian.h"

#include <algorithm>
#include <optional>

namespace hipwright {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::uint32_t kRowSignature = 0x02014b50;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kLocator64Size = 20;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kRowSize = 46;
constexpr std::uint16_t kZip64Field = 1;
constexpr std::uint32_t kIn64 = 0xFFFFFFFF;  ///< a 32-bit field whose value stands in the zip64 part

struct Table {
  std::uint64_t count = 0;
  std::uint64_t size = 0;
  std::uint64_t offset = 0;
  std::uint64_t end = 0;  ///< where the record that describes the table starts
};

/// The last record that fits the end of the file with its comment.
std::optional<std::size_t> findEnd(Bytes file) {
  if (file.size() < kEndSize) return std::nullopt;
  const std::size_t furthest = std::min<std::size_t>(file.size() - kEndSize, 0xFFFF);
  for (std::size_t comment = 0; comment <= furthest; ++comment) {
    const std::size_t at = file.size() - kEndSize - comment;
    if (loadLittle<std::uint32_t>(file, at) == kEndSignature && loadLittle<std::uint16_t>(file, at + 20) == comment)
      return at;
  }
  return std::nullopt;
}

Table readTable64(Bytes file, std::size_t locator, const Refusal& refuse) {
  const auto at = loadLittle<std::uint64_t>(file, locator + 8);
  if (locator < kEnd64Size || at > locator - kEnd64Size || loadLittle<std::uint32_t>(file, at) != kEnd64Signature)
    refuse.damaged("the zip64 record at its end is not where it should be");
  return {loadLittle<std::uint64_t>(file, at + 32), loadLittle<std::uint64_t>(file, at + 40),
          loadLittle<std::uint64_t>(file, at + 48), at};
}

Table readTable(Bytes file, const Refusal& refuse) {
  const auto end = findEnd(file);
  if (!end) refuse.damaged("the table of contents at its end is missing, so it was probably cut short");
  if (*end >= kLocator64Size && loadLittle<std::uint32_t>(file, *end - kLocator64Size) == kLocator64Signature)
    return readTable64(file, *end - kLocator64Size, refuse);
  return {loadLittle<std::uint16_t>(file, *end + 10), loadLittle<std::uint32_t>(file, *end + 12),
          loadLittle<std::uint32_t>(file, *end + 16), *end};
}

/// Fills in the values that are too large for the row's 32-bit fields, in the order the format fixes.
void readZip64Field(Bytes extra, ZipRow& row, const Refusal& refuse) {
  std::size_t at = 0;
  while (at + 4 <= extra.size()) {
    const auto id = loadLittle<std::uint16_t>(extra, at);
    const std::size_t size = loadLittle<std::uint16_t>(extra, at + 2);
    if (size > extra.size() - at - 4) break;
    if (id == kZip64Field) {
      const Bytes field = extra.subspan(at + 4, size);
      std::size_t next = 0;
      for (std::uint64_t* value : {&row.size, &row.storedSize, &row.headerOffset}) {
        if (*value != kIn64) continue;
        if (next + 8 > field.size()) refuse.damaged("a zip64 field in its table of contents is too short");
        *value = loadLittle<std::uint64_t>(field, next);
        next += 8;
      }
      return;
    }
    at += 4 + size;
  }
}

/// Reads the row at `at` and moves `at` behind it.
ZipRow readRow(Bytes table, std::size_t& at, const Refusal& refuse) {
  if (table.size() - at < kRowSize || loadLittle<std::uint32_t>(table, at) != kRowSignature)
    refuse.damaged("its table of contents is broken");
  const std::size_t nameSize = loadLittle<std::uint16_t>(table, at + 28);
  const std::size_t extraSize = loadLittle<std::uint16_t>(table, at + 30);
  const std::size_t commentSize = loadLittle<std::uint16_t>(table, at + 32);
  if (nameSize + extraSize + commentSize > table.size() - at - kRowSize)
    refuse.damaged("its table of contents is broken");
  ZipRow row;
  row.flags = loadLittle<std::uint16_t>(table, at + 8);
  row.method = loadLittle<std::uint16_t>(table, at + 10);
  row.crc = loadLittle<std::uint32_t>(table, at + 16);
  row.storedSize = loadLittle<std::uint32_t>(table, at + 20);
  row.size = loadLittle<std::uint32_t>(table, at + 24);
  row.headerOffset = loadLittle<std::uint32_t>(table, at + 42);
  const Bytes name = table.subspan(at + kRowSize, nameSize);
  row.name.assign(reinterpret_cast<const char*>(name.data()), name.size());
  readZip64Field(table.subspan(at + kRowSize + nameSize, extraSize), row, refuse);
  at += kRowSize + nameSize + extraSize + commentSize;
  return row;
}

}  // namespace

ZipDirectory readZipDirectory(Bytes file, const Refusal& refuse) {
  const Table table = readTable(file, refuse);
  if (table.offset > table.end || table.size != table.end - table.offset)
    refuse.damaged("its table of contents is not where its end says");
  if (table.count > table.size / kRowSize) refuse.damaged("its table of contents announces more entries than it holds");
  const Bytes bytes = file.subspan(table.offset, table.size);
  ZipDirectory directory;
  directory.offset = table.offset;
  std::size_t at = 0;
  for (std::uint64_t i = 0; i < table.count; ++i) directory.rows.push_back(readRow(bytes, at, refuse));
  if (at != bytes.size()) refuse.damaged("its table of contents holds more entries than it announces");
  return directory;
}

}  // namespace hipwright
