// Counts of values in bins of equal width, and how long bars get so that small counts still show. No Qt: any thread.
#pragma once

#include <span>
#include <vector>

namespace hipwright {

struct Histogram {
  double first = 0;  ///< lower edge of the first bin
  double width = 1;  ///< of each bin, above 0
  std::vector<double> counts;
};

struct HistogramRange {
  double low = 0;
  double high = 1;  ///< above `low`
  int bins = 100;   ///< at least 1
};

/// Values outside the range count in the outermost bins; values that are no numbers are left out.
Histogram histogramOf(std::span<const float> values, const HistogramRange& range);

/// A range around zero that holds all values, in whole tenths of a power of ten; -1 to 1 if there is nothing to see.
HistogramRange symmetricRange(std::span<const float> values, int bins);

/// Square roots, divided by the largest: 0 to 1. A bar of a hundredth of the voxels is then a tenth as high, not gone.
std::vector<double> barHeights(std::span<const double> counts);

}  // namespace hipwright
