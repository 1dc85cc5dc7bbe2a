#include "engine/surface/unfuse.h"

#include "engine/core/error.h"

#include <algorithm>

namespace hipwright {
namespace {

double fieldAt(double ct, double fused, const FuseOptions& o) {
  if (fused >= o.surfaceHu && fused > ct) {
    const double depth = (fused - o.surfaceHu) / (o.metalHu - o.surfaceHu);
    return std::min(depth, 1.0) * o.band;
  }
  if (ct >= o.surfaceHu) return -o.band;
  const double rise = std::clamp((fused - ct) / (o.surfaceHu - ct), 0.0, 1.0);
  return (rise - 1) * o.band;
}

}  // namespace

Volume fieldOfFused(const Volume& ct, const Volume& fused, const FuseOptions& options) {
  if (ct.geometry.size != fused.geometry.size)
    throw Error(ErrorCode::BadGeometry, {{"reason", "the fused volume is not of the size of its CT"}});
  Volume field{ct.geometry, std::vector<float>(ct.voxels.size())};
  std::transform(ct.voxels.begin(), ct.voxels.end(), fused.voxels.begin(), field.voxels.begin(),
                 [&](float a, float b) { return static_cast<float>(fieldAt(a, b, options)); });
  return field;
}

}  // namespace hipwright
