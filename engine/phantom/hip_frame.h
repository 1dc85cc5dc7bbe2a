// Where the hip and its femur lie in the patient: between LPS and the frames that the anatomy is described in.
#pragma once

#include "engine/phantom/phantom_parameters.h"
#include "engine/phantom/point.h"

namespace hipwright {

/// Rotation by three angles in degrees: about x to the front, then about y, then about z.
Mat3 poseRotation(const Vec3& degrees);

/// Patient space, hip frame and femur frame. A left hip is the mirror image of the right one in the sagittal plane.
class HipFrame {
 public:
  explicit HipFrame(const PhantomParameters& parameters);

  Point toHip(const Vec3& patient) const;
  Vec3 toPatient(Point hip) const;
  Vec3 directionToPatient(Point hip) const;

  Point toFemur(Point hip) const;
  Point fromFemur(Point femur) const;

 private:
  Mat3 m_toPatient;  ///< its columns are the axes of the hip frame in LPS
  Mat3 m_toHip;
  Mat3 m_fromFemur;
  Mat3 m_toFemur;
  Vec3 m_centre;
};

}  // namespace hipwright
