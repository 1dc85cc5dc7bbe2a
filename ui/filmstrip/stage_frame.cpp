#include "ui/filmstrip/stage_frame.h"

#include "engine/io/picture_raster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace hipwright {
namespace {

constexpr int kFrameHeight = 360;   // pixels: sharp when enlarged and on dense screens
constexpr int kLetters = 30;        // pixels of R and L
constexpr double kAirMm = 15;       // around the region of a run
constexpr double kNearlyAll = 0.9;  // of a picture, which is shown whole then

QImage marked(Canvas canvas) {
  TextDrawer text;
  drawSides(canvas, {0, 0, canvas.width(), canvas.height()}, text, kLetters);
  QImage image(canvas.width(), canvas.height(), QImage::Format_RGB32);
  for (int y = 0; y < canvas.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < canvas.width(); ++x) {
      const Rgb colour = canvas.at(x, y);
      line[x] = qRgb(colour.r, colour.g, colour.b);
    }
  }
  return image;
}

std::vector<float> partOf(const std::vector<float>& values, int columns, const PictureCrop& crop) {
  std::vector<float> part;
  if (values.empty()) return part;
  part.reserve(static_cast<std::size_t>(crop.columns) * static_cast<std::size_t>(crop.rows));
  for (int row = crop.row; row < crop.row + crop.rows; ++row) {
    const auto first = values.begin() + std::ptrdiff_t{row} * columns + crop.column;
    part.insert(part.end(), first, first + crop.columns);
  }
  return part;
}

CoronalPicture partOf(const CoronalPicture& picture, const PictureCrop& crop) {
  CoronalPicture part{crop.columns, crop.rows, picture.columnMm, picture.rowMm, picture.plane, {}, {}};
  part.hu = partOf(picture.hu, picture.columns, crop);
  part.sdf = partOf(picture.sdf, picture.columns, crop);
  return part;
}

/// Indices along an axis that a box and the air around it take.
struct Range {
  int first = 0;
  int count = 0;
};

Range rangeAlong(int axis, const Box& box, const Geometry& geometry) {
  double low = std::numeric_limits<double>::max();
  double high = std::numeric_limits<double>::lowest();
  for (int corner = 0; corner < 8; ++corner) {
    Vec3 point{};
    for (int a = 0; a < 3; ++a) point[a] = (corner >> a & 1) != 0 ? box.upper[a] + kAirMm : box.lower[a] - kAirMm;
    const double index = geometry.patientToIndex(point)[axis];
    low = std::min(low, index);
    high = std::max(high, index);
  }
  const auto last = static_cast<double>(geometry.size[axis] - 1);
  const int first = int(std::lround(std::clamp(low, 0.0, last)));
  return {first, int(std::lround(std::clamp(high, 0.0, last))) - first + 1};
}

}  // namespace

QImage frameImage(const CoronalPicture& picture, int height) {
  const double aspect = picture.columns * picture.columnMm / (picture.rows * picture.rowMm);
  const int width = std::max(1, int(std::lround(height * aspect)));
  Canvas canvas(width, height, {0, 0, 0});
  drawPicture(canvas, {0, 0, width, height}, picture, {});
  return marked(std::move(canvas));
}

QImage croppedImage(const QImage& image, const CoronalPicture& whole, const PictureCrop& crop) {
  const double across = double(image.width()) / whole.columns;
  const double down = double(image.height()) / whole.rows;
  const QRect part(int(crop.column * across), int(crop.row * down), int(crop.columns * across), int(crop.rows * down));
  const QImage large =
      image.copy(part).scaledToHeight(kFrameHeight, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
  Canvas canvas(large.width(), large.height(), {0, 0, 0});
  for (int y = 0; y < large.height(); ++y)
    for (int x = 0; x < large.width(); ++x) {
      const QRgb colour = large.pixel(x, y);
      canvas.blend(x, y, {std::uint8_t(qRed(colour)), std::uint8_t(qGreen(colour)), std::uint8_t(qBlue(colour))}, 1);
    }
  return marked(std::move(canvas));
}

std::optional<PictureCrop> cropAround(const Box& box, const Geometry& geometry) {
  const CoronalCut cut = coronalCut(geometry);
  const Range columns = rangeAlong(cut.columnAxis, box, geometry);
  const Range rows = rangeAlong(cut.rowAxis, box, geometry);
  const auto allColumns = static_cast<int>(geometry.size[cut.columnAxis]);
  const auto allRows = static_cast<int>(geometry.size[cut.rowAxis]);
  PictureCrop crop{columns.first, rows.first, columns.count, rows.count};
  if (cut.flipColumns) crop.column = allColumns - columns.first - columns.count;
  if (cut.flipRows) crop.row = allRows - rows.first - rows.count;
  const double share = double(crop.columns) * crop.rows / (double(allColumns) * allRows);
  if (crop.columns < 1 || crop.rows < 1 || share > kNearlyAll) return std::nullopt;
  return crop;
}

StageFrame drawn(StageFrame frame) {
  const CoronalPicture& picture = *frame.picture;
  frame.image = frameImage(frame.crop ? partOf(picture, *frame.crop) : picture, kFrameHeight);
  if (!picture.sdf.empty()) frame.areaCm2 = implantAreaCm2(picture);
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
