#include "engine/plan/hu_modes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace hipwright {
namespace {

constexpr int kLast = 33000;  // beyond extended scales; a wild voxel lands in the last bin
constexpr int kBins = 2 * kLast + 1;
constexpr int kAirEnds = -700;       // no tissue lies lower, lung left aside
constexpr int kSmoothing = 12;       // HU to either side, twice: about the noise of a CT
constexpr int kPeakReach = 25;       // HU within which a peak is the highest place
constexpr double kFillShare = 0.01;  // of all voxels, in one bin
constexpr double kFillOverNeighbours = 8;
constexpr int kFillReach = 4;
constexpr double kEnoughShare = 0.02;  // of the voxels, to say where air or a body lies
constexpr double kFatHeight = 0.1;     // of the highest peak
constexpr double kMuscleHeight = 0.25;
constexpr double kValley = 0.9;  // of the lower of two peaks

// Fat lies at -120 to -80 and muscle at 30 to 80 for the voltages of CT; mixed with noise they may be one peak between.
constexpr double kFatFrom = -140;
constexpr double kFatTo = -60;
constexpr double kMuscleFrom = -5;
constexpr double kMuscleTo = 110;
// Of muscle and of cortical bone where neither air nor fat tells the scale. A real hip of 3 mm voxels has 40 and 961,
// procedural ones 40 to 57 and 1253 to 1711; half and twice of muscle of 38 to 59 fall outside.
constexpr double kOwnMuscleFrom = 30;
constexpr double kOwnMuscleTo = 75;
constexpr double kCortexFrom = 550;
constexpr double kCortexTo = 1850;
constexpr double kAirFrom = -1100;
constexpr double kAirTo = -820;
constexpr double kSomeBelowAir = 0.02;
constexpr double kMostBelowAir = 0.05;
constexpr double kMostMiddle = 1500;  // half of a hip is never denser than cortex

/// Counts or their smoothed height for each whole HU from -kLast to kLast.
class Histogram {
 public:
  Histogram() : m_at(kBins, 0.0) {}

  double& operator[](int hu) { return m_at[static_cast<std::size_t>(hu + kLast)]; }
  double operator[](int hu) const { return m_at[static_cast<std::size_t>(hu + kLast)]; }

  /// From `from` up to and without `to`.
  double sum(int from, int to) const {
    double all = 0;
    for (int hu = from; hu < to; ++hu) all += (*this)[hu];
    return all;
  }

  int highest(int from, int to) const {
    return static_cast<int>(std::max_element(place(from), place(to)) - m_at.begin()) - kLast;
  }

  double lowest(int from, int to) const { return *std::min_element(place(from), place(to)); }

  int quantile(double share) const {
    const double wanted = share * sum(-kLast, kLast + 1);
    double below = 0;
    for (int hu = -kLast; hu <= kLast; ++hu)
      if ((below += (*this)[hu]) >= wanted && below > 0) return hu;
    return kLast;
  }

 private:
  std::vector<double>::const_iterator place(int hu) const { return m_at.begin() + hu + kLast; }

