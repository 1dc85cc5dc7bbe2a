// Window and level: which HU become black and which white, with the presets radiology is used to.
#pragma once

#include <QImage>
#include <array>
#include <cstdint>
#include <span>

namespace hipwright {

struct WindowLevel {
  double width = 1500;  ///< HU from black to white, at least 1
  double level = 300;   ///< HU of middle grey

  bool operator==(const WindowLevel&) const = default;
};

enum class WindowPreset { Default, Bone, SoftTissue, Metal };

inline constexpr std::array<WindowPreset, 4> kWindowPresets = {WindowPreset::Default, WindowPreset::Bone,
                                                               WindowPreset::SoftTissue, WindowPreset::Metal};

/// Default is the window of the reference script: level 300, width 1500.
WindowLevel windowOf(WindowPreset preset);

/// A drag by (dx, dy) pixels: to the right widens, up raises the level; a wide window moves faster. Width 1 to 20000,
/// level -2000 to 8000.
WindowLevel dragged(const WindowLevel& start, double dx, double dy);

/// 0 black to 255 white; a value that is not a number is black.
std::uint8_t greyOf(float hu, const WindowLevel& window);

/// Grey picture of row-by-row values, one per pixel of `picture`, which is Format_RGB32. Any thread.
void paintGrey(std::span<const float> hu, const WindowLevel& window, QImage& picture);

/// Mixes `colour` at `opacity` (0 to 1) into the pixels from `corner` on whose `field` value is above 0; `size` is that
/// of the field.
struct TintedArea {
  std::span<const float> field;
  QPoint corner;
  QSize size;
  QRgb colour = 0;
  double opacity = 0;
};
void paintTint(const TintedArea& area, QImage& picture);

}  // namespace hipwright
