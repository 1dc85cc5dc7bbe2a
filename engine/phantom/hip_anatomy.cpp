#include "engine/phantom/hip_anatomy.h"

namespace hipwright {
namespace {

constexpr float kCartilage = 95;
constexpr float kCapsule = 52;
constexpr float kPlainTissue = 40;
constexpr float kFossaFat = -55;
constexpr float kCapsuleThickness = 3.5F;  // mm

float inside(float distance, float width) { return ramp(width, -width, distance); }

/// Thin cortex is porous; the wall of the shaft is compact.
float cortexHounsfield(float thickness, float density) {
  return std::sqrt(density) * lerp(850, 1480, ramp(0.8F, 4.5F, thickness));
}

}  // namespace

HipAnatomy::HipAnatomy(const PhantomParameters& p, float edgeHalfWidth)
    : m_edge(edgeHalfWidth),
      m_density(static_cast<float>(p.boneDensity)),
      m_headRadius(static_cast<float>(p.headDiameter / 2)),
      m_acetabularRadius(static_cast<float>(p.acetabularRadius)),
      m_frame(p),
      m_femur(p),
      m_pelvis(p),
      m_soft(p, m_femur) {}

HipAnatomy::Shares HipAnatomy::shares(float outer, float cortex) const {
  return {inside(outer, m_edge), inside(outer + cortex, m_edge)};
}

/// The joint's own soft parts, then everything else.
float HipAnatomy::around(Point p, float toFemur) const {
  float hu = m_soft.hounsfield(p, m_edge);
  const float fromCentre = length(p);
  if (fromCentre > 2.2F * m_headRadius) return hu;
  const float neck = std::max(toFemur - kCapsuleThickness, fromCentre - 1.75F * m_headRadius);
  hu = lerp(hu, kCapsule, inside(std::min(neck, fromCentre - m_acetabularRadius - 2), m_edge));
  hu = lerp(hu, kFossaFat, inside(m_pelvis.fossa(p), m_edge));
  return lerp(hu, kCartilage, inside(fromCentre - m_acetabularRadius, m_edge));
}

float HipAnatomy::hounsfield(Point p, PhantomDetail detail) const {
  const Point f = m_frame.toFemur(p);
  const float toFemur = m_femur.outer(f);
  const float toPelvis = m_pelvis.outer(p);
  const float toBone = std::min(toFemur, toPelvis);
  if (detail == PhantomDetail::Bones && toBone >= m_edge) return kPlainTissue;
  float hu = 0;
  if (toBone > -m_edge) hu = around(p, toFemur);
  if (toPelvis < m_edge) {
    const float cortex = m_pelvis.cortex(p);
    const Shares share = shares(toPelvis, cortex);
    const float filling = share.inside > 0 ? m_pelvis.filling(p) : 0;
    hu = lerp(hu, cortexHounsfield(cortex, m_density), share.bone - share.inside) + share.inside * (filling - hu);
  }
  if (toFemur < m_edge) {
    const float cortex = m_femur.cortex(f);
    const Shares share = shares(toFemur, cortex);
    const float filling = share.inside > 0 ? m_femur.filling(f) : 0;
    hu = lerp(hu, cortexHounsfield(cortex, m_density), share.bone - share.inside) + share.inside * (filling - hu);
  }
  return hu;
}

}  // namespace hipwright
