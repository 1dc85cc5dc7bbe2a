// One pass over the voxels of a CT: their range, metal, and bone at the border.
#pragma once

#include "engine/core/box.h"
#include "engine/core/volume.h"

#include <array>
#include <cstdint>
#include <stop_token>

namespace hipwright {

struct CaseSurvey {
  double lowest = 0;  ///< HU
  double highest = 0;
  double middle = 0;                 ///< median of what is not the most common filling, to a thousandth of the range
  double bodyMiddle = 0;             ///< median of what is 300 HU or more above the lowest: the body, if there is air
  double metalShare = 0;             ///< of the region's voxels, above kMetalAboveHu
  double metalCm3 = 0;               ///< in the region
  double metalElsewhereCm3 = 0;      ///< outside it
  Vec3 metalCentre{};                ///< centroid of all metal, LPS mm
  std::array<double, 3> cutLower{};  ///< cm2 of bone on the border towards R, A and I that lies inside the region
  std::array<double, 3> cutUpper{};  ///< towards L, P and S
};

CaseSurvey survey(const Volume& ct, const Box& region, const std::stop_token& stop);

}  // namespace hipwright
