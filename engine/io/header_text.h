// Text headers of NRRD and MetaImage: lines, names and numbers, read strictly; and the data file they name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright {

/// Longest header that is believed, in bytes.
inline constexpr std::size_t kMostHeaderBytes = std::size_t{1} << 20;

/// Takes the next line off `rest`, without its end (LF or CR LF). False if there is no whole line left.
bool takeLine(std::string_view& rest, std::string_view& line);

std::string_view trimmed(std::string_view text);
std::string lowered(std::string_view text);

/// Words between blanks.
std::vector<std::string> wordsOf(std::string_view text);

/// The fields of a header by lowered name, with the file's name for messages.
struct HeaderFields {
  std::string path;
  std::map<std::string, std::string> values;

  bool has(const std::string& name) const { return values.contains(name); }
  /// Empty if it is absent.
  std::string text(const std::string& name) const;
  /// Exactly `count` whole numbers. Throws Error(BadHeader).
  std::vector<std::int64_t> integers(const std::string& name, std::size_t count) const;
  /// Exactly `count` finite numbers. Throws Error(BadHeader).
  std::vector<double> reals(const std::string& name, std::size_t count) const;
};

/// True for a number that fills the whole word.
bool parseReal(const std::string& word, double& value);

/// The file that a header names as its data, which must lie beside it: no folder, no absolute path, no way out through
/// a link. Throws Error(DataFileElsewhere).
std::filesystem::path neighbourFile(const std::filesystem::path& header, const std::string& name);

/// The file's name without folder and without any of the extensions, given in lower case.
std::string nameWithout(const std::filesystem::path& path, const std::vector<std::string>& extensions);

}  // namespace hipwright
