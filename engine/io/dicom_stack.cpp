#include "engine/io/dicom_stack.h"

#include "engine/core/stop.h"
#include "engine/io/affine_offer.h"
#include "engine/io/dicom_rescale.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace hipwright {
namespace {

constexpr double kSamePlaceMm = 0.01;
constexpr double kRoundingMm = 0.1;        // scanners round positions to a tenth at worst
constexpr std::size_t kOneInSo = 50;       // slices that may be missing
constexpr std::size_t kEnoughSlices = 10;  // to know the usual gap
constexpr double kMostTiltDegrees = 45;
constexpr std::int64_t kOneNumberInSo = 10;  // numbers that may be missing without a word

using Names = std::vector<std::string>;

/// The slices with their places along the normal and across it, in mm from the first.
struct Stack {
  std::string path;
  StackPlan plan;
  Vec3 row{};  ///< unit vectors, perpendicular
  Vec3 column{};
  Vec3 normal{};
  std::vector<double> heights;
};

[[noreturn]] void badSlices(const Stack& stack, const std::string& reason) {
  refuse(ErrorCode::BadSlices, stack.path, reason);
}

std::string between(const Stack& stack, std::size_t i) {
  return stack.plan.slices[i].name() + " and " + stack.plan.slices[i + 1].name();
}

void findAxes(Stack& stack) {
  const SliceFrame& frame = stack.plan.slices.front().frame;
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

std::vector<double> gapsOf(const Stack& stack) {
  std::vector<double> gaps(stack.heights.size());
  std::adjacent_difference(stack.heights.begin(), stack.heights.end(), gaps.begin());
  gaps.erase(gaps.begin());
  return gaps;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Steps of the usual gap that each gap has, and their exact length if all slices then lie on one even grid.
struct EvenGrid {
  std::vector<std::int64_t> steps;
  double mm = 0;  ///< 0: they do not
};

EvenGrid evenGrid(const Stack& stack, double usual) {
  EvenGrid grid;
  for (const double gap : gapsOf(stack)) grid.steps.push_back(std::max<std::int64_t>(1, std::llround(gap / usual)));
  const auto total = std::accumulate(grid.steps.begin(), grid.steps.end(), std::int64_t{0});
  const double mm = stack.heights.back() / static_cast<double>(total);
  std::int64_t at = 0;
  for (std::size_t i = 0; i < grid.steps.size(); ++i) {
    at += grid.steps[i];
    if (std::abs(stack.heights[i + 1] - static_cast<double>(at) * mm) > std::min(kRoundingMm, mm / 4)) return grid;
  }
  grid.mm = mm;
  return grid;
}

void checkMissing(const Stack& stack, const EvenGrid& grid) {
  Names places;
  std::int64_t missing = 0;
  bool together = false;
  for (std::size_t i = 0; i < grid.steps.size(); ++i) {
    if (grid.steps[i] == 1) continue;
    missing += grid.steps[i] - 1;
    together = together || grid.steps[i] > 2 || (i > 0 && grid.steps[i - 1] > 1);
    places.push_back(between(stack, i));
  }
  const std::size_t count = stack.plan.slices.size();
  const auto bearable = static_cast<std::int64_t>(std::max<std::size_t>(1, count / kOneInSo));
  if (together || missing > bearable || (missing > 0 && count < kEnoughSlices))
    badSlices(stack, std::to_string(missing) + (missing == 1 ? " slice is" : " slices are") + " missing between " +
                         listedNames(places));
}

void noteMissing(Stack& stack, const EvenGrid& grid) {
  Names places;
  for (std::size_t i = 0; i < grid.steps.size(); ++i)
    if (grid.steps[i] > 1) places.push_back(between(stack, i));
  if (places.empty()) return;
  stack.plan.notes.push_back(
      {NoteCode::SlicesInterpolated, {{"count", std::to_string(places.size())}, {"places", listedNames(places)}}});
}

void layOnEvenGrid(Stack& stack, const EvenGrid& grid) {
  checkMissing(stack, grid);
  for (std::size_t i = 0; i < grid.steps.size(); ++i)
    for (std::int64_t k = 0; k < grid.steps[i]; ++k)
      stack.plan.planes.push_back({i, static_cast<double>(k) / static_cast<double>(grid.steps[i])});
  stack.plan.planes.push_back({stack.heights.size() - 1, 0});
  noteMissing(stack, grid);
}

/// Gaps between slices: from the least to the most, and what the planes of the grid get. In mm.
struct Gaps {
  double least = 0;
  double most = 0;
  double mm = 0;
};

/// Gaps that differ by less than half of the usual one are evened out by interpolation.
Gaps layOnNewGrid(Stack& stack, double usual) {
  const std::vector<double> gaps = gapsOf(stack);
  Names places;
  for (std::size_t i = 0; i < gaps.size(); ++i)
    if (gaps[i] < 0.5 * usual || gaps[i] > 1.5 * usual)
      places.push_back(between(stack, i) + " (" + threeDigits(gaps[i]) + " mm)");
  if (!places.empty())
    badSlices(stack, "slices are " + threeDigits(usual) + " mm apart, but not between " + listedNames(places));
  const std::size_t count = gaps.size();  // as many planes as slices, so that none is thrown away
  const double mm = stack.heights.back() / static_cast<double>(count);
  std::size_t below = 0;
  for (std::size_t k = 0; k <= count; ++k) {
    const double height = static_cast<double>(k) * mm;
    while (below + 2 < stack.heights.size() && stack.heights[below + 1] <= height) ++below;
    const double share = (height - stack.heights[below]) / (stack.heights[below + 1] - stack.heights[below]);
    stack.plan.planes.push_back({below, std::clamp(share, 0.0, 1.0)});
  }
  const auto [least, most] = std::minmax_element(gaps.begin(), gaps.end());
  stack.plan.notes.push_back(
      {NoteCode::UnevenGaps, {{"least", threeDigits(*least)}, {"most", threeDigits(*most)}, {"mm", threeDigits(mm)}}});
  return {*least, *most, mm};
}

/// Chooses the planes.
Gaps layPlanes(Stack& stack) {
  const double usual = median(gapsOf(stack));
  const EvenGrid grid = evenGrid(stack, usual);
  if (grid.mm == 0) return layOnNewGrid(stack, usual);
  layOnEvenGrid(stack, grid);
  return {grid.mm, grid.mm, grid.mm};
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
  const SliceFrame& frame = stack.plan.slices.front().frame;
  const std::array<double, 2> pixel = {frame.columnMm, frame.rowMm};
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
  const DicomSlice& first = stack.plan.slices.front();
  Index3 size{first.frame.columns, first.frame.rows, static_cast<std::int64_t>(stack.plan.planes.size())};
  straighten(stack, size);
  Affine affine{};
  affine.origin = first.position - static_cast<double>(stack.plan.margin[0]) * first.frame.columnMm * stack.row -
                  static_cast<double>(stack.plan.margin[1]) * first.frame.rowMm * stack.column;
  for (std::size_t r = 0; r < 3; ++r)
    affine.matrix[r] = {first.frame.alongRow[r] * first.frame.columnMm, first.frame.alongColumn[r] * first.frame.rowMm,
                        stack.normal[r] * gap};
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
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();  // what the standard allows
  std::vector<std::int64_t> numbers;
  for (const DicomSlice& slice : plan.slices)
    if (slice.number && *slice.number >= -kMost && *slice.number <= kMost) numbers.push_back(*slice.number);
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
  Stack stack{path, {}, {}, {}, {}, {}};
  stack.plan.slices = std::move(slices);
  findAxes(stack);
  sortAlongNormal(stack);
  dropTwins(stack, stop);
  if (stack.plan.slices.size() < 2) badSlices(stack, "they all lie at one place");
  measureHeights(stack);
  const Gaps gaps = layPlanes(stack);
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
