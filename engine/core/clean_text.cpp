#include "engine/core/clean_text.h"

#include <algorithm>

namespace hipwright {
namespace {

unsigned byteOf(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

}  // namespace

std::size_t characterBytes(std::string_view text, std::size_t at) {
  const unsigned first = byteOf(text, at), second = byteOf(text, at + 1);
  if (first < 0x80) return at < text.size() ? 1 : 0;
  const std::size_t count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (std::size_t i = 1; i < count; ++i)
    if ((byteOf(text, at + i) & 0xc0U) != 0x80) return 0;
  const bool overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
  const bool notACharacter = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
  return overlong || notACharacter ? 0 : count;
}

// U+0080 to U+009F are control characters too, and so are the two that break lines.
bool isControlCharacter(std::string_view character) {
  const unsigned first = byteOf(character, 0), second = byteOf(character, 1), third = byteOf(character, 2);
  if (character.size() == 2) return first == 0xc2 && second < 0xa0;
  if (character.size() == 3) return first == 0xe2 && second == 0x80 && (third == 0xa8 || third == 0xa9);
  return character.size() == 1 && (first < 0x20 || first == 0x7f);
}

std::string cleanLine(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t count = characterBytes(text, at);
    const std::string_view character = text.substr(at, count);
    out += count == 0 ? "?" : isControlCharacter(character) ? " " : character;
    at += count == 0 ? 1 : count;
  }
  return out;
}

std::string cleanLines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", at), text.size());
    out += cleanLine(text.substr(at, end - at));
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
  return out;
}

}  // namespace hipwright
