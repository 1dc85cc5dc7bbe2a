// The middle line of a stem.
#pragma once

#include "engine/measure/implant_measures.h"

namespace hipwright {

/// See measureImplant. The cup, if it was measured, is taken away first.
Measured<StemAxis> measureStem(const Volume& field, const Joint& joint, const Measured<CupOpening>& cup);

}  // namespace hipwright
