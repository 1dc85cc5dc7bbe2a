// What the user's printer can do, kept from one start to the next.
#pragma once

#include "engine/print/print_report.h"

class QSettings;

namespace hipwright {

/// Values that make no sense are left at their defaults. GUI thread.
PrintOptions rememberedLimits(const QSettings& settings);
void rememberLimits(QSettings& settings, const PrintOptions& options);

/// The ranges that the fields offer, mm; the last one in parts.
inline constexpr double kSmallestPrinterMm = 10, kLargestPrinterMm = 2000;
inline constexpr double kLargestLimitMm = 10;
inline constexpr int kMostPartsAllowed = 99;

}  // namespace hipwright
