#include "ui/slices/slice_picture.h"

#include "ui/slices/contour.h"
#include "ui/slices/slice_sampler.h"
#include "ui/theme/theme.h"

#include <cmath>
#include <utility>

namespace hipwright {
namespace {

constexpr float kAir = -1024;            // HU beside the scan
constexpr int kMostSamples = 1'500'000;  // beyond, one sample serves 2 x 2 pixels: screens finer than any scan

/// Samples that the box can touch, empty if the slice misses it.
QRect partOf(const Box& box, const SliceFrame& frame, int step) {
  const int axis = normalAxis(frame.plane);
  if (frame.centre[axis] < box.lower[axis] || frame.centre[axis] > box.upper[axis]) return {};
  const QRectF area = QRectF(frame.toPixel(box.lower), frame.toPixel(box.upper)).normalized();
  const QRect all(0, 0, (frame.size.width() + step - 1) / step, (frame.size.height() + step - 1) / step);
  const QPoint low(static_cast<int>(std::floor(area.left() / step)) - 1,
                   static_cast<int>(std::floor(area.top() / step)) - 1);
  const QPoint high(static_cast<int>(std::ceil(area.right() / step)) + 1,
                    static_cast<int>(std::ceil(area.bottom() / step)) + 1);
  return QRect(low, high) & all;
}

/// A live picture is a field of one plane; across it there is a dash that looks like an implant and is none.
bool cutsThinField(const Geometry& field, Plane plane) {
  const AxisCodes codes = nearestAxes(field);
  for (int axis = 0; axis < 3; ++axis)
    if (field.size[axis] == 1 && codes.patientAxis[axis] != normalAxis(plane)) return true;
  return false;
}

}  // namespace

void SlicePicture::update(const SliceFrame& frame, double ratio, const SliceScene& scene, const WindowLevel& window) {
  const QSize size(static_cast<int>(std::lround(frame.size.width() * ratio)),
                   static_cast<int>(std::lround(frame.size.height() * ratio)));
  const SliceFrame device{frame.plane, frame.centre, frame.mmPerPixel / ratio, size};
  const bool moved = !(device == m_frame) || ratio != m_ratio;
  if (moved) {
    m_frame = device;
    m_ratio = ratio;
    m_step = size.width() * size.height() > kMostSamples ? 2 : 1;
    m_ct.reset();
    m_implant.reset();
    m_part = {};
    m_outline.clear();
  }
  const bool newCt = sampleCt(scene);
  const bool newImplant = sampleImplant(scene);
  const bool overlay = scene.isShown(SliceLayer::Overlay);
  const bool newWindow = window != std::exchange(m_window, window);
  if (moved || newCt || newImplant || newWindow || overlay != m_overlay) paint(scene);
}

bool SlicePicture::sampleCt(const SliceScene& scene) {
  if (scene.ct() == m_ct) return false;
  m_ct = scene.ct();
  if (!m_ct) return true;
  const SliceRaster raster = rasterOf(m_frame, m_step);
  m_hu.resize(static_cast<std::size_t>(raster.size.width()) * static_cast<std::size_t>(raster.size.height()));
  sampleSlice(*m_ct, raster, kAir, m_hu);
  return true;
}

bool SlicePicture::sampleImplant(const SliceScene& scene) {
  if (scene.implant() == m_implant) return false;
  m_implant = scene.implant();
  const bool shows = m_implant && scene.implantBox() && !cutsThinField(m_implant->geometry, m_frame.plane);
  m_part = shows ? partOf(*scene.implantBox(), m_frame, m_step) : QRect();
  m_outline.clear();
  if (m_part.isEmpty()) return true;
  m_field.resize(static_cast<std::size_t>(m_part.width()) * static_cast<std::size_t>(m_part.height()));
  sampleSlice(*m_implant, cropped(rasterOf(m_frame, m_step), m_part), -1, m_field);
  traceOutline();
  return true;
}

void SlicePicture::traceOutline() {
  const QPointF corner = QPointF(m_part.topLeft()) + QPointF(0.5, 0.5);
  const double scale = m_step / m_ratio;
  for (QPolygonF& line : contours(m_field, m_part.size(), 0)) {
    for (QPointF& point : line) point = scale * (point + corner);
    m_outline.addPolygon(line);
  }
}

void SlicePicture::paint(const SliceScene& scene) {
  m_overlay = scene.isShown(SliceLayer::Overlay);
  const QSize size = rasterOf(m_frame, m_step).size;
  m_area = QRectF(0, 0, size.width() * m_step / m_ratio, size.height() * m_step / m_ratio);
  if (!m_ct || size.isEmpty()) {
    m_image = {};
    return;
  }
  if (m_image.size() != size) m_image = QImage(size, QImage::Format_RGB32);
  paintGrey(m_hu, m_window, m_image);
  if (m_overlay && !m_part.isEmpty())
    paintTint({m_field, m_part.topLeft(), m_part.size(), picture::kImplant, picture::kOverlayFill}, m_image);
}

}  // namespace hipwright
