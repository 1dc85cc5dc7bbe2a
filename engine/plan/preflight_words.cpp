#include "engine/plan/preflight_words.h"

#include <array>
#include <cstdio>

namespace hipwright {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Remark::MetalKept) + 1> kSentences = {
#define HIPWRIGHT_PREFLIGHT_TEXT(name, text) text,
    HIPWRIGHT_PREFLIGHT_LIST(HIPWRIGHT_PREFLIGHT_TEXT)
#undef HIPWRIGHT_PREFLIGHT_TEXT
};

std::string formatted(const char* format, int precision, double value) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), format, precision, value);
  return text.data();
}

}  // namespace

Sentence say(Remark remark, std::map<std::string, std::string> values) {
  return {kSentences[static_cast<std::size_t>(remark)], std::move(values)};
}

std::vector<std::string_view> allRemarks() { return {kSentences.begin(), kSentences.end()}; }

std::string fixed(double value, int decimals) {
  const std::string text = formatted("%.*f", decimals, value);
  const bool nothing = text.find_first_of("123456789") == std::string::npos;
  return nothing && text.front() == '-' ? text.substr(1) : text;  // no "-0"
}

std::string significant(double value, int digits) { return formatted("%.*g", digits, value); }

void putPoint(std::map<std::string, std::string>& values, const std::array<const char*, 3>& names, const Vec3& point) {
  for (std::size_t a = 0; a < 3; ++a) values[names[a]] = fixed(point[a], 0);
}

}  // namespace hipwright
