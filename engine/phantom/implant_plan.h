// What a surgeon would choose for a procedural hip: sizes from a catalogue and where the parts go.
//
// The rules: the acetabulum is reamed to its subchondral bone and takes the smallest even cup that is at least as wide,
// at 40 degrees of inclination and 15 to 20 of anteversion, as near to the native version as that allows, its centre at
// the native one. Heads are 28 mm up to a 48 mm cup, 32 mm up to 56 mm and 36 mm above. The stem is the largest of
// twelve that fits inside the cortex at every corner of its profile, in the plane of the native neck. Of three neck
// angles and the head lengths on a standard or a lateralised stem, the choice is the one that comes nearest to the
// native angle and leaves the least offset: a degree weighs as much as 0.1 mm, and the first mm is free. What is left,
// at most 2.5 mm, is taken by shifting the stem within the canal: the centre of rotation is restored exactly.
#pragma once

#include "engine/core/numeric.h"

namespace hipwright {

/// Lengths in mm, angles in degrees; positions and unit vectors in LPS.
struct ImplantPlan {
  double cupOuterDiameter = 0;
  double cupThickness = 4;    ///< of the metal shell
  double linerThickness = 0;  ///< between shell and head; polyethylene, not part of the metal
  double headDiameter = 0;
  double cupInclination = 40;  ///< radiographic (Murray 1993), in the pelvis' own frame
  double cupAnteversion = 0;
  int stemSize = 0;              ///< 1 to 12
  double stemLength = 0;         ///< below the meeting of neck and stem axis
  double stemNeckAngle = 0;      ///< between neck and distal stem axis
  double headLength = 0;         ///< -4, 0, 4, 8 or 12: the head's seat on the taper
  bool lateralisedStem = false;  ///< 10 mm more neck
  double stemShift = 0;          ///< stem axis from canal axis, to the side positive
  Vec3 centreOfRotation{};
  Vec3 cupAxis{};   ///< out of the cup's opening
  Vec3 stemAxis{};  ///< from tip to shoulder
  Vec3 stemTip{};
};

}  // namespace hipwright
