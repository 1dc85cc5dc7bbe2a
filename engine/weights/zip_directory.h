// The table of contents at the end of a zip file, zip64 included.
#pragma once

#include "engine/weights/refusal.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hipwright {

/// One row of the table of contents, as it stands there.
struct ZipRow {
  std::string name;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;  ///< 0: stored
  std::uint32_t crc = 0;
  std::uint64_t storedSize = 0;    ///< bytes in the file
  std::uint64_t size = 0;          ///< bytes after decompression
  std::uint64_t headerOffset = 0;  ///< of the local header, from the start of the file
};

struct ZipDirectory {
  std::vector<ZipRow> rows;
  std::uint64_t offset = 0;  ///< where the table starts, that is where the entries end
};

/// Throws Error(FileDamaged) if the table is missing, cut, or inconsistent. Any thread.
ZipDirectory readZipDirectory(std::span<const std::byte> file, const Refusal& refuse);

}  // namespace hipwright
