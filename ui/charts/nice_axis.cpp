#include "ui/charts/nice_axis.h"

#include <algorithm>
#include <cmath>

namespace hipwright {

NiceAxis niceAxis(double largest, int intervals) {
  if (!(largest > 0) || !std::isfinite(largest)) return {1, 1.0 / std::max(intervals, 1)};
  const double least = largest / std::max(intervals, 1);
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double round : {1.0, 2.0, 2.5, 5.0, 10.0}) {
    const double step = round * power;
    // The tolerance keeps 0.3 from needing 0.4 because 0.3 / 0.1 is a little more than 3.
    const double count = std::ceil(largest / step - 1e-9);
    if (count <= intervals) return {count * step, step};
  }
  return {10 * power * intervals, 10 * power};
}

NiceSpan niceSpan(double lowest, double largest, int intervals) {
  if (!std::isfinite(lowest) || !std::isfinite(largest) || largest < lowest)
    return {0, 1, 1.0 / std::max(intervals, 1)};
  double span = largest - lowest;
  if (!(span > 0)) span = std::max(std::abs(largest) * 0.1, 0.1);
  for (int fewer = std::max(intervals, 1);; span *= 1.3) {
    const double step = niceAxis(span, fewer).step;
    const double bottom = std::floor(lowest / step + 1e-9) * step;
    const double top = std::max(std::ceil(largest / step - 1e-9) * step, bottom + step);
    if ((top - bottom) / step <= intervals + 1e-9 || intervals == 1) return {bottom, top, step};
  }
}

int decimalsOf(double step) {
  int decimals = 0;
  for (double scaled = std::abs(step); decimals < 6 && std::abs(scaled - std::round(scaled)) > 1e-6; scaled *= 10)
    ++decimals;
  return decimals;
}

}  // namespace hipwright
