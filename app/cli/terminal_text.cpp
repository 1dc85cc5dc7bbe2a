#include "app/cli/terminal_text.h"

namespace hipwright::cli {

std::string forTerminal(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto before = i == 0 ? 0 : static_cast<unsigned char>(text[i - 1]);
    const bool low = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f;
    const bool high = before == 0xc2 && byte >= 0x80 && byte < 0xa0;  // U+0080 to U+009F in two bytes
    if (high) text[i - 1] = ' ';
    if (low || high) text[i] = ' ';
  }
  return text;
}

}  // namespace hipwright::cli
