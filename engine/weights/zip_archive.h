// The stored (not deflated) entries of a zip file in memory, as torch.save writes them. Nothing is copied.
#pragma once

#include "engine/weights/refusal.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright {

struct ZipEntry {
  std::string name;
  std::span<const std::byte> stored;  ///< the bytes in the file, which are the content if `plain`
  std::uint32_t crc = 0;
  bool plain = false;  ///< neither compressed nor encrypted
};

/// Opening reads the table of contents (zip64 too) and compares every local header with it: names, sizes, no overlap,
/// no name twice. Throws Error(FileDamaged | BadCheckpoint). One thread at a time.
class ZipArchive {
 public:
  /// `file` must outlive the archive.
  ZipArchive(std::span<const std::byte> file, const Refusal& refuse);

  const std::vector<ZipEntry>& entries() const { return m_entries; }

  /// Position in entries(), or -1 if there is none of this name.
  int find(std::string_view name) const;

  /// The content of an entry, its CRC-32 checked the first time. Throws Error(FileDamaged | BadCheckpoint).
  std::span<const std::byte> checkedContent(int entry);

 private:
  std::vector<ZipEntry> m_entries;
  std::vector<bool> m_checked;
  std::map<std::string, int, std::less<>> m_byName;
  const Refusal& m_refuse;
};

}  // namespace hipwright
