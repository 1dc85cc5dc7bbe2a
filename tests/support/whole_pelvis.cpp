#include "tests/support/whole_pelvis.h"

#include "engine/phantom/phantom.h"
#include "engine/prepare/resample.h"

namespace hipwright::test {
namespace {

/// Each half of the body comes from its own hip; they meet where both show nothing but soft tissue.
Volume half(PhantomParameters hip, Side side, double spacing) {
  hip.side = side;
  const double outer = 82;
  const double inner = kHalfPelvis;
  const double start = side == Side::Right ? -outer : -inner;
  Geometry grid{{1, 1, 1}, {spacing, spacing, spacing}, {start, -55, -125}, kIdentity3};
  const Vec3 extent{outer + inner, 110, 190};
  for (int a = 0; a < 3; ++a) grid.size[a] = static_cast<std::int64_t>(extent[static_cast<std::size_t>(a)] / spacing);
  return makePhantom(hip, grid, {}, PhantomDetail::Bones).ct;
}

}  // namespace

Volume wholePelvis(const PhantomParameters& hip, double spacing, const Vec3& middle) {
  Volume right = half(hip, Side::Right, spacing);
  Volume left = half(hip, Side::Left, spacing);
  right.geometry.origin = right.geometry.origin + middle + Vec3{-kHalfPelvis, 0, 0};
  left.geometry.origin = left.geometry.origin + middle + Vec3{kHalfPelvis, 0, 0};
  Geometry whole = right.geometry;
  whole.size[0] += left.geometry.size[0];
  Volume out = resample(right, whole, {Interpolation::Linear, 0, false}, {});
  for (std::int64_t z = 0; z < whole.size[2]; ++z)
    for (std::int64_t y = 0; y < whole.size[1]; ++y)
      for (std::int64_t x = 0; x < left.geometry.size[0]; ++x)
        out.at(right.geometry.size[0] + x, y, z) = left.at(x, y, z);
  return out;
}

void putMetal(Volume& ct, const Vec3& centre, double radiusMm) {
  std::size_t i = 0;
  for (std::int64_t z = 0; z < ct.geometry.size[2]; ++z)
    for (std::int64_t y = 0; y < ct.geometry.size[1]; ++y)
      for (std::int64_t x = 0; x < ct.geometry.size[0]; ++x, ++i) {
        const Vec3 index{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        if (length(ct.geometry.indexToPatient(index) - centre) < radiusMm) ct.voxels[i] = 3000;
      }
}

}  // namespace hipwright::test
