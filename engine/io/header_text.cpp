#include "engine/io/header_text.h"

#include "engine/core/platform.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <locale>
#include <sstream>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

template <class Number, class Parse>
std::vector<Number> numbersOf(const HeaderFields& fields, const std::string& name, std::size_t count, Parse parse) {
  const std::vector<std::string> words = wordsOf(fields.text(name));
  std::vector<Number> numbers(words.size());
  bool good = words.size() == count;
  for (std::size_t i = 0; i < words.size() && good; ++i) good = parse(words[i], numbers[i]);
  if (!good)
    refuse(ErrorCode::BadHeader, fields.path,
           "its field \"" + name + "\" is not " + std::to_string(count) + (count == 1 ? " number" : " numbers"));
  return numbers;
}

bool parseInteger(const std::string& word, std::int64_t& value) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && end == word.data() + word.size();
}

}  // namespace

bool takeLine(std::string_view& rest, std::string_view& line) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) return false;
  line = rest.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  rest.remove_prefix(end + 1);
  return true;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const auto end = std::min(text.find_first_of(" \t"), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

// Not std::from_chars, which some standard libraries of today still lack for reals. The stream knows neither "nan" nor
// "inf", which is right here, and the classic locale keeps the decimal point.
bool parseReal(const std::string& word, double& value) {
  std::istringstream stream(word);
  stream.imbue(std::locale::classic());
  return static_cast<bool>(stream >> value) && stream.peek() == std::istringstream::traits_type::eof() &&
         std::isfinite(value);
}

std::string HeaderFields::text(const std::string& name) const {
  const auto found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

std::vector<std::int64_t> HeaderFields::integers(const std::string& name, std::size_t count) const {
  return numbersOf<std::int64_t>(*this, name, count, parseInteger);
}

std::vector<double> HeaderFields::reals(const std::string& name, std::size_t count) const {
  return numbersOf<double>(*this, name, count, parseReal);
}

fs::path neighbourFile(const fs::path& header, const std::string& name) {
  const std::string plain = name.starts_with("./") ? name.substr(2) : name;
  const bool escapes = plain.empty() || plain == "." || plain == ".." ||
                       plain.find_first_of(std::string_view("/\\:\0", 4)) != std::string::npos;
  const fs::path folder = header.has_parent_path() ? header.parent_path() : fs::path(".");
  const fs::path file = folder / platform::fromUtf8(escapes ? "" : plain);
  std::error_code absent;
  const bool leads =
      !escapes && fs::is_symlink(file, absent) && fs::canonical(file, absent).parent_path() != fs::canonical(folder);
  if (escapes || leads)
    throw Error(ErrorCode::DataFileElsewhere, {{"path", platform::toUtf8(header)}, {"name", shownText(name)}});
  return file;
}

std::string nameWithout(const fs::path& path, const std::vector<std::string>& extensions) {
  std::string name = platform::toUtf8(path.filename());
  for (const std::string& extension : extensions)
    if (name.size() > extension.size() && lowered(name).ends_with(extension))
      name.resize(name.size() - extension.size());
  return name;
}

}  // namespace hipwright
