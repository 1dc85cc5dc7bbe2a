#include "ui/compare/distance_colours.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hipwright {
namespace {

constexpr std::size_t kShades = 1025;  // odd, so that one is no distance

std::array<QRgb, kShades> shades() {
  std::array<QRgb, kShades> all{};
  for (std::size_t i = 0; i < kShades; ++i)
    all[i] = picture::distanceColour(2.0 * static_cast<double>(i) / (kShades - 1) - 1);
  return all;
}

}  // namespace

VertexColours distanceColours(const std::vector<float>& distances, double range) {
  static const std::array<QRgb, kShades> table = shades();
  auto colours = std::make_shared<std::vector<std::uint8_t>>();
  colours->reserve(3 * distances.size());
  for (const float mm : distances) {
    const double share = std::clamp((static_cast<double>(mm) / range + 1) / 2, 0.0, 1.0);
    const QRgb colour = table[static_cast<std::size_t>(std::lround(share * (kShades - 1)))];
    for (const int channel : {qRed(colour), qGreen(colour), qBlue(colour)})
      colours->push_back(static_cast<std::uint8_t>(channel));
  }
  return colours;
}

}  // namespace hipwright
