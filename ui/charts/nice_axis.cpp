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

int decimalsOf(double step) {
  int decimals = 0;
  for (double scaled = std::abs(step); decimals < 6 && std::abs(scaled - std::round(scaled)) > 1e-6; scaled *= 10)
    ++decimals;
  return decimals;
}

}  // namespace hipwright
