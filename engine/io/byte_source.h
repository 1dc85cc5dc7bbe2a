// Bytes of a file as its content: as they are, or inflated if they are packed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace hipwright {

/// Gives the content of a file piece by piece, in order. One thread.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Fills `out` and returns how many bytes it got: fewer than asked only where the content ends or the file is cut
  /// short. Throws Error(FileDamaged) if the bytes cannot be right.
  virtual std::size_t read(std::span<std::byte> out) = 0;

  /// Checks, after everything was read, that the file ends as it should: checksum, length, nothing behind it.
  /// Throws Error(FileDamaged).
  virtual void checkEnd() = 0;

  /// No more bytes than this can come, whatever a header says: the length of a plain file, the best case of a packed
  /// one.
  virtual std::uint64_t mostBytes() const = 0;
};

/// How the bytes are packed. By content: gzip if they begin like it, else plain.
enum class Packing { ByContent, Plain, Gzip, Zlib };

/// `file` outlives the source; `path` is for messages.
std::unique_ptr<ByteSource> openByteSource(const std::filesystem::path& path, std::span<const std::byte> file,
                                           Packing packing = Packing::ByContent);

}  // namespace hipwright
