#include "ui/viewport/bone_surface.h"

#include "engine/core/stop.h"
#include "engine/surface/isosurface.h"
#include "ui/viewport/shown_surface.h"

#include <algorithm>

namespace hipwright {
namespace {

constexpr std::int64_t kMostVoxels = 4'000'000;
constexpr double kCoarsest = 3;  // mm
constexpr std::size_t kFewestTriangles = 600;

/// How many voxels make one, per axis: the finest axis is thinned first, so that the rest becomes even.
Index3 blocksFor(const Geometry& g, std::int64_t mostVoxels) {
  Index3 block{1, 1, 1};
  const auto left = [&] {
    std::int64_t n = 1;
    for (int a = 0; a < 3; ++a) n *= std::max<std::int64_t>(g.size[a] / block[a], 1);
    return n;
  };
  while (left() > mostVoxels) {
    int finest = 0;
    for (int a = 1; a < 3; ++a)
      if (g.spacing[a] * static_cast<double>(block[a]) < g.spacing[finest] * static_cast<double>(block[finest]))
        finest = a;
    if (g.spacing[finest] * static_cast<double>(block[finest] + 1) > kCoarsest) break;
    ++block[finest];
  }
  return block;
}

float meanOf(const Volume& ct, const Index3& first, const Index3& block) {
  float sum = 0;
  for (std::int64_t z = first[2]; z < first[2] + block[2]; ++z)
    for (std::int64_t y = first[1]; y < first[1] + block[1]; ++y) {
      const float* row = ct.voxels.data() + ct.offset(first[0], y, z);
      for (std::int64_t x = 0; x < block[0]; ++x) sum += row[x];
    }
  return sum / static_cast<float>(product(block));
}

/// Weights 1 2 1 along one axis, the border keeping its value: takes the scanner's grain off the surface.
void blurAlong(Volume& volume, int axis) {
  const Index3 n = volume.geometry.size;
  const std::int64_t stride = axis == 0 ? 1 : (axis == 1 ? n[0] : n[0] * n[1]);
  if (n[axis] < 3) return;
  Index3 lines = n;
  lines[axis] = 1;
  for (std::int64_t z = 0; z < lines[2]; ++z)
    for (std::int64_t y = 0; y < lines[1]; ++y)
      for (std::int64_t x = 0; x < lines[0]; ++x) {
        float* v = volume.voxels.data() + volume.offset(x, y, z);
        float before = v[0];
        for (std::int64_t i = 1; i + 1 < n[axis]; ++i) {
          const float here = v[i * stride];
          v[i * stride] = 0.25F * before + 0.5F * here + 0.25F * v[(i + 1) * stride];
          before = here;
        }
      }
}

}  // namespace

Volume coarser(const Volume& ct, std::int64_t mostVoxels, const std::stop_token& stop) {
  const Index3 block = blocksFor(ct.geometry, mostVoxels);
  if (product(block) == 1) return ct;
  Volume coarse;
  coarse.geometry = ct.geometry;
  Vec3 middle{};
  for (int a = 0; a < 3; ++a) {
    coarse.geometry.size[a] = ct.geometry.size[a] / block[a];
    coarse.geometry.spacing[a] = ct.geometry.spacing[a] * static_cast<double>(block[a]);
    middle[a] = 0.5 * static_cast<double>(block[a] - 1);
  }
  coarse.geometry.origin = ct.geometry.indexToPatient(middle);
  const Index3 n = coarse.geometry.size;
  coarse.voxels.resize(static_cast<std::size_t>(product(n)));
  for (std::int64_t z = 0; z < n[2]; ++z) {
    throwIfStopped(stop);
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x)
        coarse.at(x, y, z) = meanOf(ct, {x * block[0], y * block[1], z * block[2]}, block);
  }
  return coarse;
}

Mesh boneSurface(const Volume& ct, float hu, const std::stop_token& stop) {
  Volume coarse = coarser(ct, kMostVoxels, stop);
  for (int axis = 0; axis < 3; ++axis) {
    throwIfStopped(stop);
    blurAlong(coarse, axis);
  }
  return withoutSpecks(extractSurface(coarse, hu, stop), kFewestTriangles);
}

}  // namespace hipwright
