#include "tests/support/sphere_case.h"

#include "engine/prepare/prepare.h"

#include <algorithm>

namespace hipwright::test {

double Sphere::field(const Vec3& point) const {
  return std::clamp((radius - length(point - centre)) / unitMm, -1.0, 1.0);
}

Volume sphereCt(const Geometry& geometry, const Sphere& sphere, const ModelProfile& profile) {
  const HuMap toHu(profile.input.value, profile.input.hu);  // the map is monotone, so swapping its axes inverts it
  Volume ct{geometry, {}};
  ct.voxels.reserve(static_cast<std::size_t>(product(geometry.size)));
  for (std::int64_t z = 0; z < geometry.size[2]; ++z)
    for (std::int64_t y = 0; y < geometry.size[1]; ++y)
      for (std::int64_t x = 0; x < geometry.size[0]; ++x) {
        const Vec3 index{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        ct.voxels.push_back(toHu(static_cast<float>(sphere.field(geometry.indexToPatient(index)))));
      }
  return ct;
}

}  // namespace hipwright::test
