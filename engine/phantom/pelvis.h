// The part of the pelvis around the hip: acetabulum with its lunate shape and fossa, ilium, ischium and pubis.
#pragma once

#include "engine/phantom/phantom_parameters.h"
#include "engine/phantom/shapes.h"
#include "engine/phantom/texture.h"

namespace hipwright {

/// Positions are in the hip frame.
class Pelvis {
 public:
  explicit Pelvis(const PhantomParameters& parameters);

  /// Signed distance to the surface of the bone in mm, negative inside.
  float outer(Point p) const;

  /// Local thickness of the cortex in mm: thick in the weight-bearing roof.
  float cortex(Point p) const;

  /// HU of the cancellous bone.
  float filling(Point p) const;

  /// Signed distance to the fossa, which fat fills.
  float fossa(Point p) const { return m_fossa(p); }

  Point opening() const { return m_opening; }  ///< unit, where the acetabulum looks

 private:
  float ilium(Point p) const;
  float columns(Point p) const;

  float m_radius;
  float m_cortex;
  float m_density;
  Point m_opening;
  Ellipsoid m_block;
  Rod m_cavity;
  Rod m_fossa;
  Ellipsoid m_plate;
  Rod m_ischium;
  Rod m_ramus;
  Rod m_pubis;
  Rod m_spine;
  Texture m_grain;
};

}  // namespace hipwright
