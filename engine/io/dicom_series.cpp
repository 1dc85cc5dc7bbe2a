#include "engine/io/dicom_series.h"

#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/io/affine_offer.h"
#include "engine/io/dicom_folder.h"
#include "engine/io/dicom_planes.h"
#include "engine/io/dicom_stack.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hipwright {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kThumbnail = 128;
constexpr std::size_t kMostListed = 40;
constexpr double kSameWay = 0.7;  // of the cosine between normals: a scout stands across the slices

void noteLeftOut(std::vector<const DicomSlice*> slices, NoteCode code, const FoundSeries& found, CaseNotes& notes) {
  if (slices.empty()) return;
  std::stable_sort(slices.begin(), slices.end(), [](const DicomSlice* a, const DicomSlice* b) {
    return a->number.value_or(0) < b->number.value_or(0);
  });
  std::vector<std::string> names;
  for (const DicomSlice* slice : slices) names.push_back(slice->name());
  const DicomSlice& first = *slices.front();
  const std::string reason =
      first.fault ? first.fault->values().at("reason")
      : !first.problem.empty()
          ? first.problem
          : "they have another " + differenceOf(found.slices.front().frame, first.frame) + " than the others";
  notes.push_back({code, {{"count", std::to_string(names.size())}, {"names", listedNames(names)}, {"reason", reason}}});
}

/// True if the CT may lack this slice at one of its ends: it lies there, or does not say where it lies. A slice that is
/// missing between others shows as a gap.
bool mayBeMissed(const DicomSlice& slice, const StackPlan& plan) {
  if (slice.foreign) return false;
  if (slice.fault || !slice.problem.empty()) return true;
  const Mat3& axes = plan.geometry.direction;
  const Vec3 normal{axes[0][2], axes[1][2], axes[2][2]};
  const bool across = std::abs(dot(normal, cross(slice.frame.alongRow, slice.frame.alongColumn))) < kSameWay;
  const double height = dot(normal, slice.position - plan.slices.front().position);
  return !across && (height < 0 || height > dot(normal, plan.slices.back().position - plan.slices.front().position));
}

void noteLeftOut(const FoundSeries& found, const StackPlan& plan, CaseNotes& notes) {
  std::vector<const DicomSlice*> missed;
  std::vector<const DicomSlice*> others;
  for (const DicomSlice& slice : *found.leftOut) (mayBeMissed(slice, plan) ? missed : others).push_back(&slice);
  noteLeftOut(std::move(missed), NoteCode::SlicesLeftOut, found, notes);
  noteLeftOut(std::move(others), NoteCode::FilesLeftOut, found, notes);
}

void notePadding(const PaddingCount& padding, CaseNotes& notes) {
  if (padding.toAir > 0) notes.push_back({NoteCode::PaddingToAir, {{"count", std::to_string(padding.toAir)}}});
  if (padding.kept > 0)
    notes.push_back({NoteCode::PaddingKept,
                     {{"count", std::to_string(padding.kept)},
                      {"least", threeDigits(padding.leastKept)},
                      {"most", threeDigits(padding.mostKept)}}});
}

void noteFolder(const FolderContent& content, CaseNotes& notes) {
  if (content.tooDeep > 0)
    notes.push_back({NoteCode::FoldersTooDeep,
                     {{"depth", std::to_string(kDeepestFolder)}, {"count", std::to_string(content.tooDeep)}}});
  if (content.linksOut > 0) notes.push_back({NoteCode::LinksOutside, {{"count", std::to_string(content.linksOut)}}});
}

CaseFile readFound(const std::string& path, const FoundSeries& found, const CaseReading& reading) {
  if (found.fault) throw Error(*found.fault);  // a hole in a CT must not pass unseen
  StackPlan plan = planStack(path, found.slices, reading.stop);
  checkMemory(static_cast<std::uint64_t>(product(plan.geometry.size)) * sizeof(float), path);
  auto volume = std::make_shared<Volume>();
  volume->geometry = plan.geometry;
  Sha256 hash;
  ReadPlanes planes = readPlanes(plan, hash, reading);
  volume->voxels = std::move(planes.hu);
  CaseFile out;
  out.ct = std::move(volume);
  out.source = {"DICOM", "HU", 0, 0, "slice positions", 1, 0, found.description};
  out.sha256 = hash.hexDigest();
  out.notes = std::move(plan.notes);
  out.tilt = tiltOf(plan);
  notePadding(planes.padding, out.notes);
  noteLeftOut(found, plan, out.notes);
  return out;
}

std::string lineOf(const SeriesSummary& s) {
  return "  " + std::to_string(s.number) + ": " + (s.description.empty() ? "" : s.description + ", ") +
         std::to_string(s.size[2]) + " slices of " + std::to_string(s.size[0]) + " x " + std::to_string(s.size[1]) +
         ", voxels of " + threeDigits(s.spacing[0]) + " x " + threeDigits(s.spacing[1]) + " x " +
         threeDigits(s.spacing[2]) + " mm" + (s.problem.empty() ? "" : " (" + s.problem + ")");
}

