// Smooth random textures in space: what makes cancellous bone grainy and muscle streaky.
#pragma once

#include "engine/phantom/point.h"

#include <cstdint>

namespace hipwright {

/// Value noise with a grain of one unit: scale the point to choose the grain in mm. Same seed, same texture.
class Texture {
 public:
  explicit Texture(std::uint64_t seed) : m_seed(static_cast<std::uint32_t>(seed ^ (seed >> 32U))) {}

  /// About -1 to 1, mean 0, continuous with its first derivative.
  float operator()(Point p) const;

 private:
  float corner(std::int32_t x, std::int32_t y, std::int32_t z) const;

  std::uint32_t m_seed;
};

}  // namespace hipwright
