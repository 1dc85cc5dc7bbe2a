// Fusing a distance field into the CT.
#include "engine/surface/fuse.h"

#include "engine/core/error.h"

namespace hipwright {
namespace {

/// Each comparison is false for a value that is not a number, so that such a voxel keeps its CT value.
float fuseVoxel(double hu, double distance, const FuseOptions& o) {
  if (distance >= o.band) return static_cast<float>(o.metalHu);
  if (distance >= 0) return static_cast<float>(o.surfaceHu + distance / o.band * (o.metalHu - o.surfaceHu));
  if (distance >= -o.band) {
    const double share = (distance + o.band) / o.band;
    return static_cast<float>(hu * (1 - share) + o.surfaceHu * share);
  }
  return static_cast<float>(hu);
}

}  // namespace

Volume fuse(const Volume& ct, const Volume& sdf, const FuseOptions& options) {
  if (ct.geometry.size != sdf.geometry.size || ct.voxels.size() != sdf.voxels.size())
    throw Error(ErrorCode::Internal, {{"reason", "the CT and the distance field differ in size"}});
  if (!(options.band >= 0)) throw Error(ErrorCode::Internal, {{"reason", "a negative soft edge"}});
  Volume out{ct.geometry, std::vector<float>(ct.voxels.size())};
  for (std::size_t i = 0; i < out.voxels.size(); ++i) out.voxels[i] = fuseVoxel(ct.voxels[i], sdf.voxels[i], options);
  return out;
}

}  // namespace hipwright
