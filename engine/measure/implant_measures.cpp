#include "engine/measure/implant_measures.h"

#include "engine/measure/cup_opening.h"
#include "engine/measure/stem_axis.h"

namespace hipwright {

ImplantMeasures measureImplant(const Volume& field) {
  const std::vector<SurfacePoint> surface = surfacePoints(field);
  ImplantMeasures measures;
  measures.joint = findJoint(surface);
  if (measures.joint) {
    measures.cup = measureOpening(surface, *measures.joint);
    measures.stem = measureStem(field, *measures.joint, measures.cup);
  } else {
    measures.cup = Measured<CupOpening>::notMeasurable(measures.joint.reason());
    measures.stem = Measured<StemAxis>::notMeasurable(measures.joint.reason());
  }
  return measures;
}

}  // namespace hipwright
