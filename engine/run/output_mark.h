// The mark that outputs of a demo model carry in their headers, and finding it again in a file that was copied away.
#pragma once

#include <string>

namespace hipwright {

inline constexpr const char* kDemoMark = "DEMO";

/// What the headers of volumes say; `mark` is kDemoMark or empty.
inline std::string outputDescription(const std::string& mark) {
  return "Hipwright" + (mark.empty() ? mark : " " + mark) + ", research use only";
}

/// The mark in such a description; empty for none and for descriptions of other programs.
inline std::string markIn(const std::string& description) {
  return description == outputDescription(kDemoMark) ? kDemoMark : "";
}

}  // namespace hipwright
