#include "app/cli/terminal_text.h"

#include "engine/core/clean_text.h"

namespace hipwright::cli {

std::string forTerminal(std::string text) { return cleanLines(text); }

}  // namespace hipwright::cli