/// Every second, third, ... pixel, so that the picture is at most 128 wide and high.
SliceThumbnail smallPicture(const DicomSlice& slice) {
  SliceThumbnail out;
  try {
    const std::vector<float> hu = readSlice(slice, nullptr).hu;
    const std::int64_t step = (std::max(slice.frame.columns, slice.frame.rows) + kThumbnail - 1) / kThumbnail;
    out.columnMm = slice.frame.columnMm * static_cast<double>(step);
    out.rowMm = slice.frame.rowMm * static_cast<double>(step);
    for (std::int64_t y = step / 2; y < slice.frame.rows; y += step, ++out.rows)
      for (std::int64_t x = step / 2; x < slice.frame.columns; x += step)
        out.hu.push_back(hu[static_cast<std::size_t>(y * slice.frame.columns + x)]);
    out.columns = out.rows == 0 ? 0 : static_cast<int>(out.hu.size()) / out.rows;
  } catch (const Error&) {
    return {};  // the list says what is wrong, a picture need not
  }
  return out;
}

/// What is known without an order: the middle file and its frame.
SeriesSummary roughly(const FoundSeries& found, int number) {
  SeriesSummary out{number, found.uid, found.description, {}, {}, {}, {}};
  const SliceFrame& frame = found.slices.front().frame;
  out.size = {frame.columns, frame.rows, static_cast<std::int64_t>(found.slices.size())};
  out.spacing = {frame.columnMm, frame.rowMm, found.slices.front().thicknessMm.value_or(0)};
  out.middle = smallPicture(found.slices[found.slices.size() / 2]);
  return out;
}

SeriesSummary summaryOf(const FoundSeries& found, int number, const std::stop_token& stop) {
  throwIfStopped(stop);
  SeriesSummary out = roughly(found, number);
  try {
    if (found.fault) throw Error(*found.fault);
    const StackPlan plan = planStack({}, found.slices, stop);
    out.size[2] = static_cast<std::int64_t>(plan.slices.size());
    out.spacing = plan.geometry.spacing;
    out.middle = smallPicture(plan.slices[plan.slices.size() / 2]);
  } catch (const Error& error) {
    const auto reason = error.values().find("reason");
    out.problem =
        error.code() == ErrorCode::BadSlices && reason != error.values().end() ? reason->second : error.what();
  }
  return out;
}

std::string tableOf(const std::vector<FoundSeries>& series, const std::stop_token& stop) {
  std::string table;
  for (std::size_t i = 0; i < std::min(series.size(), kMostListed); ++i)
    table += (i == 0 ? "" : "\n") + lineOf(summaryOf(series[i], static_cast<int>(i) + 1, stop));
  return series.size() > kMostListed ? table + "\n  ..." : table;
}

/// The positions in the list that the wish names: a number of the list, or a UID.
std::vector<std::size_t> named(const std::vector<FoundSeries>& series, const std::string& wish) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < series.size(); ++i)
    if (wish.empty() || wish == std::to_string(i + 1) || wish == series[i].uid) places.push_back(i);
  return places;
}

CaseFile readChosen(const std::string& path, const FolderContent& content, const CaseReading& reading) {
  throwIfStopped(reading.stop);  // whoever stopped wants no list and no refusal
  if (content.series.empty() && content.fault) throw Error(*content.fault);
  if (content.series.empty()) refuse(ErrorCode::NoSeries, path, content.problem);
  const auto places = named(content.series, reading.series);
  if (places.empty())
    throw Error(
        ErrorCode::UnknownSeries,
        {{"path", path}, {"series", shownText(reading.series)}, {"table", tableOf(content.series, reading.stop)}});
  if (places.size() > 1)
    throw Error(ErrorCode::SeveralSeries, {{"path", path}, {"table", tableOf(content.series, reading.stop)}});
  CaseFile out = readFound(path, content.series[places.front()], reading);
  if (content.uids > 1 && content.series.size() == 1)
    out.notes.push_back({NoteCode::SeriesChosen, {{"count", std::to_string(content.uids)}}});
  noteFolder(content, out.notes);
  out.series = std::to_string(places.front() + 1);
  return out;
}

}  // namespace

std::vector<SeriesSummary> listSeries(const fs::path& folder, const CaseReading& reading) {
  const FolderContent content = scanDicomFolder(folder, reading);
  std::vector<SeriesSummary> out;
  for (const FoundSeries& found : content.series)
    out.push_back(summaryOf(found, static_cast<int>(out.size()) + 1, reading.stop));
  return out;
}

CaseFile readDicomFolder(const fs::path& folder, const CaseReading& reading) {
  return readChosen(platform::toUtf8(folder), scanDicomFolder(folder, reading), reading);
}

CaseFile readDicomSeriesOf(const fs::path& file, const CaseReading& reading) {
  const fs::path folder = fs::absolute(file).parent_path();
  if (!reading.series.empty()) return readDicomFolder(folder, reading);
  const std::string path = platform::toUtf8(file);
  const DicomSlice slice = describeSlice(file);
  if (slice.fault) throw Error(*slice.fault);
  if (!slice.problem.empty()) refuse(ErrorCode::UnsupportedDicom, path, slice.problem);
  const FolderContent content = scanDicomFolderAlone(folder, reading);
  for (const FoundSeries& found : content.series)
    for (const DicomSlice& each : found.slices) {
      if (each.path.filename() != file.filename()) continue;
      CaseFile out = readFound(path, found, reading);
      noteFolder(content, out.notes);
      return out;
    }
  refuse(ErrorCode::NoSeries, platform::toUtf8(folder), "of the series of " + path + " it holds a single slice");
}

}  // namespace hipwright
