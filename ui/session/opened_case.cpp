#include "ui/session/opened_case.h"

#include "engine/core/stop.h"

#include <algorithm>
#include <cctype>
#include <system_error>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kBins = 90;
constexpr std::size_t kVoxelsBetweenStops = 1 << 22;

HuCounts countsOf(const std::vector<float>& voxels, const std::stop_token& stop) {
  HuCounts hu;
  hu.counts.assign(kBins, 0);
  for (std::size_t i = 0; i < voxels.size(); ++i) {
    if (i % kVoxelsBetweenStops == 0) throwIfStopped(stop);
    const double bin = (voxels[i] - hu.first) / hu.width;
    ++hu.counts[static_cast<std::size_t>(std::clamp(bin, 0.0, kBins - 1.0))];
  }
  return hu;
}

std::vector<std::string> wordsOf(const std::string& name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalpha(letter) != 0)
      words.back() += static_cast<char>(std::tolower(letter));
    else if (!words.back().empty())
      words.emplace_back();
  }
  return words;
}

std::uint64_t sizeOf(const fs::path& path) {
  std::error_code failed;
  const std::uintmax_t bytes = fs::file_size(path, failed);
  return failed ? 0 : bytes;
}

}  // namespace

OpenedCase openCase(const CasePlace& place, CaseReading reading) {
  OpenedCase opened;
  opened.place = place;
  opened.bytes = sizeOf(place.path);
  reading.series = place.series;
  opened.file = readCase(place.path, reading);
  throwIfStopped(reading.stop);
  opened.side = sideFromName(opened.file.name);
  opened.hu = countsOf(opened.file.ct->voxels, reading.stop);
  return opened;
}

HipSide sideFromName(const std::string& name) {
  bool left = false;
  bool right = false;
  for (const std::string& word : wordsOf(name)) {
    left = left || word == "l" || word == "left" || word == "links" || word == "li";
    right = right || word == "r" || word == "right" || word == "rechts" || word == "re";
  }
  if (left == right) return HipSide::Unknown;
  return left ? HipSide::Left : HipSide::Right;
}

}  // namespace hipwright
