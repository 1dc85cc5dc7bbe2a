#include "ui/viewport/slice_quad.h"

#include "ui/slices/slice_sampler.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr int kMostPixels = 384;
constexpr float kAir = -1024;

}  // namespace

SliceQuad sliceQuad(const Volume& ct, Plane plane, const Vec3& through, const WindowLevel& window) {
  const Box box = boundingBox(ct.geometry);
  const PlaneAxes axes = planeAxes(plane);
  const double width = std::abs(dot(box.upper - box.lower, axes.right));
  const double height = std::abs(dot(box.upper - box.lower, axes.down));
  const double scale = std::max({width / kMostPixels, height / kMostPixels, 0.1});
  SliceFrame frame{plane, box.centre(), scale,
                   QSize(static_cast<int>(std::ceil(width / scale)), static_cast<int>(std::ceil(height / scale)))};
  frame.centre[normalAxis(plane)] = through[normalAxis(plane)];
  std::vector<float> hu(static_cast<std::size_t>(frame.size.width()) * static_cast<std::size_t>(frame.size.height()));
  sampleSlice(ct, rasterOf(frame, 1), kAir, hu);
  SliceQuad quad{frame.toPatient({0, 0}), (scale * frame.size.width()) * axes.right,
                 (scale * frame.size.height()) * axes.down, QImage(frame.size, QImage::Format_RGB32)};
  paintGrey(hu, window, quad.image);
  return quad;
}

}  // namespace hipwright
