#include "engine/core/box.h"

#include <algorithm>
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

double shareInside(const Box& region, const Box& other) {
  double share = 1;
  for (int a = 0; a < 3; ++a) {
    const double extent = region.upper[a] - region.lower[a];
    const double common = std::min(region.upper[a], other.upper[a]) - std::max(region.lower[a], other.lower[a]);
    share *= extent > 0 ? std::clamp(common / extent, 0.0, 1.0) : 0;
  }
  return share;
}

}  // namespace hipwright
