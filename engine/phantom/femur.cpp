#include "engine/phantom/femur.h"

#include <numbers>

namespace hipwright {
namespace {

constexpr float kNeckFlatness = 1.16F;  // the neck is lower from front to back than from top to bottom
constexpr float kDegree = std::numbers::pi_v<float> / 180;

Point neckDirection(const PhantomParameters& p) {
  const auto angle = static_cast<float>(p.neckShaftAngle) * kDegree;
  const auto version = static_cast<float>(p.anteversion) * kDegree;
  return {-std::sin(angle) * std::cos(version), -std::sin(angle) * std::sin(version), -std::cos(angle)};
}

/// The neck's base is as wide as the canal flare index asks for: a level cut 20 mm above the lesser trochanter runs
/// from the lateral cortex to the lower border of the neck.
float neckBase(const PhantomParameters& p) {
  const double outerWidth = p.canalFlareIndex * p.canalDiameter + 5;
  const double medial = outerWidth - p.shaftDiameter() / 2 - 2;
  return static_cast<float>(std::clamp(medial * -std::cos(p.neckShaftAngle * kDegree), 14.0, 19.0));
}

}  // namespace

Femur::Femur(const PhantomParameters& p)
    : m_headRadius(static_cast<float>(p.headDiameter / 2)),
      m_headCortex(static_cast<float>(p.headCortex)),
      m_shaftRadius(static_cast<float>(p.shaftDiameter() / 2)),
      m_shaftCortex(static_cast<float>(p.corticalThickness)),
      m_density(static_cast<float>(p.boneDensity)),
      m_neckAxis(neckDirection(p)),
      m_acrossNeck(unit(cross(m_neckAxis, Point{0, 0, 1}))),
      m_junction(-static_cast<float>(p.neckLength) * m_neckAxis),
      m_grain(p.textureSeed + 1) {
  const float r = m_headRadius;
  const Point j = m_junction;
  m_neck = {j + 4.0F * m_neckAxis, -0.35F * r * m_neckAxis, neckBase(p), 0.63F * r, -0.6F};
  const float tip = -j.z - 9;  // the tip stands about level with the head's centre
  m_trochanterBase = {{1, 2, -8}, {8, 7, 0.5F * tip}, 0.92F * m_shaftRadius + 1, 10, 1};
  m_trochanterTip = {{8, 7, 0.5F * tip}, {2, 12, tip}, 10, 6.5F, 0};
  m_lesserTrochanter = {{-3, 4, -16}, {-12, 11.5F, -20}, 9, 5.5F, 0};
  m_crest = {{3, 13, 0.75F * tip}, {-9, 12, -14}, 5, 5, 0};
  const Point calcar = j + Point{-m_shaftRadius + 2, 0, -14};
  m_compressive = {calcar + 9.0F * m_neckAxis, Point{0.12F * r, 0, 0.95F * r}, 5, 11, 0};
  m_tensile = {j + Point{8, 3, 4}, Point{-0.5F * r, 0, 0.1F * r}, 6, 6, 0};
}

float Femur::shaft(Point q) const {
  const float bow = 0.0004F * q.z * q.z;
  const Rod rod{{0, 0, 2}, {0, 0, -400}, 0, 0, 0};
  const float radius = m_shaftRadius + 2.5F * ramp(-42, -4, q.z);
  return rod({q.x, q.y + std::min(bow, 6.0F), q.z}) - radius;
}

float Femur::neck(Point p) const {
  const float across = dot(p, m_acrossNeck);
  return m_neck(p + ((kNeckFlatness - 1) * across) * m_acrossNeck);
}

float Femur::trochanters(Point q) const {
  const float greater = blend(m_trochanterBase(q), m_trochanterTip(q), 4);
  // Longer than it is wide: measured in a space squeezed along the shaft.
  const Point s{q.x, q.y, -18 + 0.7F * (q.z + 18)};
  return blend(blend(greater, m_crest(q), 6), m_lesserTrochanter(s), 3);
}

float Femur::outer(Point p) const {
  const Point q = p - m_junction;
  const float head = length(p) - m_headRadius;
  const float fromShaft = std::sqrt(q.x * q.x + q.y * q.y) - 32;
  const float fromTop = length(p - 0.5F * m_junction) - 0.5F * length(m_junction) - 34;
  if (std::min(fromShaft, fromTop) > 6) return std::min(fromShaft, fromTop);
  const float upper = blend(shaft(q), neck(p), 9);
  const float whole = blend(blend(upper, trochanters(q), 8), head, 5);
  const Point fovea = p - m_headRadius * unit({-0.94F, 0.1F, -0.3F});
  return carve(whole, length(fovea) - 3.5F, 3);
}

float Femur::cortex(Point p) const {
  const Point q = p - m_junction;
  const float down = ramp(4, -34, q.z);
  // The tube's wall: what is left of the shaft when the canal is bored.
  const float tube = lerp(m_headCortex, m_shaftCortex, down);
  const Point below = q - Point{-m_shaftRadius - 4, 0, -10};
  const float calcar = 2.2F * bump(dot(below, below), 26);
  const float lateral = 1.2F * ramp(0, m_shaftRadius, q.x) * ramp(20, -12, q.z) * (1 - down);
  const float uneven = 1 + 0.25F * (1 - down) * m_grain(0.09F * p);
  return (tube + calcar + lateral) * uneven;
}

float Femur::filling(Point p) const {
  const Point q = p - m_junction;
  const float marrow = ramp(-8, -38, q.z);
  const float inHead = bump(std::max(0.0F, length(p) - 0.35F * m_headRadius) * length(p), 1.7F * m_headRadius);
  const float main = m_compressive(p);
  const float tension = m_tensile(p);
  const float pressed = bump(std::max(main, 0.0F) * std::max(main, 0.0F), 9);
  const float pulled = bump(std::max(tension, 0.0F) * std::max(tension, 0.0F), 8);
  const float coarse = m_grain(0.13F * p);
  // Trabeculae run along the compressive group: long grains that way, short ones across.
  const Point axis = unit(m_compressive.b - m_compressive.a);
  const Point squeezed = p - (0.65F * dot(p, axis)) * axis;
  const float fine = m_grain(0.42F * squeezed) + 0.6F * m_grain(0.8F * squeezed + Point{31, 7, 5});
  const float mineral = 55 + 150 * inHead + 260 * pressed + 60 * pulled;
  const float spongy = m_density * (mineral + (20 + 0.16F * mineral) * (fine + coarse)) - 30;
  return lerp(spongy, -75 + 14 * fine, marrow);
}

}  // namespace hipwright
