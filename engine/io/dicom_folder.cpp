#include "engine/io/dicom_folder.h"

#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <tuple>

namespace hipwright {
namespace {

namespace fs = std::filesystem;
using Slices = std::vector<DicomSlice>;

constexpr std::size_t kMostFiles = 20000;
constexpr std::size_t kFilesOfAGlance = 100;
constexpr std::size_t kFewSlices = 4;    // a series with fewer, beside a longer one, is a scout
constexpr std::size_t kMostVolumes = 3;  // that one series is believed to hold
constexpr std::size_t kMostListed = 20;  // volumes of one series that are told apart at all
constexpr std::size_t kMostWays = 500;   // in which slices of one series are told apart, before they are volumes
constexpr const char* kOrientation = "orientation";
constexpr double kSameWay = 0.0087;  // half a degree: what lies between is no second volume

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
  std::size_t folders = 0;
  std::size_t tooDeep = 0;        ///< folders that were not looked into
  std::size_t linksOut = 0;       ///< links that lead out of the root, or nowhere
  std::vector<fs::path> outside;  ///< those that name a file, no more than the limit
  bool full = false;              ///< there are more
  std::stop_token stop;

  void addFile(const fs::path& path) {
    full = full || files.size() == limit;
    if (!full) files.push_back(path);
  }
};

void walkInto(const fs::path& folder, int level, Walked& walked);

void walkDeeper(const fs::path& folder, int level, Walked& walked) {
  walked.full = walked.full || ++walked.folders > kMostFiles;
  if (level < walked.depth) return walkInto(folder, level + 1, walked);
  walked.tooDeep += walked.depth > 0 ? 1 : 0;  // with no depth, nobody asked for folders
}

void walkInto(const fs::path& folder, int level, Walked& walked) {
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    throwIfStopped(walked.stop);
    std::error_code ignored;
    const bool link = entry->is_symlink(ignored);
    const bool out = link && !liesInside(walked.root, entry->path());
    walked.linksOut += out ? 1 : 0;
    if (out && entry->is_regular_file(ignored) && walked.outside.size() < walked.limit)
      walked.outside.push_back(entry->path());
    if (!link && entry->is_directory(ignored)) walkDeeper(entry->path(), level, walked);
    if (!out && entry->is_regular_file(ignored)) walked.addFile(entry->path());
    if (walked.full) return;
  }
  if (failed && level == 0) refuse(ErrorCode::NoSeries, platform::toUtf8(folder), "it cannot be listed");
}

