// What surrounds the bones: muscles packed against each other with fat planes between, vessels, skin and air.
#pragma once

#include "engine/phantom/phantom_parameters.h"
#include "engine/phantom/shapes.h"
#include "engine/phantom/texture.h"

#include <vector>

namespace hipwright {

class Femur;

/// Positions are in the hip frame.
class SoftTissue {
 public:
  SoftTissue(const PhantomParameters& parameters, const Femur& femur);

  /// HU at a point that no bone covers. `sharpness` is half the width of an edge in mm.
  float hounsfield(Point p, float sharpness) const;

  /// Signed distance to the skin in mm, negative inside the body.
  float skin(Point p) const;

 private:
  float flesh(Point p, float sharpness) const;

  struct Belly {
    Rod rod;
    float flat = 1;  ///< thickness across `normal` relative to the rod's own
    Point normal{0, 0, 1};
  };

  /// A belly with what its distance needs, computed once.
  struct Muscle {
    Belly belly;
    Point axis;  ///< from end to end, over the squared length
    Point along;
    Point middle;
    float reach = 0;  ///< mm from the middle beyond which it competes with nobody
    float squeeze = 0;
  };
  static std::vector<Belly> bellies(float offset, float lesserTrochanterZ);
  float distance(const Muscle& muscle, Point p) const;

  float m_bulk;
  float m_fat;
  float m_side;  ///< lateral reach of the muscles, mm
  std::vector<Muscle> m_muscles;
  std::vector<Rod> m_vessels;
  Ellipsoid m_viscera;
  Texture m_grain;
};

}  // namespace hipwright
