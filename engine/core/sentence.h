// A sentence with its values apart, so that a program can say it in another language.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright {

struct Sentence {
  std::string_view pattern;  ///< English, of static storage; {name} is a value
  std::map<std::string, std::string> values;

  std::string text() const;  ///< in English, with the values filled in
  bool operator==(const Sentence&) const = default;
};

/// One after another.
std::string plainText(const std::vector<Sentence>& sentences);

}  // namespace hipwright
