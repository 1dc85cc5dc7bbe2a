#include "engine/run/run_folder.h"

#include "engine/core/platform.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLongestName = 100;

fs::path numbered(const fs::path& folder, int step, const char* ending) {
  char name[32];
  std::snprintf(name, sizeof name, "%03d%s", step, ending);
  return folder / name;
}

bool isContinuationByte(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

RunFolder::RunFolder(fs::path folder, std::string caseName)
    : m_folder(std::move(folder)), m_caseName(safeFileName(caseName)) {}

fs::path RunFolder::file(const char* ending) const { return m_folder / platform::fromUtf8(m_caseName + ending); }
fs::path RunFolder::stage(int step) const { return numbered(stages(), step, ".nii.gz"); }
fs::path RunFolder::preview(int step) const { return numbered(previews(), step, ".png"); }
fs::path RunFolder::previewField(int step) const { return numbered(previews(), step, ".nii.gz"); }

bool RunFolder::complete() const {
  std::error_code ignored;
  return fs::is_regular_file(record(), ignored);
}

std::string runFolderName(const std::string& caseName, const RunRequest& request, std::int64_t seed,
                          const std::string& requestHash) {
  return safeFileName(caseName) + "_seed_" + std::to_string(seed) + "_cfg_" + shortNumber(request.cfg) + "_ts_" +
         std::to_string(request.ts) + (request.tiled ? "_tiled" : "_no-tiled") +
         (request.summary ? "_summary_" : "_no-summary_") + requestHash.substr(0, 8);
}

std::string shortenedName(const std::string& name, std::size_t spare) {
  std::string out = name.substr(0, kLongestName - std::min(spare, kLongestName));
  while (out.size() < name.size() && !out.empty() && isContinuationByte(name[out.size()])) out.pop_back();
  return out;
}

std::string safeFileName(const std::string& name) {
  std::string out = shortenedName(name, 0);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || std::string_view("<>:\"/\\|?*").find(c) != std::string_view::npos)
      c = '-';
  const bool onlyDots = out.find_first_not_of(". ") == std::string::npos;
  return onlyDots ? "case" : out;
}

std::string shortNumber(double value) {
  // Not printf: in a window the user's language may turn the point into a comma, and the name must stay the same.
  std::array<char, 32> text{};
  const double plain = value == 0 ? 0 : value;  // no "-0"
  const auto end = std::to_chars(text.data(), text.data() + text.size(), plain, std::chars_format::general, 10).ptr;
  return {text.data(), end};
}

}  // namespace hipwright
