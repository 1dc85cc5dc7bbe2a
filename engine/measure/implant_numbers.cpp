#include "engine/measure/implant_numbers.h"

#include "engine/measure/extent.h"
#include "engine/measure/inside_share.h"
#include "engine/measure/overlap.h"

namespace hipwright {
namespace {

constexpr const char* kEmpty = "there is no implant";

Measured<Vec3> centroidOf(const Volume& field) {
  const std::vector<float> shares = insideShares(field);
  const Index3& n = field.geometry.size;
  Vec3 sum{};
  double all = 0;
  std::size_t i = 0;
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x, ++i) {
        const double share = shares[i];
        sum = sum + share * Vec3{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        all += share;
      }
  if (!(all > 0)) return Measured<Vec3>::notMeasurable(kEmpty);
  return field.geometry.indexToPatient((1 / all) * sum);
}

Measured<double> apart(const Measured<Vec3>& a, const Measured<Vec3>& b) {
  if (!a || !b) return Measured<double>::notMeasurable(!a ? a.reason() : b.reason());
  return length(*a - *b);
}

Measured<Vec3> rotationCentre(const ImplantNumbers& numbers) {
  const Measured<Joint>& joint = numbers.measures.joint;
  if (!joint) return Measured<Vec3>::notMeasurable(joint.reason());
  return joint->head.centre;
}

}  // namespace

ImplantNumbers measureInCase(const Volume& field, const Volume& ct) {
  ImplantNumbers numbers;
  numbers.volumeMm3 = implantVolume(field);
  numbers.surfaceMm2 = surfaceArea(surfacePoints(field));
  numbers.components = static_cast<int>(findComponents(field).voxels.size());
  const auto box = boundingBox(field);
  numbers.sizeMm = box ? Measured<Vec3>(*box) : Measured<Vec3>::notMeasurable(kEmpty);
  numbers.centroid = centroidOf(field);
  numbers.tissue = tissueShares(field, ct);
  numbers.measures = measureImplant(field);
  const ImplantMeasures& m = numbers.measures;
  if (m.joint && m.stem)
    numbers.canal = canalFill(field, ct, *m.stem, m.joint->head.centre);
  else
    numbers.canal.fill(Measured<CanalFill>::notMeasurable(m.joint ? m.stem.reason() : m.joint.reason()));
  return numbers;
}

ImplantDifference difference(const MeasuredImplant& a, const MeasuredImplant& b) {
  ImplantDifference result;
  const bool empty = a.numbers.components == 0 || b.numbers.components == 0;
  const double overlap = dice(a.field, b.field);
  result.dice = empty ? Measured<double>::notMeasurable(kEmpty) : Measured<double>(overlap);
  result.surface = surfaceDistance(a.field, b.field);
  result.centreShiftMm = apart(rotationCentre(a.numbers), rotationCentre(b.numbers));
  result.centroidShiftMm = apart(a.numbers.centroid, b.numbers.centroid);
  return result;
}

}  // namespace hipwright
