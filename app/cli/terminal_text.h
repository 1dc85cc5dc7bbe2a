// Words that come from files, made fit for a terminal.
#pragma once

#include <string>

namespace hipwright::cli {

/// UTF-8 in which each control character but the line feed and the tab is a blank, and a question mark what is none, so
/// that a name or a comment in a file cannot move the cursor, change colours or answer for the user.
std::string forTerminal(std::string text);

}  // namespace hipwright::cli
