#include "engine/core/box.h"

#include <cmath>

namespace hipwright {

Box boundingBox(const Geometry& geometry) {
  const Mat3 step = geometry.indexToPatientMatrix();
  Vec3 middle{};
  Vec3 half{};
  for (int a = 0; a < 3; ++a) middle[a] = static_cast<double>(geometry.size[a] - 1) / 2;
  for (int row = 0; row < 3; ++row)
    for (int a = 0; a < 3; ++a) half[row] += std::abs(step[row][a]) * static_cast<double>(geometry.size[a]) / 2;
  const Vec3 centre = geometry.indexToPatient(middle);
  return {centre - half, centre + half};
}

}  // namespace hipwright
