// The planned implant as a signed distance: metal shell, liner, and head with neck and tapered stem.
#pragma once

#include "engine/phantom/femur.h"
#include "engine/phantom/hip_frame.h"
#include "engine/phantom/implant_plan.h"

#include <array>

namespace hipwright {

/// A flat tapered wedge: a profile in the plane of the neck with a constant thickness and round edges, which has
/// an exact distance. Profile points are (medial, up) in mm from the meeting of neck and stem axis.
struct StemProfile {
  static constexpr float kRounding = 3;
  std::array<std::array<float, 2>, 8> corners;  ///< anticlockwise, before rounding
  float halfThickness = 0;                      ///< before rounding
  float length = 0;

  explicit StemProfile(int size);
};

/// Distances in mm, negative inside; positions in the hip frame.
class Implant {
 public:
  /// Chooses sizes and positions by the rules of ImplantPlan.
  Implant(const PhantomParameters& parameters, const Femur& femur, const HipFrame& frame);

  float cup(Point p) const;
  float liner(Point p) const;
  float stem(Point p) const;  ///< with neck and head

  /// Cup and stem together; where both are further than `reach` mm, only that it is further.
  float metal(Point p, float reach) const;

  const ImplantPlan& plan() const { return m_plan; }

 private:
  void planCup(const PhantomParameters& parameters);
  void planNeck(const PhantomParameters& parameters);
  void planStem(const Femur& femur);
  bool fits(const StemProfile& profile, const Femur& femur) const;
  Point fromStem(float medial, float across, float up) const;

  HipFrame m_frame;
  ImplantPlan m_plan;
  Point m_cupAxis;
  Point m_medial;  ///< axes of the stem's frame in the femur's
  Point m_across;
  Point m_junction;  ///< origin of the stem's frame in the femur's
  Rod m_neck;        ///< in the femur's frame
  StemProfile m_profile;
};

}  // namespace hipwright
