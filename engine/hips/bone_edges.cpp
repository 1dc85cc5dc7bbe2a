#include "engine/hips/bone_edges.h"

#include "engine/core/box.h"
#include "engine/core/stop.h"
#include "engine/prepare/resample.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kStep = 2;         // mm
constexpr float kOutside = -20000;  // no scanner writes it
constexpr float kPadding = -1400;   // below are fillings of scanners and of ours, not air
constexpr float kLowest = -200;
constexpr float kHighest = 600;
constexpr float kLeastSlope = 18;  // HU per mm
constexpr float kEdgeFrom = 60;    // smoothed HU that an edge of bone passes through
constexpr float kEdgeTo = 520;

Geometry coarseGrid(const Geometry& ct) {
  const Box box = boundingBox(ct);
  Geometry grid{{1, 1, 1}, {kStep, kStep, kStep}, {}, kIdentity3};
  for (int a = 0; a < 3; ++a) grid.size[a] = std::max<std::int64_t>(std::llround(box.size()[a] / kStep), 1);
  for (int a = 0; a < 3; ++a) grid.origin[a] = box.centre()[a] - kStep * static_cast<double>(grid.size[a] - 1) / 2;
  return grid;
}

/// About 2 mm along the CT's own axes.
Geometry coarseOwnGrid(const Geometry& ct) {
  Geometry grid = ct;
  Vec3 first{};
  for (int a = 0; a < 3; ++a) {
    const double extent = ct.spacing[a] * static_cast<double>(ct.size[a]);
    grid.size[a] = std::max<std::int64_t>(std::llround(extent / kStep), 1);
    grid.spacing[a] = extent / static_cast<double>(grid.size[a]);
    first[a] = 0.5 * (grid.spacing[a] / ct.spacing[a] - 1);
  }
  grid.origin = ct.indexToPatient(first);
  return grid;
}

/// A fine, oblique CT becomes coarse along its own axes first: mixing many voxels obliquely takes long.
Volume coarseHu(const Volume& ct, const std::stop_token& stop) {
  const Geometry grid = coarseGrid(ct.geometry);
  const double finest = *std::min_element(ct.geometry.spacing.begin(), ct.geometry.spacing.end());
  if (sharesAxes(ct.geometry, grid) || finest > 0.75 * kStep)
    return resample(ct, grid, {Interpolation::Linear, kOutside}, stop);
  const Volume own = resample(ct, coarseOwnGrid(ct.geometry), {Interpolation::Linear, kOutside}, stop);
  return resample(own, grid, {Interpolation::Linear, kOutside, false}, stop);
}

/// [1 2 1] / 4 twice along one axis; the border stays as it is.
void smoothAlong(Volume& v, int axis) {
  const Index3 n = v.geometry.size;
  const std::size_t step = axis == 0 ? 1 : axis == 1 ? v.offset(0, 1, 0) : v.offset(0, 0, 1);
  std::vector<float> line(static_cast<std::size_t>(n[axis]));
  Index3 ends = n;
  ends[axis] = 1;
  for (std::int64_t z = 0; z < ends[2]; ++z)
    for (std::int64_t y = 0; y < ends[1]; ++y)
      for (std::int64_t x = 0; x < ends[0]; ++x)
        for (int pass = 0; pass < 2; ++pass) {
          const std::size_t first = v.offset(x, y, z);
          for (std::size_t i = 0; i < line.size(); ++i) line[i] = v.voxels[first + i * step];
          for (std::size_t i = 1; i + 1 < line.size(); ++i)
            v.voxels[first + i * step] = 0.25F * line[i - 1] + 0.5F * line[i] + 0.25F * line[i + 1];
        }
}

/// False for voxels outside and for those whose neighbours are.
std::vector<bool> insideWithMargin(const Volume& v) {
  const Index3& n = v.geometry.size;
  std::vector<bool> valid(v.voxels.size(), false);
  for (std::int64_t z = 1; z + 1 < n[2]; ++z)
    for (std::int64_t y = 1; y + 1 < n[1]; ++y)
      for (std::int64_t x = 1; x + 1 < n[0]; ++x)
        valid[v.offset(x, y, z)] = v.at(x, y, z) > kPadding && v.at(x - 1, y, z) > kPadding &&
                                   v.at(x + 1, y, z) > kPadding && v.at(x, y - 1, z) > kPadding &&
                                   v.at(x, y + 1, z) > kPadding && v.at(x, y, z - 1) > kPadding &&
                                   v.at(x, y, z + 1) > kPadding;
  return valid;
}

Vec3 slopeAt(const Volume& v, std::int64_t x, std::int64_t y, std::int64_t z) {
  const double scale = 1 / (2 * kStep);
  return {scale * (v.at(x + 1, y, z) - v.at(x - 1, y, z)), scale * (v.at(x, y + 1, z) - v.at(x, y - 1, z)),
          scale * (v.at(x, y, z + 1) - v.at(x, y, z - 1))};
}

}  // namespace

CoarseCt coarseCt(const Volume& ct, const std::stop_token& stop) {
  CoarseCt out;
  out.smooth = coarseHu(ct, stop);
  out.valid = insideWithMargin(out.smooth);
  out.clipped = out.smooth;
  for (float& hu : out.clipped.voxels) hu = std::clamp(hu, 0.0F, kHighest);
  for (float& hu : out.smooth.voxels) hu = std::clamp(hu, kLowest, kHighest);
  for (int axis = 0; axis < 3; ++axis) smoothAlong(out.smooth, axis);
  return out;
}

std::vector<BoneEdge> boneEdges(const CoarseCt& ct, const std::stop_token& stop) {
  std::vector<BoneEdge> edges;
  const Geometry& g = ct.smooth.geometry;
  for (std::int64_t z = 1; z + 1 < g.size[2]; ++z) {
    throwIfStopped(stop);
    for (std::int64_t y = 1; y + 1 < g.size[1]; ++y)
      for (std::int64_t x = 1; x + 1 < g.size[0]; ++x) {
        const float hu = ct.smooth.at(x, y, z);
        if (hu < kEdgeFrom || hu > kEdgeTo || !ct.validAt({x, y, z})) continue;
        const Vec3 slope = slopeAt(ct.smooth, x, y, z);
        const double steep = length(slope);
        if (steep < kLeastSlope) continue;
        edges.push_back({g.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)}),
                         (1 / steep) * slope});
      }
  }
  return edges;
}

}  // namespace hipwright
