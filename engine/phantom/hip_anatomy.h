// Bones, joint and soft tissue put together: the HU of a point of the hip.
#pragma once

#include "engine/phantom/femur.h"
#include "engine/phantom/hip_frame.h"
#include "engine/phantom/pelvis.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/soft_tissue.h"

namespace hipwright {

/// Positions are in the hip frame. Immutable: any thread.
class HipAnatomy {
 public:
  /// `edgeHalfWidth` in mm: how far scanner and voxels blur an edge to each side.
  HipAnatomy(const PhantomParameters& parameters, float edgeHalfWidth);

  float hounsfield(Point p, PhantomDetail detail = PhantomDetail::Everything) const;

  const HipFrame& frame() const { return m_frame; }
  const Femur& femur() const { return m_femur; }
  const Pelvis& pelvis() const { return m_pelvis; }

 private:
  /// Share of a bone's voxel that its whole and its inside take.
  struct Shares {
    float bone = 0;
    float inside = 0;
  };
  Shares shares(float outer, float cortex) const;
  float around(Point p, float toFemur) const;

  float m_edge;
  float m_density;
  float m_headRadius;
  float m_acetabularRadius;
  HipFrame m_frame;
  Femur m_femur;
  Pelvis m_pelvis;
  SoftTissue m_soft;
};

}  // namespace hipwright
