// What a preflight says about the values of a CT.
#pragma once

#include "engine/core/preflight_item.h"
#include "engine/plan/hu_modes.h"

#include <vector>

namespace hipwright {

struct HuSurvey {
  double lowest = 0;  ///< HU
  double highest = 0;
  HuModes modes;
};

/// Of one voxel at least. Any thread.
HuSurvey surveyHu(const std::vector<float>& hu);

/// Refused for values that are no Hounsfield units, or are 1024 off; doubtful for wild ones, for a CT without bone, and
/// where air, fat or muscle do not lie where they belong.
PreflightItem huItem(const HuSurvey& survey);

}  // namespace hipwright
