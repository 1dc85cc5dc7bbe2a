// What a hip looks like around its joint, to be compared with places of a CT.
#pragma once

#include "engine/hips/bone_edges.h"
#include "engine/hips/hip_side.h"

#include <vector>

namespace hipwright {

struct TemplateMatch {
  HipSide side = HipSide::Unknown;
  Vec3 centre{};         ///< of the femoral head, LPS mm
  double scale = 1;      ///< of this hip against the mean one
  double likeness = -1;  ///< weighed correlation of the HU, -1 to 1; -1 if most lies outside the CT
};

/// The mean procedural hip within 45 mm of its joint, and its mirror image. Immutable: any thread.
class HipTemplate {
 public:
  HipTemplate();

  /// The most alike place within `reachMm` of a start, to 1 mm, and size, to 4 percent.
  TemplateMatch bestNear(const CoarseCt& ct, HipSide side, const Vec3& start, double reachMm) const;

  /// The most alike places of a coarse search through the whole CT, best first, at least 16 mm apart.
  std::vector<TemplateMatch> scan(const CoarseCt& ct, HipSide side, std::size_t most) const;

 private:
  struct Sample {
    Vec3 offset{};  ///< from the joint of a right hip, LPS mm
    double hu = 0;
    double weight = 0;
  };
  /// Of every `stride`th sample.
  double likeness(const CoarseCt& ct, const TemplateMatch& at, std::size_t stride) const;

  std::vector<Sample> m_samples;
  double m_allWeight = 0;
};

}  // namespace hipwright
