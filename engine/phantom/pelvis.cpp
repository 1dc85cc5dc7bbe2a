#include "engine/phantom/pelvis.h"

#include <numbers>

namespace hipwright {
namespace {

constexpr float kDegree = std::numbers::pi_v<float> / 180;

/// Murray's radiographic definition: inclination in the frontal plane, version out of it.
Point openingDirection(const PhantomParameters& p) {
  const auto inclination = static_cast<float>(p.acetabularInclination) * kDegree;
  const auto version = static_cast<float>(p.acetabularVersion) * kDegree;
  return {std::sin(inclination) * std::cos(version), -std::sin(version), -std::cos(inclination) * std::cos(version)};
}

}  // namespace

Pelvis::Pelvis(const PhantomParameters& p)
    : m_radius(static_cast<float>(p.acetabularRadius)),
      m_cortex(static_cast<float>(p.headCortex)),
      m_density(static_cast<float>(p.boneDensity)),
      m_opening(openingDirection(p)),
      m_grain(p.textureSeed + 2) {
  const float r = m_radius;
  m_block = {{-0.20F * r, 0.06F * r, 0.16F * r}, {r + 2.5F, r + 5.5F, r + 5}};
  m_cavity = {{0, 0, 0}, 40.0F * m_opening, r, r + 5, 0};
  const Point notch = unit(Point{-0.25F, -0.2F, -1});
  m_fossa = {(-r + 9) * m_opening + Point{-1, 0, 0}, (r - 8) * notch, 12, 11, 0};
  m_plate = {{-r - 3.5F, 3, -4}, {4.2F, 30, 31}};
  m_ischium = {{-0.62F * r, 0.85F * r, -0.25F * r}, {-0.5F * r, 1.35F * r, -2.1F * r}, 0.50F * r, 0.42F * r, 0};
  m_ramus = {{-0.55F * r, 1.25F * r, -2.2F * r}, {-1.75F * r, -0.35F * r, -2.2F * r}, 8.5F, 6, 0};
  m_pubis = {{-0.75F * r, -0.72F * r, 0.02F * r}, {-2.3F * r, -1.35F * r, -0.85F * r}, 10.5F, 8, -1.2F};
  m_spine = {{0.1F * r, -0.9F * r, 0.8F * r}, {0.35F * r, -1.15F * r, 1.5F * r}, 7, 7, 0};
}

float Pelvis::ilium(Point p) const {
  const float r = m_radius;
  // A level cut of the wing is a flat ellipse; going up it grows long and thin, leans out and turns to the side.
  const float up = ramp(0.5F * r, 3.4F * r, p.z);
  const float lean = 0.0055F * std::max(0.0F, p.z - 1.5F * r) * std::max(0.0F, p.z - 1.5F * r);
  const float x = p.x + 0.24F * r - lean;
  const float y = p.y - 0.15F * r - 0.12F * std::max(0.0F, p.z);
  const float turn = 0.35F * up;
  const Point s{x - turn * y, y + turn * x, 0};
  const float thick = lerp(0.92F * r, 0.16F * r, ramp(0.55F * r, 2.6F * r, p.z));
  const float wide = lerp(0.95F * r, 1.9F * r, up);
  const float k = std::sqrt(s.x * s.x / (thick * thick) + s.y * s.y / (wide * wide)) + 1e-4F;
  const float steep = std::sqrt(s.x * s.x / (thick * thick * thick * thick) + s.y * s.y / (wide * wide * wide * wide));
  const float side = 0.86F * k * (k - 1) / std::max(steep, 1e-4F);
  return std::max(side, 0.45F * r - p.z);
}

float Pelvis::columns(Point p) const {
  const Point flat{1.25F * (p.x - m_ischium.a.x) + m_ischium.a.x, p.y, p.z};
  const float behind = blend(m_ischium(flat), m_ramus(p), 6);
  return blend(blend(behind, m_plate(p), 8), m_pubis(p), 8);
}

float Pelvis::outer(Point p) const {
  const float far = length(p) - 5.5F * m_radius;
  const float below = -p.z - 2.2F * m_radius - 9;
  const float beside = p.z < 1.5F * m_radius ? p.x - m_radius - 6 : -1;
  if (const float gap = std::max({far, below, beside}); gap > 6) return gap;
  const float body = blend(blend(m_block(p), columns(p), 7), blend(ilium(p), m_spine(p), 8), 10);
  return carve(carve(body, m_cavity(p), 2), m_fossa(p), 3);
}

float Pelvis::cortex(Point p) const {
  const Point roof = p - m_radius * Point{0.15F, 0.05F, 0.98F};
  const float uneven = 1 + 0.25F * m_grain(0.09F * p);
  return 1.15F * m_cortex * uneven + 1.8F * bump(dot(roof, roof), 20) + 0.5F * ramp(m_radius, 2 * m_radius, p.z);
}

float Pelvis::filling(Point p) const {
  const Point roof = p - m_radius * Point{-0.05F, 0.1F, 1.25F};
  const float loaded = bump(dot(roof, roof), 1.1F * m_radius);
  const float grain = m_grain(0.45F * p) + 0.6F * m_grain(0.85F * p) + 0.8F * m_grain(0.12F * p);
  const float mineral = 115 + 190 * loaded;
  return m_density * (mineral + (25 + 0.14F * mineral) * grain) - 30;
}

}  // namespace hipwright
