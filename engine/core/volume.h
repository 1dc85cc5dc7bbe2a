// Voxel data: a CT or a distance field in patient space, and the dense arrays the networks work on.
#pragma once

#include "engine/core/geometry.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace hipwright {

/// A scalar volume in patient space. Voxel (x, y, z) is voxels[x + nx * (y + ny * z)]: x fastest, as in NIfTI.
/// A CT holds HU; an SDF holds the network's units, positive inside the implant.
struct Volume {
  Geometry geometry;
  std::vector<float> voxels;

  float at(std::int64_t x, std::int64_t y, std::int64_t z) const { return voxels[offset(x, y, z)]; }
  float& at(std::int64_t x, std::int64_t y, std::int64_t z) { return voxels[offset(x, y, z)]; }
  std::size_t offset(std::int64_t x, std::int64_t y, std::int64_t z) const {
    return static_cast<std::size_t>(x + geometry.size[0] * (y + geometry.size[1] * z));
  }
};

/// Shared across threads, never changed after construction.
using VolumePtr = std::shared_ptr<const Volume>;

/// A dense float array (C, X, Y, Z) on the CPU in the networks' order: z fastest, channel slowest.
/// Used for latents and, with one channel, for images on the model grid.
struct Tensor4 {
  std::array<std::int64_t, 4> shape{0, 0, 0, 0};
  std::vector<float> values;

  Tensor4() = default;
  explicit Tensor4(const std::array<std::int64_t, 4>& s, float fill = 0.0F)
      : shape(s), values(static_cast<std::size_t>(s[0] * s[1] * s[2] * s[3]), fill) {}

  Index3 gridSize() const { return {shape[1], shape[2], shape[3]}; }
  std::size_t offset(std::int64_t c, std::int64_t x, std::int64_t y, std::int64_t z) const {
    return static_cast<std::size_t>(((c * shape[1] + x) * shape[2] + y) * shape[3] + z);
  }
  float at(std::int64_t c, std::int64_t x, std::int64_t y, std::int64_t z) const { return values[offset(c, x, y, z)]; }
  float& at(std::int64_t c, std::int64_t x, std::int64_t y, std::int64_t z) { return values[offset(c, x, y, z)]; }
};

/// A latent of the diffusion model: (C, X/f, Y/f, Z/f) where f is the VAE's downsampling factor.
using Latent = Tensor4;

}  // namespace hipwright
