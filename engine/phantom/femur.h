// The proximal femur as one smooth body: head, neck, both trochanters and shaft, with cortex, spongiosa and marrow.
#pragma once

#include "engine/phantom/phantom_parameters.h"
#include "engine/phantom/shapes.h"
#include "engine/phantom/texture.h"

namespace hipwright {

/// Positions are in the femur's frame: as the hip frame, but with z along the shaft and the origin at the head's
/// centre.
class Femur {
 public:
  explicit Femur(const PhantomParameters& parameters);

  /// Signed distance to the periosteal surface in mm, negative inside.
  float outer(Point p) const;

  /// Local thickness of the cortex in mm: thin on head and trochanter, thick along the shaft and at the calcar.
  float cortex(Point p) const;

  /// Signed distance to the endosteal surface: negative in the marrow and the cancellous bone.
  float inner(Point p) const { return outer(p) + cortex(p); }

  /// HU of what fills the bone: the compressive and tensile groups of Ward, the fatty triangle between, marrow below.
  float filling(Point p) const;

  Point neckAxis() const { return m_neckAxis; }  ///< unit, from the shaft to the head
  Point junction() const { return m_junction; }  ///< where neck axis and shaft axis meet
  float lesserTrochanterZ() const { return m_junction.z - 19; }

 private:
  float shaft(Point q) const;
  float neck(Point p) const;
  float trochanters(Point q) const;

  float m_headRadius;
  float m_headCortex;
  float m_shaftRadius;
  float m_shaftCortex;
  float m_density;
  Point m_neckAxis;
  Point m_acrossNeck;  ///< unit, normal of the neck's plane
  Point m_junction;
  Rod m_neck;
  Rod m_trochanterBase;
  Rod m_trochanterTip;
  Rod m_lesserTrochanter;
  Rod m_crest;
  Rod m_compressive;
  Rod m_tensile;
  Texture m_grain;
};

}  // namespace hipwright
