// A comparison's table for reading: one column per value, one line per number.
#pragma once

#include "engine/run/comparison.h"

#include <string>
#include <vector>

namespace hipwright::cli {

/// Wide tables are broken into several, each at most `width` columns wide but with one value at least; 0 for no limit.
/// Below them stand the differences of all pairs, and why a number is missing.
std::string comparisonText(const ComparisonTable& table, int width);

/// "CFG 3", with the seed where there are several.
std::string nameOf(const ComparedValue& value, const ComparisonTable& table);

/// The number with its decimals; a dash for what was not measured.
std::string numberText(const Measured<double>& value, int decimals);

/// "a, b and c".
std::string listed(const std::vector<std::string>& items);

}  // namespace hipwright::cli
