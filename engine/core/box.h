// A box in patient space, aligned with the patient's axes: a region of interest.
#pragma once

#include "engine/core/geometry.h"

namespace hipwright {

/// LPS mm; `lower` is the right, front, lower corner.
struct Box {
  Vec3 lower{};
  Vec3 upper{};

  Vec3 size() const { return upper - lower; }
  Vec3 centre() const { return 0.5 * (lower + upper); }

  bool operator==(const Box&) const = default;
};

/// The smallest box around the voxels of a grid, their outer halves included.
Box boundingBox(const Geometry& geometry);

}  // namespace hipwright
