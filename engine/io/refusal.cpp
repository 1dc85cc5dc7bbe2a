#include "engine/io/refusal.h"

#include "engine/core/clean_text.h"
#include "engine/core/platform.h"

#include <algorithm>
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
  std::string out = cleanLine(std::string_view(text).substr(0, kMostShown + 4));  // a character more, to cut behind one
  std::size_t size = std::min(kMostShown, out.size());
  while (size < out.size() && (static_cast<unsigned char>(out[size]) & 0xc0U) == 0x80) ++size;
  return out.substr(0, size);
}

}  // namespace hipwright
