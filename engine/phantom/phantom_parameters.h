// The named measures of a procedural hip, with the ranges that the literature gives for them.
//
// Sources, cited by their number in the table of parameterFields(); "checked" says what was compared with the paper's
// abstract or a later paper's table, the rest is from memory of the paper and should be looked up before it is relied
// on:
//  [1] Noble et al., The anatomic basis of femoral component design, Clin Orthop Relat Res 235 (1988): head diameter
//      46.1 +- 4.8, offset 43.0 +- 6.8, neck-shaft angle 124.7 +- 7.4, canal width 12.3 +- 2.3 at the isthmus, canal
//      flare index 3.8 +- 0.7. Checked: the first three means, as others quote them.
//  [2] Toogood, Skalak, Cooperman, Proximal femoral anatomy in the normal human population, Clin Orthop Relat Res 467
//      (2009): anteversion 9.7 +- 9.3, neck-shaft angle 129.2 +- 6.2. Checked: both means.
//  [3] Koehnlein et al., Acetabular morphology: implications for joint-preserving surgery, Clin Orthop Relat Res 467
//      (2009): inclination 48 +- 4, version 21 +- 5. Checked.
//  [4] Lequesne et al., The normal hip joint space, Ann Rheum Dis 63 (2004): 4.19 +- 0.92 mm at the apex of the joint,
//      2 to 7. Checked. Ours is narrower, as the inner side of the joint is and worn hips are.
//  [5] Treece et al., High resolution cortical bone thickness measurement from clinical CT data, Med Image Anal 14
//      (2010): cortices of 0.3 to 4 mm around the proximal femur. Checked. Means and the wall of the shaft are chosen.
//  [-] no publication; chosen to look like clinical CTs
#pragma once

#include "engine/core/numeric.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright {

enum class Side { Right, Left };

/// The defaults are the means of the table. Angles in degrees, lengths in mm.
struct PhantomParameters {
  double headDiameter = 47;
  double neckShaftAngle = 127;     ///< CCD, between neck axis and distal shaft axis
  double anteversion = 11;         ///< of the neck against the frontal plane, positive to the front
  double neckLength = 53.2;        ///< head centre to shaft axis, along the neck
  double offset = 42.5;            ///< head centre to shaft axis: neckLength * sin(neckShaftAngle)
  double canalDiameter = 13;       ///< of the marrow canal at the isthmus
  double canalFlareIndex = 3.5;    ///< canal width 20 mm above the lesser trochanter over canalDiameter
  double corticalThickness = 6;    ///< of the shaft
  double headCortex = 1;           ///< cortex of head, neck and pelvis
  double jointSpace = 3.6;         ///< both layers of cartilage together
  double acetabularRadius = 27.1;  ///< of the subchondral bone: headDiameter / 2 + jointSpace
  double acetabularInclination = 47;
  double acetabularVersion = 19;  ///< radiographic, to the front
  double boneDensity = 1;         ///< factor on the HU of bone; 0.7 is osteoporotic, 1.25 a young athlete
  double fatThickness = 22;       ///< subcutaneous, at the side of the hip
  double muscleBulk = 1;          ///< factor on the thickness of the muscles
  Vec3 femurPose{0, 6, 0};        ///< flexion, adduction and internal rotation of the femur in the joint
  Vec3 pelvisPose{0, 0, 0};       ///< tilt, obliquity and rotation of patient and table
  Vec3 translation{0, 0, 0};      ///< of the hip centre from the origin of patient space, LPS mm
  double noise = 14;              ///< standard deviation of the scanner noise, HU
  double blur = 0.7;              ///< standard deviation of the scanner's point spread, mm
  double spacing = 1;             ///< of standardGrid, mm
  Side side = Side::Right;
  std::uint64_t textureSeed = 0;  ///< of cancellous bone, muscles and noise

  double shaftDiameter() const { return canalDiameter + 2 * corticalThickness; }

  /// Every problem, one sentence each: values out of range, and measures that contradict each other.
  std::vector<std::string> check() const;

  bool operator==(const PhantomParameters&) const = default;
};

/// A measure with its distribution: where defaults, draws and checks take their numbers from.
struct ParameterField {
  std::string_view name;
  std::string_view unit;
  double PhantomParameters::*value;
  double mean;
  double deviation;
  double minimum;
  double maximum;
  std::string_view source;  ///< number in the list above
};

std::span<const ParameterField> parameterFields();

/// A plausible hip. The same seed gives the same numbers with every compiler; every result passes check(). Correlated
/// as anatomy is: a large head comes with a large offset, a wide canal with a low flare index, the joint fits.
PhantomParameters drawParameters(std::uint64_t seed);

}  // namespace hipwright
