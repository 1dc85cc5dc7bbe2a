#include "engine/hips/sphere_votes.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kFrom = 21;  // mm, radius of a socket
constexpr double kTo = 33;
constexpr double kApart = 9;
constexpr float kPeak = 0.7F;  // share of a peak's votes that belongs to it

struct Window {
  Index3 low{};
  Index3 high{};
};

Window around(const Geometry& grid, const Vec3& place, double reachMm) {
  const Vec3 middle = grid.patientToIndex(place);
  Window window;
  for (int a = 0; a < 3; ++a) {
    const double reach = reachMm / grid.spacing[a];
    window.low[a] = std::max<std::int64_t>(0, static_cast<std::int64_t>(std::ceil(middle[a] - reach)));
    window.high[a] = std::min<std::int64_t>(grid.size[a] - 1, static_cast<std::int64_t>(std::floor(middle[a] + reach)));
  }
  return window;
}

template <class Visit>
void forEach(const Window& w, Visit visit) {
  for (std::int64_t z = w.low[2]; z <= w.high[2]; ++z)
    for (std::int64_t y = w.low[1]; y <= w.high[1]; ++y)
      for (std::int64_t x = w.low[0]; x <= w.high[0]; ++x) visit(x, y, z);
}

Vec3 placeOf(const Geometry& grid, std::int64_t x, std::int64_t y, std::int64_t z) {
  return grid.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
}

void vote(Volume& votes, const Vec3& place) {
  Index3 at{};
  for (int a = 0; a < 3; ++a) {
    at[a] = std::llround((place[a] - votes.geometry.origin[a]) / votes.geometry.spacing[a]);
    if (at[a] < 0 || at[a] >= votes.geometry.size[a]) return;
  }
  votes.at(at[0], at[1], at[2]) += 1;
}

/// Sums of three neighbours along each axis: the votes of a socket meet within a few millimetres, not in a point.
void gather(Volume& votes) {
  const Index3& n = votes.geometry.size;
  for (int axis = 0; axis < 3; ++axis) {
    const Volume before = votes;
    Index3 step{};
    step[axis] = 1;
    for (std::int64_t z = step[2]; z < n[2] - step[2]; ++z)
      for (std::int64_t y = step[1]; y < n[1] - step[1]; ++y)
        for (std::int64_t x = step[0]; x < n[0] - step[0]; ++x)
          votes.at(x, y, z) = before.at(x - step[0], y - step[1], z - step[2]) + before.at(x, y, z) +
                              before.at(x + step[0], y + step[1], z + step[2]);
  }
}

/// The centroid of what rises above most of a peak's height.
Vec3 middleOf(const Volume& votes, const Vec3& top, float height) {
  Vec3 sum{};
  double weight = 0;
  forEach(around(votes.geometry, top, 6), [&](std::int64_t x, std::int64_t y, std::int64_t z) {
    const double above = votes.at(x, y, z) - kPeak * height;
    if (!(above > 0)) return;
    sum = sum + above * placeOf(votes.geometry, x, y, z);
    weight += above;
  });
  return weight > 0 ? (1 / weight) * sum : top;
}

}  // namespace

Volume socketVotes(const std::vector<BoneEdge>& edges, const Geometry& grid) {
  Volume votes{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)))};
  for (const BoneEdge& edge : edges)
    for (double r = kFrom; r <= kTo; r += 2) vote(votes, edge.position - r * edge.inward);
  gather(votes);
  return votes;
}

std::vector<Vec3> votedCentres(Volume votes, std::size_t most) {
  const Volume all = votes;
  const Index3& n = votes.geometry.size;
  std::vector<Vec3> centres;
  while (centres.size() < most) {
    const auto best = std::max_element(votes.voxels.begin(), votes.voxels.end());
    if (best == votes.voxels.end() || !(*best > 0)) break;
    const std::int64_t i = best - votes.voxels.begin();
    const Vec3 top = placeOf(votes.geometry, i % n[0], i / n[0] % n[1], i / (n[0] * n[1]));
    centres.push_back(middleOf(all, top, *best));
    forEach(around(votes.geometry, top, kApart),
            [&](std::int64_t x, std::int64_t y, std::int64_t z) { votes.at(x, y, z) = 0; });
  }
  return centres;
}

Vec3 highestNear(const Volume& votes, const Vec3& place, double reachMm) {
  Vec3 top = place;
  float height = 0;
  forEach(around(votes.geometry, place, reachMm), [&](std::int64_t x, std::int64_t y, std::int64_t z) {
    const Vec3 here = placeOf(votes.geometry, x, y, z);
    if (votes.at(x, y, z) <= height || length(here - place) > reachMm) return;
    height = votes.at(x, y, z);
    top = here;
  });
  return height > 0 ? middleOf(votes, top, height) : place;
}

}  // namespace hipwright
