#include "engine/io/dicom_stack.h"

#include "engine/core/stop.h"
#include "engine/io/affine_offer.h"
#include "engine/io/dicom_gaps.h"
#include "engine/io/dicom_rescale.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hipwright {
namespace {

constexpr double kSamePlaceMm = 0.01;
constexpr double kMostTiltDegrees = 45;
constexpr double kMostTurnMm = 1;            // that a slice's far corner may lie off: as much as models see
constexpr std::int64_t kOneNumberInSo = 10;  // numbers that may be missing without a word

using Names = std::vector<std::string>;

/// The slices with their places along the normal and across it, in mm from the first.
struct Stack {
  std::string path;
  StackPlan plan;
  SliceFrame frame;
  Vec3 row{};  ///< unit vectors, perpendicular
  Vec3 column{};
  Vec3 normal{};
  std::vector<double> heights;
};

[[noreturn]] void badSlices(const Stack& stack, const std::string& reason) {
  refuse(ErrorCode::BadSlices, stack.path, reason);
}

/// The frame of the slices, with the mean of their orientations if they are not quite of one.
SliceFrame meanFrame(const std::vector<DicomSlice>& slices) {
  SliceFrame mean = slices.front().frame;
  Vec3 row{};
  Vec3 column{};
  bool same = true;
  for (const DicomSlice& slice : slices) {
    same = same && slice.frame.alongRow == mean.alongRow && slice.frame.alongColumn == mean.alongColumn;
    row = row + slice.frame.alongRow;
    column = column + slice.frame.alongColumn;
  }
  if (same) return mean;
  mean.alongRow = (1 / length(row)) * row;
  mean.alongColumn = (1 / length(column)) * column;
  return mean;
}

/// How far the corners of a slice lie from where the frame puts them.
double turnedMm(const SliceFrame& slice, const SliceFrame& frame) {
  const Vec3 row = static_cast<double>(frame.columns - 1) * frame.columnMm * (slice.alongRow - frame.alongRow);
  const Vec3 column = static_cast<double>(frame.rows - 1) * frame.rowMm * (slice.alongColumn - frame.alongColumn);
  return std::max({length(row), length(column), length(row + column)});
}

void checkTurns(Stack& stack) {
  double most = 0;
  Names names;
  for (const DicomSlice& slice : stack.plan.slices) {
    const double mm = turnedMm(slice.frame, stack.frame);
    most = std::max(most, mm);
    if (mm > kMostTurnMm) names.push_back(slice.name());
  }
  if (!names.empty())
    badSlices(stack, "these slices are turned against the others, by up to " + threeDigits(most) +
                         " mm at their far corner: " + listedNames(names));
  if (most > kSilentRepair) stack.plan.notes.push_back({NoteCode::SlicesTurned, {{"mm", threeDigits(most)}}});
}

void findAxes(Stack& stack) {
  stack.frame = meanFrame(stack.plan.slices);
  const SliceFrame& frame = stack.frame;
  stack.row = (1 / length(frame.alongRow)) * frame.alongRow;
  const Vec3 across = frame.alongColumn - dot(frame.alongColumn, stack.row) * stack.row;
  stack.column = (1 / length(across)) * across;
  stack.normal = cross(stack.row, stack.column);
}

void sortAlongNormal(Stack& stack) {
  const auto height = [&](const DicomSlice& s) { return dot(stack.normal, s.position); };
  std::stable_sort(stack.plan.slices.begin(), stack.plan.slices.end(),
                   [&](const DicomSlice& a, const DicomSlice& b) { return height(a) < height(b); });
}

/// Copies of a slice are dropped; two slices at one place that differ cannot both be right.
void dropTwins(Stack& stack, const std::stop_token& stop) {
  Names twins;
  std::vector<DicomSlice> kept;
  for (DicomSlice& slice : stack.plan.slices) {
    throwIfStopped(stop);
    const bool same = !kept.empty() && dot(stack.normal, slice.position - kept.back().position) < kSamePlaceMm;
    if (!same) {
      kept.push_back(std::move(slice));
      continue;
    }
    const std::string both = kept.back().name() + " and " + slice.name();
    if (length(slice.position - kept.back().position) >= kSamePlaceMm)
      badSlices(stack, "slices " + both + " lie beside each other in one plane");
    if (readSlice(kept.back(), nullptr).hu != readSlice(slice, nullptr).hu)
      badSlices(stack, "slices " + both + " lie at one place and show different pictures");
    twins.push_back(slice.name());
  }
  stack.plan.slices = std::move(kept);
  if (twins.empty()) return;
  stack.plan.notes.push_back(
      {NoteCode::SlicesTwice, {{"count", std::to_string(twins.size())}, {"places", listedNames(twins)}}});
}

void measureHeights(Stack& stack) {
  for (const DicomSlice& s : stack.plan.slices)
    stack.heights.push_back(dot(stack.normal, s.position - stack.plan.slices.front().position));
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

using Across = std::array<double, 2>;  // mm along rows and columns

/// Where each slice lies within its plane, from the first.
std::vector<Across> acrossOf(const Stack& stack) {
  std::vector<Across> all;
  for (const DicomSlice& slice : stack.plan.slices) {
    const Vec3 d = slice.position - stack.plan.slices.front().position;
    all.push_back({dot(stack.row, d), dot(stack.column, d)});
  }
  return all;
}

/// A line along which slices drift: mm per mm of height, and where it begins.
struct Drift {
  Across slope{};
  Across start{};
};

Names offLine(const Stack& stack, const std::vector<Across>& across, const Drift& line) {
  Names off;
  for (std::size_t i = 0; i < across.size(); ++i) {
    const auto away = [&](std::size_t a) { return across[i][a] - line.start[a] - line.slope[a] * stack.heights[i]; };
    if (std::hypot(away(0), away(1)) > 2 * kRoundingMm) off.push_back(stack.plan.slices[i].name());
  }
  return off;
}

/// The median slope between slices that are `step` apart, through the median of what is left: half of the slices may
/// lie anywhere (Theil 1950, with pairs of one distance).
Drift medianLine(const Stack& stack, const std::vector<Across>& across, std::size_t step) {
  Drift line;
  for (std::size_t a = 0; a < 2; ++a) {
    std::vector<double> slopes;
    std::vector<double> rests;
    for (std::size_t i = step; i < across.size(); ++i)
      slopes.push_back((across[i][a] - across[i - step][a]) / (stack.heights[i] - stack.heights[i - step]));
    line.slope[a] = median(slopes);
    for (std::size_t i = 0; i < across.size(); ++i) rests.push_back(across[i][a] - line.slope[a] * stack.heights[i]);
    line.start[a] = median(rests);
  }
  return line;
}

/// Names the slices off the line that most of them follow: a first or last slice that lies apart must not blame the
/// others.
[[noreturn]] void refuseOffLine(const Stack& stack, const std::vector<Across>& across, Names off) {
  for (const std::size_t step : {std::size_t{1}, std::max<std::size_t>(1, across.size() / 2)}) {
    Names fewer = offLine(stack, across, medianLine(stack, across, step));
    if (!fewer.empty() && fewer.size() < off.size()) off = std::move(fewer);
  }
  badSlices(stack, "these slices do not lie in line with the others: " + listedNames(off));
}

/// How far the slices drift within their planes, per mm along the normal: rows and columns. All must follow one line.
Across driftOf(const Stack& stack) {
  const std::vector<Across> across = acrossOf(stack);
  const Across& last = across.back();
  const Drift line{{last[0] / stack.heights.back(), last[1] / stack.heights.back()}, {}};
  const Names off = offLine(stack, across, line);
  if (!off.empty()) refuseOffLine(stack, across, off);
  const bool still = std::hypot(last[0], last[1]) <= kRoundingMm;
  return still ? Across{0, 0} : line.slope;
}

/// Room on either side of the first slice for slices moved by up to `pixels`.
std::int64_t room(double pixels) { return static_cast<std::int64_t>(std::ceil(std::max(0.0, pixels) - 1e-6)); }

/// Moves tilted slices to where they lie and widens the grid around all of them.
void straighten(Stack& stack, Index3& size) {
  const Across drift = driftOf(stack);
  if (drift[0] == 0 && drift[1] == 0) return;
  const double degrees = std::atan(std::hypot(drift[0], drift[1])) * 180 / std::numbers::pi;
  if (degrees > kMostTiltDegrees)
    badSlices(stack, "they are stacked at " + threeDigits(degrees) + " degrees, more than any gantry tilts");
  const std::array<double, 2> pixel = {stack.frame.columnMm, stack.frame.rowMm};
  for (const double height : stack.heights)
    stack.plan.shift.push_back({drift[0] * height / pixel[0], drift[1] * height / pixel[1]});
  for (std::size_t a = 0; a < 2; ++a) {
    const double farthest = stack.plan.shift.back()[a];
    stack.plan.margin[a] = room(-farthest);
    size[a] += stack.plan.margin[a] + room(farthest);
  }
  const double mm = std::hypot(drift[0], drift[1]) * stack.heights.back();
  stack.plan.notes.push_back({NoteCode::GantryTilt, {{"degrees", threeDigits(degrees)}, {"mm", threeDigits(mm)}}});
}

void layGrid(Stack& stack, double gap) {
  const SliceFrame& frame = stack.frame;
  Index3 size{frame.columns, frame.rows, static_cast<std::int64_t>(stack.plan.planes.size())};
  straighten(stack, size);
  Affine affine{};
  affine.origin = stack.plan.slices.front().position -
                  static_cast<double>(stack.plan.margin[0]) * frame.columnMm * stack.row -
                  static_cast<double>(stack.plan.margin[1]) * frame.rowMm * stack.column;
  for (std::size_t r = 0; r < 3; ++r)
    affine.matrix[r] = {frame.alongRow[r] * frame.columnMm, frame.alongColumn[r] * frame.rowMm, stack.normal[r] * gap};
  const Offer offer = straightened(affine, size);
  if (!offer.geometry) badSlices(stack, "their orientation " + offer.problem);
  stack.plan.geometry = *offer.geometry;
  checkGeometry(stack.plan.geometry);
  noteRepair(offer, "slice orientation", stack.plan.notes);
  noteUnusualSpacing(stack.plan.geometry, stack.plan.notes);
}

/// Slices whose numbers leave many out, although their places leave no gap: half of a series that never came looks like
/// that, and so does one that was thinned out on purpose.
void noteNumbers(StackPlan& plan) {
  std::vector<std::int64_t> numbers;
  for (const DicomSlice& slice : plan.slices)
    if (slice.number && std::abs(*slice.number) <= kMostNumber) numbers.push_back(*slice.number);
  std::sort(numbers.begin(), numbers.end());
  const bool distinct = std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end();
  if (numbers.size() != plan.slices.size() || !distinct) return;
  const auto count = static_cast<std::int64_t>(numbers.size());
  const std::int64_t all = numbers.back() - numbers.front() + 1;
  const auto planes = static_cast<std::int64_t>(plan.planes.size());
  if ((all - std::max(count, planes)) * kOneNumberInSo < count) return;
  plan.notes.push_back({NoteCode::NumbersMissing,
                        {{"first", std::to_string(numbers.front())},
                         {"last", std::to_string(numbers.back())},
                         {"count", std::to_string(count)},
                         {"all", std::to_string(all)}}});
}

/// Gaps that differ have a note of their own: a thickness among them says nothing more.
void noteThickness(StackPlan& plan, const Gaps& gaps) {
  constexpr double kSameMm = 0.01;
  const std::optional<double> thickness = plan.slices.front().thicknessMm;
  if (!thickness || *thickness <= 0) return;
  if (*thickness >= gaps.least - kSameMm && *thickness <= gaps.most + kSameMm) return;
  plan.notes.push_back(
      {NoteCode::ThicknessIsNotGap, {{"thickness", threeDigits(*thickness)}, {"gap", threeDigits(gaps.mm)}}});
}

void noteLoss(StackPlan& plan) {
  if (std::any_of(plan.slices.begin(), plan.slices.end(), [](const DicomSlice& s) { return s.lossy; }))
    plan.notes.push_back({NoteCode::LossyPictures, {}});
}

}  // namespace

StackPlan planStack(const std::string& path, std::vector<DicomSlice> slices, const std::stop_token& stop) {
  Stack stack{path, {}, {}, {}, {}, {}, {}};
  stack.plan.slices = std::move(slices);
  findAxes(stack);
  sortAlongNormal(stack);
  checkTurns(stack);
  dropTwins(stack, stop);
  if (stack.plan.slices.size() < 2) badSlices(stack, "they all lie at one place");
  measureHeights(stack);
  const Gaps gaps = layPlanes(path, stack.heights, stack.plan);
  layGrid(stack, gaps.mm);
  noteThickness(stack.plan, gaps);
  settleRescale(path, stack.plan, stop);
  noteLoss(stack.plan);
  noteNumbers(stack.plan);
  return std::move(stack.plan);
}

std::optional<SliceTilt> tiltOf(const StackPlan& plan) {
  if (plan.shift.empty()) return std::nullopt;
  SliceTilt tilt;
  const SliceFrame& frame = plan.slices.front().frame;
  tilt.pixels = {frame.columns, frame.rows};
  for (std::size_t a = 0; a < 2; ++a) {
    tilt.start[a] = static_cast<double>(plan.margin[a]);
    tilt.perPlane[a] = plan.shift.back()[a] / static_cast<double>(plan.planes.size() - 1);
  }
  return tilt;
}

}  // namespace hipwright
