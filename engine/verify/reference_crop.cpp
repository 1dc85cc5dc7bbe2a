#include "engine/verify/reference_crop.h"

#include <algorithm>

namespace hipwright {

Volume cropLikeReference(const Tensor4& field, const Index3& size) {
  Volume out;
  out.geometry.size = size;
  out.voxels.resize(static_cast<std::size_t>(product(size)));
  Index3 start{};
  for (int a = 0; a < 3; ++a) start[a] = std::max<std::int64_t>(field.gridSize()[a] / 2 - size[a] / 2, 0);
  for (std::int64_t z = 0; z < size[2]; ++z)
    for (std::int64_t y = 0; y < size[1]; ++y)
      for (std::int64_t x = 0; x < size[0]; ++x)
        out.at(x, y, z) = field.at(0, start[0] + x, start[1] + y, start[2] + z);
  return out;
}

}  // namespace hipwright
