// What part of a slice a view shows: fitted to the case until the user pans or zooms.
#pragma once

#include "ui/slices/plane.h"

namespace hipwright {

/// Keeps the place in the plane; the depth comes from the crosshair. Sizes in logical pixels.
class SliceCamera {
 public:
  explicit SliceCamera(Plane plane) : m_plane(plane) {}

  /// The box of a new case: shown whole.
  void fit(const Box& box);

  /// Another box to show whole; a view that was panned or zoomed stays where it is until it is reset.
  void setBox(const Box& box) { m_box = box; }

  /// Shows the whole box again.
  void reset() { m_fitted = true; }

  /// `anchor`, a pixel of a picture of `size`, keeps its place while everything grows by `factor`.
  void zoom(double factor, QPointF anchor, const SliceFrame& frame);

  /// Moves the picture by so many pixels.
  void pan(QPointF by, const SliceFrame& frame);

  /// Brings a point into the picture if it lies outside; says whether it had to.
  bool reveal(const Vec3& point, const SliceFrame& frame);

  /// The picture through `through`, LPS mm.
  SliceFrame frame(QSize size, const Vec3& through) const;

 private:
  void keep(const SliceFrame& frame);

  Plane m_plane;
  Box m_box{{-50, -50, -50}, {50, 50, 50}};
  Vec3 m_centre{0, 0, 0};
  double m_mmPerPixel = 1;
  bool m_fitted = true;
};

}  // namespace hipwright
