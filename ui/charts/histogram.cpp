#include "ui/charts/histogram.h"

#include <algorithm>
#include <cmath>

namespace hipwright {

Histogram histogramOf(std::span<const float> values, const HistogramRange& range) {
  const int bins = std::max(range.bins, 1);
  Histogram histogram{range.low, (range.high - range.low) / bins,
                      std::vector<double>(static_cast<std::size_t>(bins), 0)};
  const double perWidth = 1 / histogram.width;
  for (const float value : values) {
    if (std::isnan(value)) continue;
    const double bin = std::clamp((value - range.low) * perWidth, 0.0, bins - 1.0);  // infinities end at the edges
    ++histogram.counts[static_cast<std::size_t>(bin)];
  }
  return histogram;
}

HistogramRange symmetricRange(std::span<const float> values, int bins) {
  double largest = 0;
  for (const float value : values)
    if (std::isfinite(value)) largest = std::max(largest, std::abs(static_cast<double>(value)));
  if (largest == 0) return {-1, 1, bins};
  const double unit = std::pow(10.0, std::floor(std::log10(largest)) - 1);
  const double end = std::ceil(largest / unit) * unit;
  return {-end, end, bins};
}

std::vector<double> barHeights(std::span<const double> counts) {
  std::vector<double> heights(counts.size(), 0);
  double largest = 0;
  for (const double count : counts) largest = std::max(largest, count);
  if (largest <= 0) return heights;
  std::transform(counts.begin(), counts.end(), heights.begin(),
                 [&](double count) { return std::sqrt(std::max(count, 0.0) / largest); });
  return heights;
}

}  // namespace hipwright
