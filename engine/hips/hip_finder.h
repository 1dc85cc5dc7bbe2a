// Finds the hips of a pelvis by the spheres of their sockets, and tells left from right.
//
// Every edge of bone votes for the centres of the sockets it may be part of (a Hough transform for radii of 21 to 33
// mm); where votes meet, the CT is compared with a hip of either side. HU are clipped before, so that metal has no
// louder voice than bone.
#pragma once

#include "engine/core/volume.h"
#include "engine/hips/hip_side.h"

#include <optional>
#include <stop_token>

namespace hipwright {

struct FoundHip {
  HipSide side = HipSide::Unknown;
  Vec3 centre{};          ///< of the femoral head, LPS mm
  double likeness = 0;    ///< with a hip of this side, 0 to 1
  double sideMargin = 0;  ///< by how much that is more than with a hip of the other side
  double metalCm3 = 0;    ///< above 2500 HU within 60 mm of the centre
  bool opposite = false;  ///< hidden by metal: looked for opposite the other hip
};

struct FoundHips {
  std::optional<FoundHip> left;
  std::optional<FoundHip> right;

  const FoundHip* on(HipSide side) const;
};

/// Values above this are metal: no bone or enamel of a CT reaches it.
inline constexpr float kMetalAboveHu = 2500;

/// Either, both or none. Throws Error(OutOfMemory), Cancelled. Any thread.
FoundHips findHips(const Volume& ct, const std::stop_token& stop);

}  // namespace hipwright
