#include "engine/plan/preflight_words.h"

#include <algorithm>
#include <array>
#include <cmath>
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

std::string whole(double value) { return std::abs(value) < 1e5 ? fixed(value, 0) : significant(value, 2); }

int decimalsFor(const Vec3& sizeMm) {
  const double least = *std::min_element(sizeMm.begin(), sizeMm.end());
  return least >= 10 ? 0 : least >= 1 ? 1 : 2;
}

void putPoint(std::map<std::string, std::string>& values, const std::array<const char*, 3>& names, const Vec3& point,
              int decimals) {
  for (std::size_t a = 0; a < 3; ++a) values[names[a]] = fixed(point[a], decimals);
}

}  // namespace hipwright
