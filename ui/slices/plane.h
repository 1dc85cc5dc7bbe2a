// The three anatomical planes and how they are laid out on a screen: which patient direction runs to the right and
// which runs down, where a point of the patient lands, and what the edges are called.
#pragma once

#include "engine/core/box.h"

#include <QPointF>
#include <QSize>
#include <QString>
#include <array>

namespace hipwright {

enum class Plane { Axial, Coronal, Sagittal };

inline constexpr std::array<Plane, 3> kPlanes = {Plane::Axial, Plane::Coronal, Plane::Sagittal};

/// Patient directions of a picture, radiological convention: the patient is seen from the feet and from the front, so
/// that the patient's right is on the left; a sagittal picture looks to the patient's right, with the front on the
/// left.
struct PlaneAxes {
  Vec3 right;   ///< LPS unit vector that runs to the right on the screen
  Vec3 down;    ///< LPS unit vector that runs down on the screen
  Vec3 normal;  ///< LPS unit vector into the screen, along which slices are counted: S, P or R
};

PlaneAxes planeAxes(Plane plane);

/// The patient axis (0 L/R, 1 A/P, 2 S/I) that stands on the plane.
int normalAxis(Plane plane);

/// One letter for a patient direction: R, L, A, P, S or I, whichever it follows best.
QChar directionLetter(const Vec3& direction);

/// "S 21.0" for the place along one patient axis, in mm.
QString placeText(int axis, double mm);

/// "R 61.4 A 4.2 S 21.0" for a point in LPS mm.
QString placeText(const Vec3& point);

/// A picture of a plane: what lies in its middle, how large it is in pixels and how many mm a pixel covers.
struct SliceFrame {
  Plane plane = Plane::Axial;
  Vec3 centre{0, 0, 0};   ///< LPS mm in the middle of the picture
  double mmPerPixel = 1;  ///< positive
  QSize size;             ///< pixels

  /// LPS mm of a place in the picture; pixel (0, 0) covers 0 to 1.
  Vec3 toPatient(QPointF pixel) const;

  /// Where a point appears; its distance from the plane is left out.
  QPointF toPixel(const Vec3& point) const;

  /// Signed mm of a point from the plane, along the normal.
  double distance(const Vec3& point) const;

  bool operator==(const SliceFrame&) const = default;
};

/// Distance between two slices in mm: the spacing of the index axis that follows the plane's normal best.
double sliceStep(const Geometry& geometry, Plane plane);

/// The mm per pixel at which the whole box fits a picture of that size.
double fittingScale(const Box& box, Plane plane, QSize size);

}  // namespace hipwright
