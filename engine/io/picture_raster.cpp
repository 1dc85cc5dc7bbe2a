#include "engine/io/picture_raster.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kFill = 0.5;
constexpr double kOutlinePixels = 1.6;

/// A grid of values that can be asked between its points; the outermost points go on to the edge.
class Sampler {
 public:
  Sampler(const std::vector<float>& values, int columns, int rows)
      : m_values(values), m_columns(columns), m_rows(rows) {}

  double at(double column, double row) const {
    const double c = std::clamp(column, 0.0, static_cast<double>(m_columns - 1));
    const double r = std::clamp(row, 0.0, static_cast<double>(m_rows - 1));
    const int c0 = std::min(static_cast<int>(c), std::max(0, m_columns - 2));
    const int r0 = std::min(static_cast<int>(r), std::max(0, m_rows - 2));
    const double fc = c - c0;
    const double fr = r - r0;
    return (value(c0, r0) * (1 - fc) + value(c0 + 1, r0) * fc) * (1 - fr) +
           (value(c0, r0 + 1) * (1 - fc) + value(c0 + 1, r0 + 1) * fc) * fr;
  }

 private:
  double value(int c, int r) const {
    return m_values[static_cast<std::size_t>(std::min(r, m_rows - 1)) * static_cast<std::size_t>(m_columns) +
                    static_cast<std::size_t>(std::min(c, m_columns - 1))];
  }

  const std::vector<float>& m_values;
  int m_columns;
  int m_rows;
};

void checkSizes(const CoronalPicture& p) {
  const auto count = static_cast<std::size_t>(std::max(0, p.columns)) * static_cast<std::size_t>(std::max(0, p.rows));
  if (count == 0 || p.hu.size() != count || (!p.sdf.empty() && p.sdf.size() != count))
    throw Error(ErrorCode::Internal, {{"reason", "a coronal picture has another size than it says"}});
}

/// Signed distance to the border of the implant in pixels, positive inside, from the field and its slope.
double pixelsInside(const Sampler& sdf, double c, double r, double step[2]) {
  const double slopeX = (sdf.at(c + step[0], r) - sdf.at(c - step[0], r)) / 2;
  const double slopeY = (sdf.at(c, r + step[1]) - sdf.at(c, r - step[1])) / 2;
  const double value = sdf.at(c, r);
  const double slope = std::hypot(slopeX, slopeY);
  return slope > 1e-9 ? std::clamp(value / slope, -1e3, 1e3) : (value > 0 ? 1e3 : -1e3);
}

}  // namespace

void drawPicture(Canvas& canvas, const PixelRect& rect, const CoronalPicture& picture, const GrayWindow& window) {
  checkSizes(picture);
  const Sampler hu(picture.hu, picture.columns, picture.rows);
  const Sampler sdf(picture.sdf, picture.columns, picture.rows);
  double step[2] = {static_cast<double>(picture.columns) / rect.width, static_cast<double>(picture.rows) / rect.height};
  const double low = window.level - window.width / 2;
  for (int y = 0; y < rect.height; ++y)
    for (int x = 0; x < rect.width; ++x) {
      const double c = (x + 0.5) * step[0] - 0.5;
      const double r = (y + 0.5) * step[1] - 0.5;
      const auto gray =
          static_cast<std::uint8_t>(std::lround(255 * std::clamp((hu.at(c, r) - low) / window.width, 0.0, 1.0)));
      canvas.blend(rect.x + x, rect.y + y, {gray, gray, gray}, 1);
      if (picture.sdf.empty()) continue;
      const double inside = pixelsInside(sdf, c, r, step);
      canvas.blend(rect.x + x, rect.y + y, kImplantColour, kFill * std::clamp(inside + 0.5, 0.0, 1.0));
      canvas.blend(rect.x + x, rect.y + y, kImplantColour,
                   std::clamp(kOutlinePixels / 2 + 0.5 - std::abs(inside), 0.0, 1.0));
    }
}

void drawSides(Canvas& canvas, const PixelRect& rect, TextDrawer& text, int size) {
  constexpr Rgb kLetters{0xE9, 0xEC, 0xF1};
  const int high = std::max(8, std::min(size, rect.width / 8));
  const TextMask right = text.draw("R", high, TextWeight::Bold);
  const TextMask left = text.draw("L", high, TextWeight::Bold);
  if (rect.width < 3 * right.width + 2 * left.width) return;
  const int rim = std::max(1, high / 10);
  canvas.drawRimmedText(rect.x + high / 2, rect.y + high / 2, right, kLetters, rim);
  canvas.drawRimmedText(rect.x + rect.width - high / 2 - left.width, rect.y + high / 2, left, kLetters, rim);
}

}  // namespace hipwright
