// What a preflight says about the values of a CT.
#pragma once

#include "engine/core/preflight_item.h"
#include "engine/plan/case_survey.h"

namespace hipwright {

/// Refused for values that are no Hounsfield units, or are 1024 off; doubtful for wild ones, for a CT without bone, and
/// where air, fat or muscle do not lie where they belong.
PreflightItem huItem(const CaseSurvey& survey);

}  // namespace hipwright
