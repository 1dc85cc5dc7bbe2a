#include "engine/evaluate/phantom_score.h"

#include "engine/measure/extent.h"
#include "engine/measure/implant_measures.h"
#include "engine/measure/overlap.h"
#include "engine/measure/surface_distance.h"
#include "engine/phantom/phantom_grid.h"

namespace hipwright {

PhantomTruth makeTruth(std::uint64_t seed, Side side, const std::stop_token& stop) {
  PhantomParameters parameters = drawParameters(seed);
  parameters.side = side;
  parameters.spacing = 1;
  const Geometry grid = standardGrid(parameters);
  Phantom phantom = makePhantom(parameters, grid, stop);
  PhantomTruth truth;
  truth.seed = seed;
  truth.ct = std::move(phantom.ct);
  truth.metal = std::move(phantom.implantSdf);
  truth.cup = sampleImplant(parameters, ImplantPart::Cup, grid, stop);
  truth.stem = sampleImplant(parameters, ImplantPart::Stem, grid, stop);
  truth.plan = phantom.plan;
  if (const ImplantMeasures measures = measureImplant(truth.metal); measures.stem) truth.stemAxis = measures.stem->axis;
  return truth;
}

PhantomScore scoreAnswer(const Volume& answer, const PhantomTruth& truth) {
  PhantomScore score;
  score.dice = dice(answer, truth.metal);
  const PartDice parts = partDice(answer, truth.cup, truth.stem);
  score.diceCup = parts.cup;
  score.diceStem = parts.stem;
  if (const auto distance = surfaceDistance(answer, truth.metal)) {
    score.assdMm = distance->meanMm;
    score.hd95Mm = distance->hd95Mm;
  }
  score.volumeDifferencePercent = 100 * (implantVolume(answer) / implantVolume(truth.metal) - 1);
  score.components = static_cast<int>(findComponents(answer).voxels.size());
  const ImplantMeasures measures = measureImplant(answer);
  if (measures.joint) score.centreOfRotationMm = length(measures.joint->head.centre - truth.plan.centreOfRotation);
  if (measures.stem && truth.stemAxis) score.stemAxisDeg = angleBetween(measures.stem->axis, *truth.stemAxis);
  if (measures.cup) {
    const CupAngles planned = cupAngles(truth.plan.cupAxis);
    score.cupInclinationDeg = measures.cup->angles.inclination - planned.inclination;
    score.cupAnteversionDeg = measures.cup->angles.anteversion - planned.anteversion;
  }
  return score;
}

}  // namespace hipwright
