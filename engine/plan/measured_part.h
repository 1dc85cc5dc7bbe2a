// Which places a CT shows: those in its grid, without what fills the wedges beside tilted slices.
#pragma once

#include "engine/core/box.h"
#include "engine/core/slice_tilt.h"

#include <optional>

namespace hipwright {

class MeasuredPart {
 public:
  MeasuredPart(const Geometry& ct, const std::optional<SliceTilt>& tilt) : m_size(ct.size), m_tilt(tilt) {}

  /// Whether a continuous index lies between the borders that end one index axis; outer halves of voxels count.
  bool holds(int axis, const Vec3& index) const;
  bool holds(const Vec3& index) const { return holds(0, index) && holds(1, index) && holds(2, index); }

 private:
  Index3 m_size;
  std::optional<SliceTilt> m_tilt;
};

/// Places in the middles of equal cells that fill a box, about `stepMm` apart but at most 256 along an axis.
Geometry latticeIn(const Box& box, double stepMm);

/// The share of `region` that was not measured, 0 to 1, to about one percent. Any thread.
double emptyShare(const Geometry& ct, const std::optional<SliceTilt>& tilt, const Box& region);

}  // namespace hipwright
