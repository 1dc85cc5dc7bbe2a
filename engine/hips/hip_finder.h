// Finds the hips of a pelvis by the spheres of their sockets, and tells left from right.
//
// Every edge of bone votes for the centres of the sockets it may be part of (a Hough transform for radii of 21 to 33
// mm); where votes meet, the CT is compared with a hip of either side, and held to be one only where a ball of bone
// lies in a shell of bone. HU are clipped before, so that metal has no louder voice than bone.
#pragma once

#include "engine/core/volume.h"
#include "engine/hips/hip_side.h"
#include "engine/hips/joint_evidence.h"

#include <optional>
#include <stop_token>

namespace hipwright {

struct FoundHip {
  HipSide side = HipSide::Unknown;
  Vec3 centre{};          ///< of the femoral head, LPS mm
  double likeness = 0;    ///< with a hip of this side, 0 to 1
  double sideMargin = 0;  ///< by how much that is more than with a hip of the other side
  JointEvidence joint;    ///< that there is one
  double metalCm3 = 0;    ///< above 2500 HU within 60 mm of the centre
  bool opposite = false;  ///< hidden by metal: looked for opposite the other hip
};

struct FoundHips {
  std::optional<FoundHip> left;
  std::optional<FoundHip> right;

  const FoundHip* on(HipSide side) const;
};

/// A joint lies there for certain: a bone elsewhere does not look like that.
bool isCertain(const FoundHip& hip);

/// It is on its side for certain: the other side's hip is clearly less alike.
bool isSideCertain(const FoundHip& hip);

/// Values above this are metal: no bone or enamel of a CT reaches it.
inline constexpr float kMetalAboveHu = 2500;

/// Either, both or none: one alone only if a joint lies there for certain or it is very much alike. Throws
/// Error(OutOfMemory), Cancelled. Any thread.
FoundHips findHips(const Volume& ct, const std::stop_token& stop);

}  // namespace hipwright
