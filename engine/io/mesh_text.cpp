#include "engine/io/mesh_text.h"

#include "engine/io/mesh_encoding.h"

#include <array>
#include <charconv>
#include <cmath>

namespace hipwright {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 30;
  std::string out(1, '"');
  out.append(text.substr(0, kMost));
  return out.append(text.size() > kMost ? "...\"" : "\"");
}

template <typename Number>
Number parsed(std::string_view text, const std::string& path) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    damagedMesh(path, quoted(text) + " is not a number it can hold");
  return value;
}

}  // namespace

void appendNumber(std::string& out, double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), static_cast<float>(value)).ptr;
  out.append(text.data(), end);
}

void appendWhole(std::string& out, std::uint64_t value) { out += std::to_string(value); }

void appendPoint(std::string& out, const Vec3& p) {
  for (const double x : p) {
    out += ' ';
    appendNumber(out, x);
  }
}

std::string_view WordReader::next() {
  m_rest.remove_prefix(std::min(m_rest.find_first_not_of(kBlanks), m_rest.size()));
  const std::string_view word = m_rest.substr(0, m_rest.find_first_of(kBlanks));
  m_rest.remove_prefix(word.size());
  return word;
}

std::string_view WordReader::line() {
  std::string_view text = m_rest.substr(0, m_rest.find('\n'));
  m_rest.remove_prefix(std::min(text.size() + 1, m_rest.size()));
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

void WordReader::expect(std::string_view word) {
  const std::string_view found = next();
  if (found != word) damagedMesh(m_path, quoted(found) + " stands where " + quoted(word) + " belongs");
}

Vec3 WordReader::point() {
  Vec3 p{};
  for (double& x : p) x = parseNumber(next(), m_path);
  return p;
}

double parseNumber(std::string_view text, const std::string& path) {
  const double value = parsed<double>(text.substr(text.starts_with('+') ? 1 : 0), path);
  if (!std::isfinite(value)) damagedMesh(path, "it has a corner that is not a number");
  return value;
}

std::uint32_t parseWhole(std::string_view text, const std::string& path) { return parsed<std::uint32_t>(text, path); }

}  // namespace hipwright
