#include "ui/slices/window_level.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr QRgb greyPixel(std::uint8_t grey) { return 0xff000000U | (grey * 0x010101U); }

/// `amount` is 0 to 256.
QRgb mixed(QRgb under, QRgb over, int amount) {
  const auto channel = [amount](int a, int b) { return (a * (256 - amount) + b * amount) >> 8; };
  return qRgb(channel(qRed(under), qRed(over)), channel(qGreen(under), qGreen(over)),
              channel(qBlue(under), qBlue(over)));
}

}  // namespace

WindowLevel windowOf(WindowPreset preset) {
  switch (preset) {
    case WindowPreset::Bone: return {2000, 500};
    case WindowPreset::SoftTissue: return {450, 50};
    case WindowPreset::Metal: return {4000, 1500};
    case WindowPreset::Default: break;
  }
  return {1500, 300};
}

WindowLevel dragged(const WindowLevel& start, double dx, double dy) {
  const double perPixel = std::clamp(start.width / 400, 0.25, 10.0);
  return {std::round(std::clamp(start.width + perPixel * dx, 1.0, 20000.0)),
          std::round(std::clamp(start.level - perPixel * dy, -2000.0, 8000.0))};
}

std::uint8_t greyOf(float hu, const WindowLevel& window) {
  const auto scale = static_cast<float>(255 / window.width);
  const auto shift = static_cast<float>(127.5 - 255 * window.level / window.width);
  const float grey = hu * scale + shift;
  return static_cast<std::uint8_t>(grey > 0 ? std::min(grey, 255.0F) : 0.0F);  // not a number compares false
}

void paintGrey(std::span<const float> hu, const WindowLevel& window, QImage& picture) {
  const auto scale = static_cast<float>(255 / window.width);
  const auto shift = static_cast<float>(127.5 - 255 * window.level / window.width);
  const auto width = static_cast<std::size_t>(picture.width());
  for (int y = 0; y < picture.height(); ++y) {
    const float* in = hu.data() + static_cast<std::size_t>(y) * width;
    auto* out = reinterpret_cast<QRgb*>(picture.scanLine(y));
    for (std::size_t x = 0; x < width; ++x) {
      const float grey = in[x] * scale + shift;
      out[x] = greyPixel(static_cast<std::uint8_t>(static_cast<int>(grey > 0 ? std::min(grey, 255.0F) : 0.0F)));
    }
  }
}

void paintTint(const TintedArea& area, QImage& picture) {
  const int amount = static_cast<int>(std::lround(256 * area.opacity));
  for (int y = 0; y < area.size.height(); ++y) {
    const float* field = area.field.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(area.size.width());
    auto* out = reinterpret_cast<QRgb*>(picture.scanLine(area.corner.y() + y)) + area.corner.x();
    for (int x = 0; x < area.size.width(); ++x)
      if (field[x] > 0) out[x] = mixed(out[x], area.colour, amount);
  }
}

}  // namespace hipwright
