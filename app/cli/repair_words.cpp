#include "app/cli/repair_words.h"

#include "engine/core/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hipwright::cli {
namespace {

[[noreturn]] void refuse(const std::string& word) {
  throw Error(ErrorCode::BadRequest,
              {{"problems",
                "--repair does not know \"" + word + "\"; it takes none, clean, parts=N, smooth=MM and decimate=MM"}});
}

template <typename Number>
Number valueOf(const std::string& word, std::size_t equals) {
  Number value{};
  const char* end = word.data() + word.size();
  const auto [stop, error] = std::from_chars(word.data() + equals + 1, end, value);
  if (error != std::errc{} || stop != end) refuse(word);
  return value;
}

}  // namespace

RepairOptions parseRepair(const std::vector<std::string>& words) {
  const auto has = [&](const char* word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  if (has("none") && has("clean"))
    throw Error(ErrorCode::BadRequest, {{"problems", "--repair takes none or clean, not both"}});
  RepairOptions options;
  for (const std::string& word : words) {
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string step = word.substr(0, equals);
    if (word == "none") {
      options.clean = false;
    } else if (word == "clean") {
      options.clean = true;
    } else if (step == "parts" && equals < word.size()) {
      options.keepParts = valueOf<int>(word, equals);
    } else if (step == "smooth" && equals < word.size()) {
      options.smoothMm = valueOf<double>(word, equals);
    } else if (step == "decimate" && equals < word.size()) {
      options.decimateMm = valueOf<double>(word, equals);
    } else {
      refuse(word);
    }
  }
  return options;
}

}  // namespace hipwright::cli
