#include "engine/io/dicom_gaps.h"

#include "engine/io/affine_offer.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hipwright {
namespace {

constexpr std::size_t kOneInSo = 50;       // slices that may be missing
constexpr std::size_t kEnoughSlices = 10;  // to know the usual gap
constexpr std::size_t kZoneGaps = 5;       // of one width in a row, which nobody takes for slices that got lost
constexpr double kWidestZoneMm = 5;        // thighs beside a hip are made as coarse as that; wider, a femur is guessed
constexpr double kMostWider = 1.5;         // than the usual or the finest gap, whatever that is
constexpr std::int64_t kMostPlanes = 4;    // for each slice, so that one fine zone does not blow up a coarse CT
constexpr double kSameShare = 1e-6;        // of a gap: a plane so near to a slice is that slice

using Names = std::vector<std::string>;
using Widths = std::vector<double>;

struct Stack {
  const std::string& path;
  const std::vector<double>& heights;
  StackPlan& plan;
  Widths gaps;
};

[[noreturn]] void badSlices(const Stack& stack, const std::string& reason) {
  refuse(ErrorCode::BadSlices, stack.path, reason);
}

std::string between(const Stack& stack, std::size_t i) {
  return stack.plan.slices[i].name() + " and " + stack.plan.slices[i + 1].name();
}

Widths gapsOf(const std::vector<double>& heights) {
  Widths gaps;
  for (std::size_t i = 1; i < heights.size(); ++i) gaps.push_back(heights[i] - heights[i - 1]);
  return gaps;
}

double median(Widths values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Steps of one gap that each gap has, and their exact length if all slices then lie on one even grid.
struct EvenGrid {
  std::vector<std::int64_t> steps;
  double mm = 0;  ///< 0: they do not
};

EvenGrid evenGrid(const Stack& stack, double step) {
  EvenGrid grid;
  for (const double gap : stack.gaps) grid.steps.push_back(std::max<std::int64_t>(1, std::llround(gap / step)));
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

void noteMissing(const Stack& stack, const EvenGrid& grid) {
  Names places;
  for (std::size_t i = 0; i < grid.steps.size(); ++i)
    if (grid.steps[i] > 1) places.push_back(between(stack, i));
  if (places.empty()) return;
  stack.plan.notes.push_back(
      {NoteCode::SlicesInterpolated, {{"count", std::to_string(places.size())}, {"places", listedNames(places)}}});
}

Gaps layOnEvenGrid(const Stack& stack, const EvenGrid& grid) {
  checkMissing(stack, grid);
  for (std::size_t i = 0; i < grid.steps.size(); ++i)
    for (std::int64_t k = 0; k < grid.steps[i]; ++k)
      stack.plan.planes.push_back({i, static_cast<double>(k) / static_cast<double>(grid.steps[i])});
  stack.plan.planes.push_back({stack.heights.size() - 1, 0});
  noteMissing(stack, grid);
  return {grid.mm, grid.mm, grid.mm};
}

/// That many steps from the first slice to the last, all even.
Gaps layEvenly(const Stack& stack, std::size_t steps) {
  const std::vector<double>& heights = stack.heights;
  const double mm = heights.back() / static_cast<double>(steps);
  std::size_t below = 0;
  for (std::size_t k = 0; k <= steps; ++k) {
    const double height = static_cast<double>(k) * mm;
    while (below + 2 < heights.size() && heights[below + 1] <= height) ++below;
    const double share = (height - heights[below]) / stack.gaps[below];
    if (share > 1 - kSameShare)
      stack.plan.planes.push_back({below + 1, 0});
    else
      stack.plan.planes.push_back({below, share < kSameShare ? 0 : share});
  }
  const auto [least, most] = std::minmax_element(stack.gaps.begin(), stack.gaps.end());
  return {*least, *most, mm};
}

/// Gaps of one width in a row.
struct Zone {
  std::size_t first = 0;
  std::size_t count = 0;
  double mm = 0;

  bool isLong() const { return count >= kZoneGaps; }
};

using Zones = std::vector<Zone>;

/// Positions are rounded, so that each end of a gap may be off.
bool sameWidth(double a, double b) { return std::abs(a - b) <= std::min(2 * kRoundingMm, a / 4) + 1e-6; }

Zones zonesOf(const Widths& gaps) {
  Zones zones;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (zones.empty() || !sameWidth(zones.back().mm, gaps[i])) {
      zones.push_back({i, 1, gaps[i]});
      continue;
    }
    Zone& zone = zones.back();
    zone.mm += (gaps[i] - zone.mm) / static_cast<double>(++zone.count);
  }
  return zones;
}

/// Those that are long enough to be meant.
Zones longOnes(Zones zones) {
  std::erase_if(zones, [](const Zone& zone) { return !zone.isLong(); });
  return zones;
}

bool finer(const Zone& a, const Zone& b) { return a.mm < b.mm; }

bool differ(const Zones& zones) {
  if (zones.empty()) return false;
  const auto [finest, widest] = std::minmax_element(zones.begin(), zones.end(), finer);
  return !sameWidth(finest->mm, widest->mm);
}

/// Where one zone ends and the next begins there may be one gap, no wider than theirs.
bool joins(const Zones& zones, std::size_t i) {
  if (i == 0 || i + 1 == zones.size() || zones[i].count > 1) return false;
  const Zone& before = zones[i - 1];
  const Zone& after = zones[i + 1];
  return before.isLong() && after.isLong() && zones[i].mm <= std::max(before.mm, after.mm) + kRoundingMm;
}

/// The gaps that belong to no zone and join none, and those too wide for any, by place.
std::vector<std::size_t> oddGaps(const Zones& zones, double widestMm) {
  std::vector<std::size_t> odd;
  for (std::size_t i = 0; i < zones.size(); ++i)
    if (zones[i].mm > widestMm || !(zones[i].isLong() || joins(zones, i)))
      for (std::size_t k = 0; k < zones[i].count; ++k) odd.push_back(zones[i].first + k);
  return odd;
}

/// For each gap whether the numbers of its slices leave some out; true throughout if the slices are not numbered in
/// their order, because then nothing says that none is missing.
std::vector<bool> jumpsOf(const std::vector<DicomSlice>& slices) {
  const std::vector<bool> unknown(slices.size() - 1, true);
  std::vector<std::int64_t> steps;
  for (std::size_t i = 0; i + 1 < slices.size(); ++i) {
    const auto from = slices[i].number;
    const auto to = slices[i + 1].number;
    if (!from || !to || std::abs(*from) > kMostNumber || std::abs(*to) > kMostNumber) return unknown;
    steps.push_back(*to - *from);
    if (steps.back() == 0 || (steps.back() > 0) != (steps.front() > 0)) return unknown;
  }
  const auto shorter = [](std::int64_t a, std::int64_t b) { return std::abs(a) < std::abs(b); };
  const std::int64_t usual = std::abs(*std::min_element(steps.begin(), steps.end(), shorter));
  std::vector<bool> jumps;
  for (const std::int64_t step : steps) jumps.push_back(std::abs(step) > usual);
  return jumps;
}

/// Wide gaps that are so many steps of the finest are holes where the numbers jump too.
void checkZoneNumbers(const Stack& stack, double finestMm) {
  EvenGrid grid = evenGrid(stack, finestMm);
  if (grid.mm == 0) return;
  const std::vector<bool> jumps = jumpsOf(stack.plan.slices);
  for (std::size_t i = 0; i < jumps.size(); ++i)
    if (!jumps[i]) grid.steps[i] = 1;
  checkMissing(stack, grid);
  noteMissing(stack, grid);
}

Names widthsOf(Zones zones) {
  std::sort(zones.begin(), zones.end(), finer);
  Names widths;
  for (const Zone& zone : zones)
    if (widths.empty() || widths.back() != threeDigits(zone.mm)) widths.push_back(threeDigits(zone.mm));
  return widths;
}

/// Scanners make the pelvis fine and the thighs coarse in one series: the finest zone gives the grid, so that nothing
/// of it is lost.
Gaps layZones(const Stack& stack, const Zones& zones) {
  const double finest = std::min_element(zones.begin(), zones.end(), finer)->mm;
  const auto gaps = static_cast<std::int64_t>(stack.gaps.size());
  const std::int64_t steps =
      std::clamp<std::int64_t>(std::llround(stack.heights.back() / finest), gaps, kMostPlanes * gaps);
  const Gaps laid = layEvenly(stack, static_cast<std::size_t>(steps));
  Names places;
  for (std::size_t i = 1; i < zones.size(); ++i)
    if (!sameWidth(zones[i - 1].mm, zones[i].mm)) places.push_back(stack.plan.slices[zones[i].first].name());
  stack.plan.notes.push_back(
      {NoteCode::GapZones,
       {{"gaps", listedNames(widthsOf(zones))}, {"places", listedNames(places)}, {"mm", threeDigits(laid.mm)}}});
  return laid;
}

[[noreturn]] void refuseGaps(const Stack& stack, const std::string& usual, const std::vector<std::size_t>& odd) {
  Names places;
  for (const std::size_t i : odd) places.push_back(between(stack, i) + " (" + threeDigits(stack.gaps[i]) + " mm)");
  badSlices(stack, "slices are " + usual + " mm apart, but not between " + listedNames(places));
}

std::vector<std::size_t> wildGaps(const Stack& stack, double usual) {
  std::vector<std::size_t> wild;
  for (std::size_t i = 0; i < stack.gaps.size(); ++i)
    if (stack.gaps[i] < usual / 2 || stack.gaps[i] > kMostWider * usual) wild.push_back(i);
  return wild;
}

/// Gaps that differ by less than half of the usual one are evened out by interpolation, into as many planes as slices,
/// so that none is thrown away.
Gaps layOnNewGrid(const Stack& stack, double usual) {
  const std::vector<std::size_t> wild = wildGaps(stack, usual);
  if (!wild.empty()) refuseGaps(stack, threeDigits(usual), wild);
  const Gaps laid = layEvenly(stack, stack.gaps.size());
  stack.plan.notes.push_back(
      {NoteCode::UnevenGaps,
       {{"least", threeDigits(laid.least)}, {"most", threeDigits(laid.most)}, {"mm", threeDigits(laid.mm)}}});
  return laid;
}

}  // namespace

Gaps layPlanes(const std::string& path, const std::vector<double>& heights, StackPlan& plan) {
  const Stack stack{path, heights, plan, gapsOf(heights)};
  const double usual = median(stack.gaps);
  const EvenGrid grid = evenGrid(stack, usual);
  const bool even = grid.mm > 0 && std::all_of(grid.steps.begin(), grid.steps.end(), [](auto n) { return n == 1; });
  const Zones all = zonesOf(stack.gaps);
  Zones zones = longOnes(all);
  if (even || !differ(zones)) return grid.mm == 0 ? layOnNewGrid(stack, usual) : layOnEvenGrid(stack, grid);
  const double finest = std::min_element(zones.begin(), zones.end(), finer)->mm;
  checkZoneNumbers(stack, finest);
  const double widest = std::max(kWidestZoneMm, kMostWider * finest) + kRoundingMm;
  const std::vector<std::size_t> odd = oddGaps(all, widest);
  if (odd.empty()) return layZones(stack, zones);
  if (wildGaps(stack, usual).empty()) return layOnNewGrid(stack, usual);
  std::erase_if(zones, [&](const Zone& zone) { return zone.mm > widest; });
  refuseGaps(stack, listedNames(widthsOf(zones)), odd);
}

}  // namespace hipwright
