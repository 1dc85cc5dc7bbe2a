// What a planner asks of an implant: centre of rotation, how the cup opens, and where the stem points.
#pragma once

#include "engine/core/volume.h"
#include "engine/measure/joint_centre.h"

namespace hipwright {

/// The angles of an acetabular axis to the planes of the scanner, degrees: radiographic inclination between the body's
/// long axis and the axis projected on the coronal plane, radiographic anteversion between the axis and the coronal
/// plane, positive to the front (Murray 1993, J Bone Joint Surg Br 75-B: 228-232). Either side.
struct CupAngles {
  double inclination = 0;
  double anteversion = 0;
};

/// `axis` is a unit vector in LPS, out of the cup's opening.
CupAngles cupAngles(const Vec3& axis);

/// Angle between two directions in degrees.
double angleBetween(const Vec3& a, const Vec3& b);

struct CupOpening {
  Vec3 axis{};  ///< unit, LPS, out of the opening: the normal of the rim's plane
  CupAngles angles;
  double residualMm = 0;  ///< of the rim's crest from its plane, root mean square
};

struct StemAxis {
  Vec3 axis{};  ///< unit, LPS, from the tip towards the shoulder
  Vec3 tip{};   ///< LPS mm, the end of the stem
  double residualMm = 0;
};

/// The liner is a gap, so a field holds the cup's shell and the stem with its head, apart or (in a poor prediction)
/// touching; nothing here counts on them being apart (see joint_centre.h).
struct ImplantMeasures {
  Measured<Joint> joint;
  Measured<CupOpening> cup;
  Measured<StemAxis> stem;
};

/// cup: the plane through the highest points of the rim in 48 sectors, outliers left out; not measurable if a quarter
/// of the sectors has none. stem: the line through the centres of the stem's cross-sections 4 to 30 mm from its tip,
/// after the cup has been taken away: the middle line of the distal stem, which is not the axis that its maker draws. A
/// stem that widens to one side, as tapered wedges do, has the two apart, the phantoms' by 2 degrees: compare like with
/// like. Not measurable where neck or shoulder are all there is (see stem_axis.h). On the phantoms' true implants at 1
/// mm voxels, spheres are good to 0.2 mm, the cup's angles to 1 degree, and the stem's axis to 1 degree of the middle
/// line of the same part of its drawn profile. Any thread; below a second for 100^3 voxels.
ImplantMeasures measureImplant(const Volume& field);

}  // namespace hipwright