  std::vector<double> m_at;
};

Histogram counted(const std::vector<float>& voxels) {
  std::vector<std::int64_t> count(kBins, 0);
  constexpr float kEnd = kLast;
  for (const float hu : voxels) {
    const float inside = hu > -kEnd ? std::min(hu, kEnd) : -kEnd;  // what is not a number too
    ++count[static_cast<std::size_t>(inside + (kEnd + 0.5F))];
  }
  Histogram out;
  for (int hu = -kLast; hu <= kLast; ++hu) out[hu] = static_cast<double>(count[static_cast<std::size_t>(hu + kLast)]);
  return out;
}

/// One value alone, as no measurement is spread.
bool isFilling(const Histogram& count, int hu, double all) {
  if (!(count[hu] > kFillShare * all)) return false;
  double beside = 0;
  for (int at = std::max(hu - kFillReach, -kLast); at <= std::min(hu + kFillReach, kLast); ++at)
    if (at != hu) beside = std::max(beside, count[at]);
  return count[hu] > kFillOverNeighbours * beside;
}

Histogram withoutFilling(const Histogram& count) {
  Histogram out = count;
  const double all = count.sum(-kLast, kLast + 1);
  for (int hu = -kLast; hu <= kAirEnds; ++hu)
    if (isFilling(count, hu, all)) out[hu] = 0;
  if (isFilling(count, 0, all)) out[0] = 0;
  return out;
}

Histogram boxed(const Histogram& count) {
  Histogram out;
  double sum = count.sum(-kLast, -kLast + kSmoothing);
  for (int hu = -kLast; hu <= kLast; ++hu) {
    if (hu + kSmoothing <= kLast) sum += count[hu + kSmoothing];
    if (hu - kSmoothing - 1 >= -kLast) sum -= count[hu - kSmoothing - 1];
    out[hu] = sum;
  }
  return out;
}

/// The highest of the peaks from `from` to `to`.
std::optional<int> highestPeak(const Histogram& smooth, int from, int to) {
  std::optional<int> best;
  for (int hu = from; hu <= to; ++hu) {
    if (!(smooth[hu] > (best ? smooth[*best] : 0))) continue;
    if (smooth[hu] >= smooth[smooth.highest(hu - kPeakReach, hu + kPeakReach + 1)]) best = hu;
  }
  return best;
}

/// A second peak that stands apart from the highest one.
std::optional<double> secondPeak(const Histogram& smooth, int from, int to, int main, double leastHeight) {
  const std::optional<int> peak = highestPeak(smooth, from, to);
  if (!peak || smooth[*peak] < leastHeight * smooth[main]) return std::nullopt;
  const double valley = smooth.lowest(std::min(*peak, main), std::max(*peak, main) + 1);
  return valley < kValley * smooth[*peak] ? std::optional<double>(*peak) : std::nullopt;
}

void findPeaks(const Histogram& count, double all, HuModes& out) {
  const Histogram smooth = boxed(boxed(count));
  const std::optional<int> air = highestPeak(smooth, -kLast + kPeakReach, kAirEnds);
  if (air && count.sum(std::max(*air - 50, -kLast), *air + 51) > kEnoughShare * all) out.air = *air;
  if (!(count.sum(kAirEnds, kLast) > kEnoughShare * all)) return;
  const int main = smooth.highest(kAirEnds, kLast - 2 * kSmoothing);
  out.body = main;
  constexpr int kApart = 40;
  if (main < kMuscleFrom) {
    const int from = main + kApart;
    out.muscle = from < 400 ? secondPeak(smooth, from, 400, main, kMuscleHeight) : std::nullopt;
    if (out.muscle) out.fat = main;
  } else {
    // Urine and bowel lie between the two and are neither.
    out.fat = secondPeak(smooth, -400, std::min(main - kApart, -25), main, kFatHeight);
    if (out.fat) out.muscle = main;
  }
}

bool isWithin(double value, double from, double to) { return value >= from && value <= to; }

}  // namespace

HuModes huModes(const std::vector<float>& hu) {
  HuModes out;
  const Histogram everything = counted(hu);
  out.least = everything.quantile(1e-4);
  out.most = everything.quantile(1 - 1e-4);
  const Histogram count = withoutFilling(everything);
  const double all = count.sum(-kLast, kLast + 1);
  if (!(all > 0)) {
    out.low = out.least;
    out.high = out.most;
    out.middle = everything.quantile(0.5);
    return out;
  }
  const auto share = [&](int from, int to) { return count.sum(from, to) / all; };
  out.low = count.quantile(0.005);
  out.high = count.quantile(0.999);
  out.middle = count.quantile(0.5);
  out.belowAir = share(-kLast, static_cast<int>(kAirFrom));
  out.tissue = share(-200, 201);
  const double up = share(884, 1135);
  const double beside = std::max(share(633, 884), share(1135, 1386));
  out.tissueUp = up > 1.5 * beside ? up : 0;
  out.tissueUpAt = count.highest(884, 1135);
  out.tissueDown = share(-1164, -913);
  findPeaks(count, all, out);
  return out;
}

bool isAirElsewhere(const HuModes& modes) { return modes.air && !isWithin(*modes.air, kAirFrom, kAirTo); }

bool isBodyElsewhere(const HuModes& modes) { return modes.body && !isWithin(*modes.body, kFatFrom, kMuscleTo); }

bool areTissuesElsewhere(const HuModes& modes) {
  return modes.fat && modes.muscle &&
         !(isWithin(*modes.fat, kFatFrom, kFatTo) && isWithin(*modes.muscle, kMuscleFrom, kMuscleTo));
}

bool isMuchBelowAir(const HuModes& modes) { return modes.belowAir > kMostBelowAir; }

bool isScaleOpen(const HuModes& modes) {
  const bool fat = modes.fat || (modes.body && isWithin(*modes.body, kFatFrom, kFatTo));
  if (modes.air || fat || !modes.body) return false;
  return !isWithin(*modes.body, kOwnMuscleFrom, kOwnMuscleTo) || !isWithin(modes.high, kCortexFrom, kCortexTo);
}

HuScale scaleOf(const HuModes& modes) {
  constexpr double kNoAir = -100;
  if (modes.middle > kMostMiddle) return HuScale::TooHigh;
  if (modes.low >= kNoAir && modes.tissueUp > 0.1) return HuScale::Shifted;
  const bool noBody = !modes.body || isBodyElsewhere(modes);
  if (noBody && modes.belowAir > kSomeBelowAir && modes.tissue < 0.1 && modes.tissueDown > 0.25)
    return HuScale::ShiftedTwice;
  const bool elsewhere = isAirElsewhere(modes) || isBodyElsewhere(modes) || areTissuesElsewhere(modes) ||
                         isMuchBelowAir(modes) || isScaleOpen(modes);
  return elsewhere ? HuScale::Elsewhere : HuScale::Plausible;
}

}  // namespace hipwright