Walked walked(const fs::path& folder, int depth, std::size_t limit, const std::stop_token& stop = {}) {
  std::error_code failed;
  Walked out;
  out.root = fs::canonical(folder, failed);
  out.depth = depth;
  out.limit = limit;
  out.stop = stop;
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

Slices describedFiles(const std::vector<fs::path>& files, const CaseReading& reading) {
  Slices out;
  for (std::size_t i = 0; i < files.size(); ++i) {
    throwIfStopped(reading.stop);
    if (reading.progress) reading.progress(static_cast<int>(500 * i / files.size()), 1000);
    if (beginsLikeDicom(files[i])) out.push_back(describeSlice(files[i]));
  }
  return out;
}

/// Between the axes of two slices, about as an angle in radians.
double turnBetween(const SliceFrame& a, const SliceFrame& b) {
  return std::max(length(a.alongRow - b.alongRow), length(a.alongColumn - b.alongColumn));
}

bool sameFrame(const SliceFrame& a, const SliceFrame& b) { return differenceOf(a, b).empty(); }

using Groups = std::vector<Slices>;

/// Slices that could lie in one volume; the largest group comes first. Of too many groups the last holds whatever is
/// left: nobody reads such a series, and comparing every slice with every other would take for ever.
Groups byFrame(Slices slices, const std::stop_token& stop) {
  Groups groups;
  for (DicomSlice& slice : slices) {
    throwIfStopped(stop);
    const auto fits = [&](const auto& group) { return sameFrame(group.front().frame, slice.frame); };
    const auto group = std::find_if(groups.begin(), groups.end(), fits);
    if (group != groups.end())
      group->push_back(std::move(slice));
    else if (groups.size() < kMostWays)
      groups.push_back({std::move(slice)});
    else
      groups.back().push_back(std::move(slice));
  }
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return groups;
}

/// The files of one series: those that may be slices of a volume, and the others.
struct Sorted {
  Slices usable;
  Slices leftOut;
};

/// What all volumes of one series share: its names, and why files were left out of it.
FoundSeries headOf(Slices all, Sorted& sorted) {
  FoundSeries head{all.front().seriesUid, all.front().description, all.front().seriesNumber, {}, {}, {}, {}};
  for (DicomSlice& slice : all) {
    if (!slice.fault && slice.problem.empty()) {
      sorted.usable.push_back(std::move(slice));
      continue;
    }
    const bool unread = slice.fault && slice.fault->code() == ErrorCode::UnsupportedDicom;
    if (slice.fault && !unread && !head.fault) head.fault = slice.fault;
    if (head.reason.empty() && (unread || !slice.fault))
      head.reason = unread ? slice.fault->values().at("reason") : slice.problem;
    sorted.leftOut.push_back(std::move(slice));
  }
  return head;
}

/// Those that are volumes: a few slices beside a longer one are not.
std::vector<const Slices*> volumesOf(const Groups& groups) {
  const std::size_t most = groups.empty() ? 0 : groups.front().size();
  std::vector<const Slices*> volumes;
  for (const Slices& group : groups)
    if (group.size() >= (most >= kFewSlices ? kFewSlices : 2)) volumes.push_back(&group);
  return volumes;
}

/// True if volumes differ by hardly more than what slices of one may: their slices turn slowly, or tremble.
bool turnSlowly(const std::vector<const Slices*>& volumes) {
  const auto close = [](const SliceFrame& a, const SliceFrame& b) {
    return differenceOf(a, b) == kOrientation && turnBetween(a, b) < 2 * kSameWay;
  };
  for (std::size_t i = 0; i < volumes.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (close(volumes[i]->front().frame, volumes[k]->front().frame)) return true;
  return false;
}

/// True if the slices of one series lie in more ways than it can hold volumes: they rotate, or belong together in no
/// way.
bool fallsApart(const Groups& groups) {
  std::size_t all = 0;
  for (const auto& group : groups) all += group.size();
  if (groups.size() < 2) return false;
  const auto volumes = volumesOf(groups);
  if (groups.size() == kMostWays || volumes.size() > kMostListed || turnSlowly(volumes)) return true;
  return groups.front().size() < 2 || (groups.size() > kMostVolumes && all < kFewSlices * groups.size());
}

/// Which slices lie in another way than the first.
std::string turningReason(const Slices& slices) {
  const DicomSlice& first = slices.front();
  std::vector<std::string> names;
  std::string difference;
  for (const DicomSlice& slice : slices) {
    if (sameFrame(first.frame, slice.frame)) continue;
    if (names.empty()) difference = differenceOf(first.frame, slice.frame);
    names.push_back(slice.name());
  }
  return std::to_string(names.size()) + (names.size() == 1 ? " has" : " have") + " another " + difference +
         " than slice " + first.name() + ": " + listedNames(names);
}

/// Such a series: chosen, it is refused with the numbers of its slices.
FoundSeries fallenApart(FoundSeries head, Groups groups, const fs::path& folder) {
  head.scattered = true;
  const auto volumes = volumesOf(groups);
  const bool many = volumes.size() > kMostListed && !turnSlowly(volumes);
  for (auto& group : groups) std::move(group.begin(), group.end(), std::back_inserter(head.slices));
  std::stable_sort(head.slices.begin(), head.slices.end(), [](const DicomSlice& a, const DicomSlice& b) {
    return a.number.value_or(0) < b.number.value_or(0);
  });
  const std::string reason = many ? "they are more than " + std::to_string(kMostListed) +
                                        " volumes of different size, spacing or orientation under one name"
                                  : turningReason(head.slices);
  if (!head.fault) head.fault = Error(ErrorCode::BadSlices, {{"path", platform::toUtf8(folder)}, {"reason", reason}});
  return head;
}

/// Why a folder holds nothing else: its first file that is no slice.
void noteProblem(const Slices& leftOut, const FoundSeries& head, FolderContent& content) {
  if (!content.fault) content.fault = head.fault;
  const auto film =
      std::find_if(leftOut.begin(), leftOut.end(), [](const DicomSlice& s) { return s.severalFrames && !s.foreign; });
  if (film != leftOut.end() && !content.fault)
    content.fault =
        Error(ErrorCode::UnsupportedDicom, {{"path", platform::toUtf8(film->path)}, {"reason", film->problem}});
  if (!content.problem.empty() || head.reason.empty()) return;
  content.problem = "its file " + shownText(platform::toUtf8(leftOut.front().path.filename())) +
                    " cannot be a slice of one, because " + head.reason;
}

/// The volumes of one series: usually one. A few slices that lie otherwise are left out, many are a volume of their
/// own.
void addVolumes(Slices all, const fs::path& folder, FolderContent& content, const std::stop_token& stop) {
  Sorted sorted;
  const FoundSeries head = headOf(std::move(all), sorted);
  noteProblem(sorted.leftOut, head, content);
  Groups groups = byFrame(std::move(sorted.usable), stop);
  const std::size_t first = content.series.size();
  if (fallsApart(groups)) {
    content.series.push_back(fallenApart(head, std::move(groups), folder));
    groups.clear();
  }
  const std::size_t most = groups.empty() ? 0 : groups.front().size();
  for (Slices& group : groups) {
    if (group.size() < (most >= kFewSlices ? kFewSlices : 2)) {
      std::move(group.begin(), group.end(), std::back_inserter(sorted.leftOut));
      continue;
    }
    content.series.push_back(head);
    content.series.back().slices = std::move(group);
  }
  const auto shared = std::make_shared<const Slices>(std::move(sorted.leftOut));
  for (std::size_t i = first; i < content.series.size(); ++i) content.series[i].leftOut = shared;
}

/// Scouts, and views that turn around the patient, beside a volume.
void leaveScoutsOut(FolderContent& content) {
  const auto scattered = [](const FoundSeries& s) { return s.scattered; };
  if (!std::all_of(content.series.begin(), content.series.end(), scattered)) std::erase_if(content.series, scattered);
  const auto isShort = [](const FoundSeries& s) { return s.slices.size() < kFewSlices; };
  if (!std::all_of(content.series.begin(), content.series.end(), isShort)) std::erase_if(content.series, isShort);
}

FolderContent gathered(Slices slices, const fs::path& folder, const std::stop_token& stop) {
  FolderContent content;
  if (slices.empty()) content.problem = "none of its files is DICOM";
  std::map<std::string, Slices> byUid;
  std::optional<Error> homeless;  // damaged before the name of its series: it may belong to any
  for (DicomSlice& slice : slices) {
    throwIfStopped(stop);
    if (slice.seriesUid.empty() && slice.fault && !homeless) homeless = slice.fault;
    Slices& members = byUid[slice.seriesUid];
    members.push_back(std::move(slice));
  }
  for (auto& [uid, members] : byUid) {
    throwIfStopped(stop);
    addVolumes(std::move(members), folder, content, stop);
  }
  content.uids = byUid.size();
  leaveScoutsOut(content);
  for (FoundSeries& series : content.series)
    if (homeless && !series.fault) series.fault = homeless;
  std::stable_sort(content.series.begin(), content.series.end(), [](const FoundSeries& a, const FoundSeries& b) {
    return std::tie(a.number, a.uid) < std::tie(b.number, b.uid);
  });
  if (content.problem.empty()) content.problem = "it holds a single slice";
  return content;
}

FolderContent scanned(const fs::path& folder, int depth, const CaseReading& reading) {
  const Walked found = walked(folder, depth, kMostFiles, reading.stop);
  if (found.full)
    throw Error(ErrorCode::TooManyFiles, {{"path", platform::toUtf8(folder)}, {"limit", "20000 files or folders"}});
  FolderContent content = gathered(describedFiles(found.files, reading), folder, reading.stop);
  content.tooDeep = found.tooDeep;
  content.linksOut = found.linksOut;
  if (found.linksOut > 0)
    content.problem +=
        ", and its links that lead out of it or nowhere (" + std::to_string(found.linksOut) + ") were not followed";
  if (found.tooDeep > 0)
    content.problem +=
        ", and its folders below the eighth level (" + std::to_string(found.tooDeep) + ") were not looked into";
  return content;
}

}  // namespace

std::string differenceOf(const SliceFrame& a, const SliceFrame& b) {
  if (a.rows != b.rows || a.columns != b.columns) return "size";
  if (std::abs(a.rowMm - b.rowMm) >= 1e-4 || std::abs(a.columnMm - b.columnMm) >= 1e-4) return "spacing";
  return turnBetween(a, b) >= kSameWay ? kOrientation : "";
}

FolderContent scanDicomFolder(const fs::path& folder, const CaseReading& reading) {
  return scanned(folder, kDeepestFolder, reading);
}

FolderContent scanDicomFolderAlone(const fs::path& folder, const CaseReading& reading) {
  return scanned(folder, 0, reading);
}

bool holdsDicom(const fs::path& folder) {
  const Walked found = walked(folder, kDeepestFolder, kFilesOfAGlance);
  return std::any_of(found.files.begin(), found.files.end(), beginsLikeDicom) ||
         std::any_of(found.outside.begin(), found.outside.end(), beginsLikeDicom);
}

}  // namespace hipwright
