// Text from strangers (file names, headers) made fit to be shown: a terminal obeys control characters.
#pragma once

#include <string>
#include <string_view>

namespace hipwright {

/// Control characters, line breaks among them, become spaces, bytes that are no UTF-8 question marks. Any thread.
std::string cleanLine(std::string_view text);

/// Bytes of the UTF-8 character at `at`; 0 if there is none, or one that is longer than it need be.
std::size_t characterBytes(std::string_view text, std::size_t at);

/// Of one UTF-8 character: whether a terminal obeys it or breaks the line at it.
bool isControlCharacter(std::string_view character);

/// The same, but line feeds and tabs stay: for text whose lines are our own.
std::string cleanLines(std::string_view text);

}  // namespace hipwright
