#include "engine/prepare/taps.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

AxisMean meanAround(double middle, const AxisWalk& walk, std::int64_t size, Interpolation interpolation) {
  AxisMean mean;
  mean.inside = holdsIndex(middle, size);
  if (!mean.inside) return mean;
  std::vector<Taps> all;
  for (std::int64_t i = 0; i < walk.places; ++i) {
    const double within = (static_cast<double>(i) + 0.5) / static_cast<double>(walk.places) - 0.5;
    all.push_back(tapsAt(middle + walk.step * within, size, interpolation));
  }
  mean.first = size;
  std::int64_t last = 0;
  for (const Taps& taps : all)
    for (int k = 0; k < taps.count; ++k) {
      mean.first = std::min(mean.first, taps.index[k]);
      last = std::max(last, taps.index[k]);
    }
  mean.weight.resize(static_cast<std::size_t>(last - mean.first + 1));
  for (const Taps& taps : all)
    for (int k = 0; k < taps.count; ++k)
      mean.weight[static_cast<std::size_t>(taps.index[k] - mean.first)] +=
          taps.weight[k] / static_cast<double>(walk.places);
  return mean;
}

}  // namespace

Taps tapsAt(double position, std::int64_t size, Interpolation interpolation) {
  const double held = std::clamp(position, 0.0, static_cast<double>(size - 1));
  const double base = std::floor(held);
  const double t = held - base;
  const auto low = static_cast<std::int64_t>(base);
  Taps out;
  if (interpolation == Interpolation::Linear) {
    out.count = 2;
    out.weight = {1 - t, t, 0, 0};
    out.index = {low, low + 1, 0, 0};
  } else {
    out.count = 4;
    out.weight = {((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1, ((-1.5 * t + 2) * t + 0.5) * t,
                  (0.5 * t - 0.5) * t * t};
    out.index = {low - 1, low, low + 1, low + 2};
  }
  for (auto& index : out.index) index = std::clamp<std::int64_t>(index, 0, size - 1);
  return out;
}

bool holdsIndex(double index, std::int64_t size) { return index >= -0.5 && index <= static_cast<double>(size) - 0.5; }

std::vector<AxisMean> axisMeans(const AxisWalk& walk, std::int64_t count, std::int64_t size,
                                Interpolation interpolation) {
  std::vector<AxisMean> means;
  for (std::int64_t i = 0; i < count; ++i)
    means.push_back(meanAround(walk.start + walk.step * static_cast<double>(i), walk, size, interpolation));
  return means;
}

}  // namespace hipwright
