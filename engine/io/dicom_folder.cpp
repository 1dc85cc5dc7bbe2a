#include "engine/io/dicom_folder.h"

#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <tuple>

namespace hipwright {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 20000;
constexpr std::size_t kFilesOfAGlance = 100;
constexpr int kDeepest = 2;
constexpr std::size_t kFewSlices = 4;  // a series with fewer, beside a longer one, is a scout

bool liesInside(const fs::path& root, const fs::path& link) {
  std::error_code failed;
  const fs::path target = fs::canonical(link, failed);
  if (failed) return false;
  const auto [end, ignored] = std::mismatch(root.begin(), root.end(), target.begin(), target.end());
  return end == root.end();
}

struct Walked {
  fs::path root;  ///< canonical
  int depth = 0;
  std::size_t limit = kMostFiles;
  std::vector<fs::path> files;
  bool full = false;  ///< there are more
};

void walkInto(const fs::path& folder, int level, Walked& walked) {
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    std::error_code ignored;
    const bool link = entry->is_symlink(ignored);
    if (entry->is_directory(ignored)) {
      if (!link && level < walked.depth) walkInto(entry->path(), level + 1, walked);
    } else if (entry->is_regular_file(ignored) && (!link || liesInside(walked.root, entry->path()))) {
      walked.full = walked.full || walked.files.size() == walked.limit;
      if (!walked.full) walked.files.push_back(entry->path());
    }
    if (walked.full) return;
  }
  if (failed && level == 0) refuse(ErrorCode::NoSeries, platform::toUtf8(folder), "it cannot be listed");
}

Walked walked(const fs::path& folder, int depth, std::size_t limit) {
  std::error_code failed;
  Walked out{fs::canonical(folder, failed), depth, limit, {}, false};
  if (failed) refuse(ErrorCode::NoSeries, platform::toUtf8(folder), "it cannot be listed");
  walkInto(folder, 0, out);
  std::sort(out.files.begin(), out.files.end());
  return out;
}

bool beginsLikeDicom(const fs::path& path) {
  std::array<char, 132> start{};
  std::ifstream stream(path, std::ios::binary);
  stream.read(start.data(), start.size());
  return isDicom(std::as_bytes(std::span(start.data(), static_cast<std::size_t>(stream.gcount()))));
}

std::vector<DicomSlice> describedFiles(const std::vector<fs::path>& files, const CaseReading& reading) {
  std::vector<DicomSlice> out;
  for (std::size_t i = 0; i < files.size(); ++i) {
    throwIfStopped(reading.stop);
    if (reading.progress) reading.progress(static_cast<int>(500 * i / files.size()), 1000);
    if (beginsLikeDicom(files[i])) out.push_back(describeSlice(files[i]));
  }
  return out;
}

bool sameFrame(const SliceFrame& a, const SliceFrame& b) {
  return a.rows == b.rows && a.columns == b.columns && std::abs(a.rowMm - b.rowMm) < 1e-4 &&
         std::abs(a.columnMm - b.columnMm) < 1e-4 && length(a.alongRow - b.alongRow) < 1e-3 &&
         length(a.alongColumn - b.alongColumn) < 1e-3;
}

/// Slices that could lie in one volume; the largest group comes first.
std::vector<std::vector<DicomSlice>> byFrame(std::vector<DicomSlice> slices) {
  std::vector<std::vector<DicomSlice>> groups;
  for (DicomSlice& slice : slices) {
    const auto fits = [&](const auto& group) { return sameFrame(group.front().frame, slice.frame); };
    const auto group = std::find_if(groups.begin(), groups.end(), fits);
    if (group == groups.end())
      groups.push_back({std::move(slice)});
    else
      group->push_back(std::move(slice));
  }
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return groups;
}

/// What all volumes of one series share: its names, and what was left out of it.
FoundSeries headOf(const std::vector<DicomSlice>& all, std::vector<DicomSlice>& usable) {
  FoundSeries head{all.front().seriesUid, all.front().description, all.front().seriesNumber, {}, 0, {}, {}};
  for (const DicomSlice& slice : all) {
    if (slice.fault) {
      const bool unread = slice.fault->code() == ErrorCode::UnsupportedDicom;
      if (!unread && !head.fault) head.fault = slice.fault;
      ++head.leftOut;
      if (unread && head.reason.empty()) head.reason = slice.fault->values().at("reason");
    } else if (slice.problem.empty()) {
      usable.push_back(slice);
    } else {
      ++head.leftOut;
      if (head.reason.empty()) head.reason = slice.problem;
    }
  }
  return head;
}

