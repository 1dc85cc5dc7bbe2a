// What the voxels of a CT hold: their values, metal, and bone at the border.
#pragma once

#include "engine/core/box.h"
#include "engine/core/volume.h"
#include "engine/plan/hu_modes.h"

#include <array>
#include <cstdint>
#include <stop_token>

namespace hipwright {

struct CaseSurvey {
  double lowest = 0;  ///< HU
  double highest = 0;
  HuModes modes;
  double metalShare = 0;             ///< of the region's voxels, above kMetalAboveHu
  double metalCm3 = 0;               ///< in the region
  double metalElsewhereCm3 = 0;      ///< outside it
  Vec3 metalCentre{};                ///< centroid of all metal, LPS mm
  std::array<double, 3> cutLower{};  ///< cm2 of bone on the border towards R, A and I that lies inside the region
  std::array<double, 3> cutUpper{};  ///< towards L, P and S
};

CaseSurvey survey(const Volume& ct, const Box& region, const std::stop_token& stop);

}  // namespace hipwright
