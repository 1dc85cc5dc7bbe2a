#include "engine/run/preset_files.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/sha256.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kLargestFile = 64 * 1024;
constexpr std::size_t kMostFiles = 500;
constexpr std::size_t kLongestSlug = 40;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool isWordCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::vector<fs::path> presetFilesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    const std::string name = platform::toUtf8(it->path().filename());
    const bool ours = it->path().extension() == ".json" && name != kDefaultPresetFile && name.front() != '.';
    if (ours && it->is_regular_file(ignored)) files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string reasonOf(const Error& error) {
  const auto reason = error.values().find("reason");
  return reason == error.values().end() ? error.what() : reason->second;
}

}  // namespace

std::string presetText(const fs::path& file) {
  const std::string path = platform::toUtf8(file);
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  if (error && !fs::exists(file, error)) throw Error(ErrorCode::FileNotFound, {{"path", path}});
  if (!fs::is_regular_file(file, error))
    throw Error(ErrorCode::FileUnreadable, {{"path", path}, {"reason", "it is not a file"}});
  if (bytes > kLargestFile) throw Error(ErrorCode::BadPreset, {{"path", path}, {"reason", "it is larger than 64 KiB"}});
  std::ifstream in(file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof())
    throw Error(ErrorCode::FileUnreadable, {{"path", path}, {"reason", "the disk refused it"}});
  return text;
}

void readPresetFolder(const fs::path& folder, PresetOrigin origin, PresetList& list) {
  std::vector<fs::path> files = presetFilesIn(folder);
  if (files.size() > kMostFiles) {
    list.problems.push_back({folder, "it holds more than 500 presets; the rest is left out"});
    files.resize(kMostFiles);
  }
  for (const fs::path& file : files) {
    try {
      const std::string id = platform::toUtf8(file.stem());
      list.presets.push_back({id, origin, presetFromJson(presetText(file), platform::toUtf8(file))});
    } catch (const Error& error) {
      list.problems.push_back({file, reasonOf(error)});
    }
  }
}

std::string presetFileStem(const std::string& name) {
  std::string slug;
  for (const char each : name) {
    const char c = lower(each);
    if (slug.size() >= kLongestSlug) break;
    if (isWordCharacter(c)) slug += c;
    if (!isWordCharacter(c) && !slug.empty() && slug.back() != '-') slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return (slug.empty() ? "preset" : slug) + "-" + sha256OfText(name).substr(0, 8);
}

bool sameName(const std::string& a, const std::string& b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace hipwright
