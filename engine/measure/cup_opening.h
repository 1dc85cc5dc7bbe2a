// The plane of a cup's rim.
#pragma once

#include "engine/measure/implant_measures.h"

namespace hipwright {

/// See measureImplant.
Measured<CupOpening> measureOpening(const std::vector<SurfacePoint>& surface, const Joint& joint);

}  // namespace hipwright
