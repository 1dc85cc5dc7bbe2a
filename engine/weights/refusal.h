// How the readers of this folder refuse a file: one place that words the errors and cleans what they quote from it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hipwright {

/// Text from an untrusted file, fit for a message: valid UTF-8 without control characters, shortened to 120 bytes.
std::string printable(std::string_view text);

/// True if `text` is a name as networks have it: valid UTF-8 without control characters, 1 to 512 bytes.
bool isPlainName(std::string_view text);

/// Throws for one file. Copies are cheap enough to keep.
class Refusal {
 public:
  explicit Refusal(const std::filesystem::path& path);

  [[noreturn]] void truncated(std::uint64_t have, std::uint64_t need) const;
  [[noreturn]] void damaged(const std::string& reason) const;  ///< FileDamaged
  [[noreturn]] void unknownFormat(const std::string& reason) const;
  [[noreturn]] void legacy() const;
  [[noreturn]] void unsafe(const std::string& name) const;  ///< UnsafePickle
  [[noreturn]] void bad(const std::string& reason) const;   ///< BadCheckpoint

 private:
  std::string m_path;
};

}  // namespace hipwright
