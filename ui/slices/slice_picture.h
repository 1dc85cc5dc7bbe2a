// The picture of one slice with the implant in it, and no more work than what changed asks for.
#pragma once

#include "ui/slices/slice_scene.h"

#include <QImage>
#include <QPainterPath>

namespace hipwright {

/// Keeps the samples of the last slice: a new window only maps them again, a new implant leaves the CT alone.
class SlicePicture {
 public:
  /// Brings picture and outline up to date. `frame` is in logical pixels, `ratio` device pixels per logical one;
  /// `window` is the view's, which may be another one than the scene's.
  void update(const SliceFrame& frame, double ratio, const SliceScene& scene, const WindowLevel& window);

  const QImage& image() const { return m_image; }            ///< Format_RGB32
  QRectF area() const { return m_area; }                     ///< where it belongs, in logical pixels
  const QPainterPath& outline() const { return m_outline; }  ///< the implant's border, in logical pixels

 private:
  bool sampleCt(const SliceScene& scene);
  bool sampleImplant(const SliceScene& scene);
  void traceOutline();
  void paint(const SliceScene& scene);

  SliceFrame m_frame;  ///< in device pixels
  double m_ratio = 0;
  int m_step = 1;  ///< device pixels per sample
  VolumePtr m_ct;
  VolumePtr m_implant;
  WindowLevel m_window;
  bool m_overlay = false;
  std::vector<float> m_hu;
  std::vector<float> m_field;  ///< of the implant, inside m_part
  QRect m_part;                ///< samples that can hold the implant
  QImage m_image;
  QRectF m_area;
  QPainterPath m_outline;
};

}  // namespace hipwright
