#include "engine/measure/overlap.h"

#include "engine/core/error.h"

namespace hipwright {

double dice(const Volume& a, const Volume& b) {
  if (a.geometry.size != b.geometry.size || a.voxels.size() != b.voxels.size())
    throw Error(ErrorCode::BadGeometry, {{"reason", "the two fields to be compared have different sizes"}});
  std::int64_t both = 0;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < a.voxels.size(); ++i) {
    const bool inA = a.voxels[i] > 0;
    const bool inB = b.voxels[i] > 0;
    both += inA && inB ? 1 : 0;
    sum += (inA ? 1 : 0) + (inB ? 1 : 0);
  }
  return sum == 0 ? 1 : 2.0 * static_cast<double>(both) / static_cast<double>(sum);
}

}  // namespace hipwright
