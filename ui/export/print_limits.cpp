#include "ui/export/print_limits.h"

#include <QSettings>

namespace hipwright {
namespace {

constexpr std::array<const char*, 3> kSides = {"print/width-mm", "print/depth-mm", "print/height-mm"};
constexpr const char* kWall = "print/wall-mm";
constexpr const char* kGap = "print/gap-mm";
constexpr const char* kParts = "print/parts";

void take(const QSettings& settings, const char* key, double lowest, double& value) {
  bool isNumber = false;
  const double kept = settings.value(key).toDouble(&isNumber);
  if (isNumber && kept >= lowest && kept <= kLargestPrinterMm) value = kept;
}

}  // namespace

PrintOptions rememberedLimits(const QSettings& settings) {
  PrintOptions options;
  for (std::size_t side = 0; side < kSides.size(); ++side)
    take(settings, kSides[side], kSmallestPrinterMm, options.printerMm[side]);
  take(settings, kWall, 0, options.thinnestWallMm);
  take(settings, kGap, 0, options.narrowestGapMm);
  const int parts = settings.value(kParts).toInt();
  if (parts > 0 && parts <= kMostPartsAllowed) options.mostParts = parts;
  return options;
}

void rememberLimits(QSettings& settings, const PrintOptions& options) {
  for (std::size_t side = 0; side < kSides.size(); ++side) settings.setValue(kSides[side], options.printerMm[side]);
  settings.setValue(kWall, options.thinnestWallMm);
  settings.setValue(kGap, options.narrowestGapMm);
  settings.setValue(kParts, options.mostParts);
}

}  // namespace hipwright
