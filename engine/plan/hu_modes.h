// Where the values of a CT lie: whether air, fat and muscle are where Hounsfield units put them.
#pragma once

#include <optional>
#include <vector>

namespace hipwright {

/// Taken from a histogram of 1 HU in which single wild voxels and what a scanner or a program fills up with (one
/// value alone, at 0 or below -700) have no say. Shares are of the other voxels, 0 to 1.
struct HuModes {
  double least = 0;  ///< of all voxels but the lowest and highest ten-thousandth
  double most = 0;
  double low = 0;              ///< half a percent lies below
  double high = 0;             ///< a thousandth lies above
  double middle = 0;           ///< median
  double belowAir = 0;         ///< share below -1100
  double tissue = 0;           ///< share from -200 to 200, where fat and muscle belong
  double tissueUp = 0;         ///< share that would be fat or muscle 1024 lower, and markedly less lies beside it
  double tissueUpAt = 0;       ///< most common of these
  double tissueDown = 0;       ///< share that would be fat or muscle 1024 higher
  std::optional<double> air;   ///< most common value below -700
  std::optional<double> body;  ///< most common value above
  std::optional<double> fat;   ///< the two peaks of the body, if there are two
  std::optional<double> muscle;
};

HuModes huModes(const std::vector<float>& hu);

/// TooHigh: half of it is denser than any bone. Shifted: 1024 too high. ShiftedTwice: 1024 too low. Elsewhere: air, fat
/// or muscle are not where they belong, or nothing tells where they are.
enum class HuScale { Plausible, TooHigh, Shifted, ShiftedTwice, Elsewhere };

HuScale scaleOf(const HuModes& modes);

/// The places that make a scale HuScale::Elsewhere.
bool isAirElsewhere(const HuModes& modes);
bool isBodyElsewhere(const HuModes& modes);
bool areTissuesElsewhere(const HuModes& modes);
bool isMuchBelowAir(const HuModes& modes);

/// Neither air nor fat is in view, and what is most common lies where muscle seldom does or the densest bone where
/// cortex does not: a factor of 2 looks like that.
bool isScaleOpen(const HuModes& modes);

}  // namespace hipwright
