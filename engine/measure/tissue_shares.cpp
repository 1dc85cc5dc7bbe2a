#include "engine/measure/tissue_shares.h"

#include "engine/core/error.h"
#include "engine/measure/inside_share.h"

namespace hipwright {

Measured<TissueShares> tissueShares(const Volume& field, const Volume& ct) {
  if (field.geometry.size != ct.geometry.size)
    throw Error(ErrorCode::BadGeometry, {{"reason", "the implant and the CT lie on different voxel grids"}});
  const std::vector<float> inside = insideShares(field);
  TissueShares sum;
  double all = 0;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const double share = inside[i];
    if (!(share > 0)) continue;
    const float hu = ct.voxels[i];
    all += share;
    if (hu >= kBoneHu)
      sum.bone += share;
    else if (hu > kAirHu)
      sum.soft += share;
    else
      sum.outside += share;
    if (hu >= kCortexHu) sum.cortex += share;
  }
  if (!(all > 0)) return Measured<TissueShares>::notMeasurable("there is no implant");
  return TissueShares{sum.bone / all, sum.cortex / all, sum.soft / all, sum.outside / all};
}

}  // namespace hipwright
