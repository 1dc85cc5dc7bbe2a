// SHA-256 (FIPS 180-4): names files and requests by their content.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace hipwright {

/// Hashes bytes given in any number of pieces.
class Sha256 {
 public:
  void add(std::span<const std::byte> bytes);

  /// The digest of everything added so far, as 64 lower-case hex digits. More may be added afterwards.
  std::string hexDigest() const;

 private:
  static constexpr std::size_t kBlock = 64;

  std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                       0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, kBlock> m_rest{};  ///< bytes that do not fill a block yet
  std::uint64_t m_length = 0;              ///< bytes added so far
};

/// SHA-256 of a file's bytes. Throws Error(FileNotFound | FileUnreadable). Any thread.
std::string sha256OfFile(const std::filesystem::path& path);
std::string sha256OfText(std::string_view text);

}  // namespace hipwright
