// Text from strangers (file names, headers) made fit to be shown: a terminal obeys control characters.
#pragma once

#include <string>
#include <string_view>

namespace hipwright {

/// Control characters, line breaks among them, become spaces, bytes that are no UTF-8 question marks. Any thread.
std::string cleanLine(std::string_view text);

/// The same, but line feeds and tabs stay: for text whose lines are our own.
std::string cleanLines(std::string_view text);

}  // namespace hipwright
