#include "engine/phantom/texture.h"

#include "engine/phantom/shapes.h"

namespace hipwright {
namespace {

float fade(float t) { return t * t * (3 - 2 * t); }

}  // namespace

float Texture::corner(std::int32_t x, std::int32_t y, std::int32_t z) const {
  std::uint32_t h = m_seed ^ (static_cast<std::uint32_t>(x) * 0x8da6b343U) ^
                    (static_cast<std::uint32_t>(y) * 0xd8163841U) ^ (static_cast<std::uint32_t>(z) * 0xcb1ab31fU);
  h = (h ^ (h >> 16U)) * 0x7feb352dU;
  h = (h ^ (h >> 15U)) * 0x846ca68bU;
  h ^= h >> 16U;
  return static_cast<float>(h >> 8U) * (2.0F / 16777216.0F) - 1;
}

float Texture::operator()(Point p) const {
  const float fx = std::floor(p.x);
  const float fy = std::floor(p.y);
  const float fz = std::floor(p.z);
  const auto x = static_cast<std::int32_t>(fx);
  const auto y = static_cast<std::int32_t>(fy);
  const auto z = static_cast<std::int32_t>(fz);
  const float u = fade(p.x - fx);
  const float v = fade(p.y - fy);
  const float w = fade(p.z - fz);
  const auto row = [&](std::int32_t dy, std::int32_t dz) {
    return lerp(corner(x, y + dy, z + dz), corner(x + 1, y + dy, z + dz), u);
  };
  return lerp(lerp(row(0, 0), row(1, 0), v), lerp(row(0, 1), row(1, 1), v), w);
}

}  // namespace hipwright
