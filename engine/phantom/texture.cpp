#include "engine/phantom/texture.h"

#include "engine/phantom/shapes.h"

namespace hipwright {
namespace {

/// std::floor is a call where the processor has no instruction that every x86-64 has.
std::int32_t floorOf(float x) {
  const auto down = static_cast<std::int32_t>(x);
  return down - (static_cast<float>(down) > x ? 1 : 0);
}

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
  const auto x = floorOf(p.x);
  const auto y = floorOf(p.y);
  const auto z = floorOf(p.z);
  const float u = fade(p.x - static_cast<float>(x));
  const float v = fade(p.y - static_cast<float>(y));
  const float w = fade(p.z - static_cast<float>(z));
  const auto row = [&](std::int32_t dy, std::int32_t dz) {
    return lerp(corner(x, y + dy, z + dz), corner(x + 1, y + dy, z + dz), u);
  };
  return lerp(lerp(row(0, 0), row(1, 0), v), lerp(row(0, 1), row(1, 1), v), w);
}

}  // namespace hipwright
