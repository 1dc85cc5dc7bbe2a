// The middle line of a stem.
#pragma once

#include "engine/measure/implant_measures.h"

namespace hipwright {

/// See measureImplant. The cup, if it was measured, is taken away first.
///
/// Not measurable unless the tip lies 70 mm or more from the centre of rotation and the axis misses that centre by 15
/// mm or more. Without a stem the farthest end is the neck's or the shoulder's, 35 to 65 mm away, and a line through
/// the neck is as straight as one through a stem; but the neck holds the head and points at its centre, while a stem
/// lies beside it by the offset, 30 mm and more in any design.
Measured<StemAxis> measureStem(const Volume& field, const Joint& joint, const Measured<CupOpening>& cup);

}  // namespace hipwright
