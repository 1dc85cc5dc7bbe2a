#include "engine/io/refusal.h"

#include "engine/core/platform.h"

#include <cstdio>

namespace hipwright {
namespace {

constexpr std::size_t kMostShown = 80;

std::string inWords(std::uint64_t bytes) {
  const bool large = bytes >= 1'000'000'000;
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %s", static_cast<double>(bytes) / (large ? 1e9 : 1e6), large ? "GB" : "MB");
  return text;
}

/// Bytes of the UTF-8 character at `at`, 0 if there is none.
std::size_t characterBytes(const std::string& text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(at);
  const std::size_t count = first < 0x80                    ? 1
                            : first >= 0xc2 && first < 0xe0 ? 2
                            : (first & 0xf0U) == 0xe0       ? 3
                            : first >= 0xf0 && first < 0xf5 ? 4
                                                            : 0;
  for (std::size_t i = 1; i < count; ++i)
    if ((byte(at + i) & 0xc0U) != 0x80) return 0;
  return count;
}

}  // namespace

void refuse(ErrorCode code, const std::string& path, const std::string& reason) {
  throw Error(code, {{"path", path}, {"reason", reason}});
}

void cutShort(const std::string& path, const std::string& have, std::uint64_t need) {
  throw Error(ErrorCode::FileTruncated, {{"path", path}, {"have", have}, {"need", std::to_string(need)}});
}

void checkMemory(std::uint64_t bytes, const std::string& path) {
  const std::uint64_t free = platform::availableMemory();
  if (free != 0 && bytes > free)
    throw Error(ErrorCode::VolumeTooLarge, {{"path", path}, {"need", inWords(bytes)}, {"have", inWords(free)}});
}

std::string shownText(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size() && out.size() < kMostShown;) {
    const std::size_t count = characterBytes(text, at);
    const auto first = static_cast<unsigned char>(text[at]);
    // U+0080 to U+009F are control characters too.
    const bool control = first < 0x20 || first == 0x7f ||
                         (first == 0xc2 && count == 2 && static_cast<unsigned char>(text[at + 1]) < 0xa0);
    out += count == 0 ? "?" : control ? " " : text.substr(at, count);
    at += count == 0 ? 1 : count;
  }
  return out;
}

}  // namespace hipwright
