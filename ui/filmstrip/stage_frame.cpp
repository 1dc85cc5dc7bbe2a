#include "ui/filmstrip/stage_frame.h"

#include "engine/io/picture_raster.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr int kFrameHeight = 360;  // pixels: sharp when enlarged and on dense screens

}  // namespace

QImage frameImage(const CoronalPicture& picture, int height) {
  const double aspect = picture.columns * picture.columnMm / (picture.rows * picture.rowMm);
  const int width = std::max(1, int(std::lround(height * aspect)));
  Canvas canvas(width, height, {0, 0, 0});
  drawPicture(canvas, {0, 0, width, height}, picture, {});
  QImage image(width, height, QImage::Format_RGB32);
  for (int y = 0; y < height; ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < width; ++x) {
      const Rgb colour = canvas.at(x, y);
      line[x] = qRgb(colour.r, colour.g, colour.b);
    }
  }
  return image;
}

StageFrame drawn(StageFrame frame) {
  frame.image = frameImage(*frame.picture, kFrameHeight);
  if (!frame.picture->sdf.empty()) frame.areaCm2 = implantAreaCm2(*frame.picture);
  return frame;
}

double implantAreaCm2(const CoronalPicture& picture) {
  const auto inside = std::count_if(picture.sdf.begin(), picture.sdf.end(), [](float d) { return d > 0; });
  return static_cast<double>(inside) * picture.columnMm * picture.rowMm / 100;
}

std::optional<double> maskChange(const CoronalPicture& before, const CoronalPicture& after) {
  if (before.sdf.size() != after.sdf.size() || before.plane != after.plane) return std::nullopt;
  std::int64_t either = 0;
  std::int64_t differing = 0;
  for (std::size_t i = 0; i < after.sdf.size(); ++i) {
    const bool was = before.sdf[i] > 0;
    const bool is = after.sdf[i] > 0;
    either += was || is ? 1 : 0;
    differing += was != is ? 1 : 0;
  }
  if (either == 0) return std::nullopt;
  return static_cast<double>(differing) / static_cast<double>(either);
}

std::optional<int> stableSince(const std::vector<double>& changes) {
  constexpr std::size_t kFewest = 5;
  constexpr double kShareOfLargest = 0.05;
  if (changes.size() < kFewest) return std::nullopt;
  const double limit = kShareOfLargest * *std::max_element(changes.begin(), changes.end());
  const auto lastLarge = std::find_if(changes.rbegin(), changes.rend(), [&](double c) { return c > limit; });
  if (lastLarge == changes.rbegin()) return std::nullopt;
  return static_cast<int>(changes.rend() - lastLarge);
}

}  // namespace hipwright