/// The volumes of one series: usually one. A few slices that lie otherwise are left out, many are a volume of their
/// own.
void addVolumes(const std::vector<DicomSlice>& all, FolderContent& content) {
  std::vector<DicomSlice> usable;
  const FoundSeries head = headOf(all, usable);
  if (!content.fault) content.fault = head.fault;
  if (content.problem.empty() && !head.reason.empty()) {
    const auto out = [](const DicomSlice& s) { return s.fault || !s.problem.empty(); };
    const auto first = std::find_if(all.begin(), all.end(), out);
    const std::string name = first == all.end() ? "" : shownText(platform::toUtf8(first->path.filename()));
    content.problem = "its file " + name + " cannot be a slice of one, because " + head.reason;
  }
  auto groups = byFrame(std::move(usable));
  const std::size_t most = groups.empty() ? 0 : groups.front().size();
  const auto counts = [&](const auto& group) { return group.size() >= (most >= kFewSlices ? kFewSlices : 2); };
  const std::size_t first = content.series.size();
  std::size_t odd = 0;
  for (auto& group : groups) {
    odd += counts(group) ? 0 : group.size();
    if (!counts(group)) continue;
    content.series.push_back(head);
    content.series.back().slices = std::move(group);
  }
  for (std::size_t i = first; i < content.series.size(); ++i) {
    FoundSeries& s = content.series[i];
    s.leftOut += odd;
    if (s.reason.empty() && odd > 0) s.reason = "they have another size, spacing or orientation than the others";
  }
}

void leaveScoutsOut(FolderContent& content) {
  const auto isShort = [](const FoundSeries& s) { return s.slices.size() < kFewSlices; };
  if (!std::all_of(content.series.begin(), content.series.end(), isShort)) std::erase_if(content.series, isShort);
}

FolderContent gathered(const std::vector<DicomSlice>& slices) {
  FolderContent content;
  std::map<std::string, std::vector<DicomSlice>> byUid;
  for (const DicomSlice& slice : slices) byUid[slice.seriesUid].push_back(slice);
  std::optional<Error> homeless;  // damaged before the name of its series: it may belong to any
  for (const auto& [uid, members] : byUid) {
    for (const DicomSlice& slice : members)
      if (uid.empty() && slice.fault && !homeless) homeless = slice.fault;
    addVolumes(members, content);
  }
  content.uids = byUid.size();
  leaveScoutsOut(content);
  for (FoundSeries& series : content.series)
    if (homeless && !series.fault) series.fault = homeless;
  std::stable_sort(content.series.begin(), content.series.end(), [](const FoundSeries& a, const FoundSeries& b) {
    return std::tie(a.number, a.uid) < std::tie(b.number, b.uid);
  });
  if (slices.empty()) content.problem = "none of its files is DICOM";
  if (content.problem.empty()) content.problem = "it holds a single slice";
  return content;
}

FolderContent scanned(const fs::path& folder, int depth, const CaseReading& reading) {
  const Walked found = walked(folder, depth, kMostFiles);
  if (found.full) throw Error(ErrorCode::TooManyFiles, {{"path", platform::toUtf8(folder)}, {"limit", "20000 files"}});
  return gathered(describedFiles(found.files, reading));
}

}  // namespace

FolderContent scanDicomFolder(const fs::path& folder, const CaseReading& reading) {
  return scanned(folder, kDeepest, reading);
}

FolderContent scanDicomFolderAlone(const fs::path& folder, const CaseReading& reading) {
  return scanned(folder, 0, reading);
}

bool holdsDicom(const fs::path& folder) {
  const Walked found = walked(folder, kDeepest, kFilesOfAGlance);
  return std::any_of(found.files.begin(), found.files.end(), beginsLikeDicom);
}

}  // namespace hipwright
