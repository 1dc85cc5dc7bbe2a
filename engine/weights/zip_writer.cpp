#include "engine/weights/zip_writer.h"

#include "engine/core/error.h"
#include "engine/weights/crc32.h"
#include "engine/weights/little_endian.h"

#include <algorithm>

namespace hipwright {
namespace {

constexpr std::size_t kAlignment = 64;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kFieldHeader = 4;
constexpr std::uint16_t kPaddingField = 0x4246;  ///< "FB", the field torch pads with
constexpr std::uint16_t kVersion = 45;           ///< of the format: the first that knows zip64
constexpr std::uint16_t kUtf8Names = 0x0800;
constexpr std::uint16_t kFirstDay = 0x0021;  ///< 1 January 1980: the same weights give the same bytes
constexpr std::uint64_t kMost32 = 0xFFFFFFFF;

/// Version, flags, method, time and date: the same in a local header and in the table.
void appendCommon(std::string& out) {
  appendLittle<std::uint16_t>(out, kVersion);
  appendLittle<std::uint16_t>(out, kUtf8Names);
  appendLittle<std::uint16_t>(out, 0);
  appendLittle<std::uint16_t>(out, 0);
  appendLittle<std::uint16_t>(out, kFirstDay);
}

/// Fills up to the next multiple of 64, counting the field's own header.
std::string padding(std::uint64_t contentWithout) {
  const std::uint64_t start = contentWithout + kFieldHeader;
  const std::size_t fill = (kAlignment - start % kAlignment) % kAlignment;
  std::string field;
  appendLittle<std::uint16_t>(field, kPaddingField);
  appendLittle<std::uint16_t>(field, static_cast<std::uint16_t>(fill));
  return field.append(fill, 'Z');
}

}  // namespace

void ZipWriter::add(const std::string& name, std::string_view content) {
  if (content.size() >= kMost32) throw Error(ErrorCode::Internal, {{"reason", "a tensor of 4 GB cannot be written"}});
  Entry entry;
  entry.name = name;
  entry.crc = crc32(0, std::as_bytes(std::span(content.data(), content.size())));
  entry.size = static_cast<std::uint32_t>(content.size());
  entry.offset = m_at;
  const std::string extra = padding(m_at + kLocalSize + name.size());
  std::string header = "PK\x03\x04";
  appendCommon(header);
  appendLittle(header, entry.crc);
  appendLittle(header, entry.size);
  appendLittle(header, entry.size);
  appendLittle(header, static_cast<std::uint16_t>(name.size()));
  appendLittle(header, static_cast<std::uint16_t>(extra.size()));
  write(header + name + extra);
  write(content);
  m_entries.push_back(std::move(entry));
}

void ZipWriter::finish() {
  const std::uint64_t start = m_at;
  for (const Entry& entry : m_entries) write(row(entry));
  const std::uint64_t size = m_at - start;
  const std::uint64_t count = m_entries.size();

  std::string end;
  if (start >= kMost32 || count >= 0xFFFF) {
    end = "PK\x06\x06";
    appendLittle<std::uint64_t>(end, 44);
    appendLittle<std::uint16_t>(end, kVersion);
    appendLittle<std::uint16_t>(end, kVersion);
    appendLittle<std::uint64_t>(end, 0);
    for (const std::uint64_t value : {count, count, size, start}) appendLittle(end, value);
    end += "PK\x06\x07";
    appendLittle<std::uint32_t>(end, 0);
    appendLittle<std::uint64_t>(end, m_at);
    appendLittle<std::uint32_t>(end, 1);
  }
  end += "PK\x05\x06";
  appendLittle<std::uint32_t>(end, 0);
  const auto shortCount = static_cast<std::uint16_t>(std::min<std::uint64_t>(count, 0xFFFF));
  appendLittle(end, shortCount);
  appendLittle(end, shortCount);
  appendLittle(end, static_cast<std::uint32_t>(size));
  appendLittle(end, static_cast<std::uint32_t>(std::min(start, kMost32)));
  appendLittle<std::uint16_t>(end, 0);
  write(end);
}

std::string ZipWriter::row(const Entry& entry) const {
  const bool far = entry.offset >= kMost32;
  std::string out = "PK\x01\x02";
  appendLittle<std::uint16_t>(out, kVersion);
  appendCommon(out);
  appendLittle(out, entry.crc);
  appendLittle(out, entry.size);
  appendLittle(out, entry.size);
  appendLittle(out, static_cast<std::uint16_t>(entry.name.size()));
  appendLittle<std::uint16_t>(out, far ? 12 : 0);
  out.append(2 + 2 + 2 + 4, '\0');  // comment, disk, two kinds of attributes
  appendLittle(out, static_cast<std::uint32_t>(std::min(entry.offset, kMost32)));
  out += entry.name;
  if (far) {
    appendLittle<std::uint16_t>(out, 1);
    appendLittle<std::uint16_t>(out, 8);
    appendLittle(out, entry.offset);
  }
  return out;
}

void ZipWriter::write(std::string_view bytes) {
  m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  m_at += bytes.size();
}

}  // namespace hipwright
