#include "engine/weights/zip_archive.h"

#include "engine/weights/crc32.h"
#include "engine/weights/little_endian.h"
#include "engine/weights/zip_directory.h"

#include <algorithm>
#include <utility>

namespace hipwright {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::size_t kLocalSize = 30;
constexpr std::uint16_t kEncrypted = 1;
constexpr std::uint16_t kSizesFollow = 8;  ///< the local header leaves CRC and sizes to a record behind the data

std::string quoted(const std::string& name) { return "entry " + printable(name); }

/// The content starts behind the local header, whose own name and padding may have other lengths than the table's.
std::uint64_t contentOffset(Bytes file, const ZipRow& row, const Refusal& refuse) {
  if (row.headerOffset > file.size() || file.size() - row.headerOffset < kLocalSize ||
      loadLittle<std::uint32_t>(file, row.headerOffset) != kLocalSignature)
    refuse.damaged(quoted(row.name) + " is not where the table of contents says");
  const std::uint64_t at = row.headerOffset;
  const std::uint64_t nameSize = loadLittle<std::uint16_t>(file, at + 26);
  const std::uint64_t start = at + kLocalSize + nameSize + loadLittle<std::uint16_t>(file, at + 28);
  if (start > file.size() || row.storedSize > file.size() - start)
    refuse.damaged(quoted(row.name) + " reaches beyond the end of the file");
  const Bytes name = file.subspan(at + kLocalSize, nameSize);
  const bool sameName = std::string_view(reinterpret_cast<const char*>(name.data()), name.size()) == row.name;
  if (!sameName || loadLittle<std::uint16_t>(file, at + 8) != row.method ||
      loadLittle<std::uint16_t>(file, at + 6) != row.flags)
    refuse.damaged(quoted(row.name) + " differs from the table of contents");
  return start;
}

void checkLocalNumbers(Bytes file, const ZipRow& row, const Refusal& refuse) {
  if ((row.flags & kSizesFollow) != 0) return;
  const std::uint64_t at = row.headerOffset;
  const auto same = [&](std::uint64_t offset, std::uint64_t value) {
    const auto local = loadLittle<std::uint32_t>(file, offset);
    return local == value || local == 0xFFFFFFFF;
  };
  if (loadLittle<std::uint32_t>(file, at + 14) != row.crc || !same(at + 18, row.storedSize) || !same(at + 22, row.size))
    refuse.damaged(quoted(row.name) + " differs from the table of contents");
}

void checkApart(std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges, std::uint64_t end, const Refusal& refuse) {
  std::sort(ranges.begin(), ranges.end());
  std::uint64_t free = 0;
  for (const auto& [first, last] : ranges) {
    if (first < free || last > end) refuse.damaged("its entries overlap");
    free = last;
  }
}

}  // namespace

ZipArchive::ZipArchive(Bytes file, const Refusal& refuse) : m_refuse(refuse) {
  const ZipDirectory directory = readZipDirectory(file, refuse);
  std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
  for (const ZipRow& row : directory.rows) {
    const std::uint64_t start = contentOffset(file, row, refuse);
    checkLocalNumbers(file, row, refuse);
    const bool plain = row.method == 0 && (row.flags & kEncrypted) == 0;
    if (plain && row.size != row.storedSize) refuse.damaged(quoted(row.name) + " has two different sizes");
    if (!m_byName.emplace(row.name, static_cast<int>(m_entries.size())).second)
      refuse.damaged(quoted(row.name) + " stands in it twice");
    ranges.emplace_back(row.headerOffset, start + row.storedSize);
    m_entries.push_back({row.name, file.subspan(start, row.storedSize), row.crc, plain});
  }
  checkApart(std::move(ranges), directory.offset, refuse);
  m_checked.assign(m_entries.size(), false);
}

int ZipArchive::find(std::string_view name) const {
  const auto found = m_byName.find(name);
  return found == m_byName.end() ? -1 : found->second;
}

Bytes ZipArchive::checkedContent(int entry) {
  const auto index = static_cast<std::size_t>(entry);
  const ZipEntry& wanted = m_entries.at(index);
  if (!wanted.plain)
    m_refuse.bad(quoted(wanted.name) +
                 " is compressed, which torch.save never does: another program packed the file again");
  if (!m_checked[index] && crc32(0, wanted.stored) != wanted.crc)
    m_refuse.damaged(quoted(wanted.name) + " does not have the checksum that was stored with it");
  m_checked[index] = true;
  return wanted.stored;
}

}  // namespace hipwright
