#include "engine/print/wall_thickness.h"

#include "engine/core/stop.h"
#include "engine/print/triangle_tree.h"
#include "engine/surface/mesh_check.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace hipwright {
namespace {

constexpr double kParallel = 0.8660254037844386;  // cosine of 30 degrees

struct Facet {
  Vec3 centre{};
  Vec3 normal{};
  double areaMm2 = 0;
};

struct Wall {
  double mm = 0;
  double areaMm2 = 0;
  Vec3 at{};
};

Facet facetOf(const Mesh& mesh, std::uint32_t triangle) {
  const auto& t = mesh.triangles[triangle];
  const Vec3 &a = mesh.vertices[t[0]], &b = mesh.vertices[t[1]], &c = mesh.vertices[t[2]];
  const Vec3 normal = cross(b - a, c - a);
  const double twiceArea = length(normal);
  return {(1.0 / 3) * (a + b + c), (1 / twiceArea) * normal, twiceArea / 2};
}

/// What stands over a triangle on one side of the surface: its wall inward, or the air outward.
using Over = std::optional<Wall> (*)(const Mesh& mesh, const TriangleTree& tree, std::uint32_t triangle);

std::optional<Wall> wallUnder(const Mesh& mesh, const TriangleTree& tree, std::uint32_t triangle) {
  const Facet facet = facetOf(mesh, triangle);
  const Vec3 inward = -1.0 * facet.normal;
  const auto exit = tree.firstExit(facet.centre, inward, kWallReachMm);
  if (!exit || dot(facetOf(mesh, exit->triangle).normal, inward) < kParallel) return std::nullopt;
  return Wall{exit->mm, facet.areaMm2, facet.centre};
}

std::optional<Wall> gapAbove(const Mesh& mesh, const TriangleTree& tree, std::uint32_t triangle) {
  const Facet facet = facetOf(mesh, triangle);
  const auto entry = tree.firstEntry(facet.centre, facet.normal, kWallReachMm);
  if (!entry || -dot(facetOf(mesh, entry->triangle).normal, facet.normal) < kParallel) return std::nullopt;
  return Wall{entry->mm, facet.areaMm2, facet.centre};
}

void takeSmallest(std::vector<Wall> walls, WallThickness& out) {
  std::sort(walls.begin(), walls.end(), [](const Wall& a, const Wall& b) { return a.mm < b.mm; });
  double area = 0;
  for (const Wall& wall : walls) {
    area += wall.areaMm2;
    if (area < kThinSpotMm2) continue;
    out.smallestMm = wall.mm;
    out.smallestAt = wall.at;
    return;
  }
}

/// Triangles with a common vertex lie in one patch.
std::int64_t patchesOf(const Mesh& mesh, const std::vector<std::uint32_t>& triangles) {
  std::unordered_map<std::uint32_t, std::uint32_t> towards;  // of each vertex, another one of its patch
  std::int64_t patches = 0;
  const auto nameOf = [&](std::uint32_t vertex) {
    if (towards.emplace(vertex, vertex).second) ++patches;
    while (towards[vertex] != vertex) vertex = towards[vertex] = towards[towards[vertex]];
    return vertex;
  };
  for (const std::uint32_t t : triangles)
    for (int corner = 1; corner < 3; ++corner) {
      const std::uint32_t a = nameOf(mesh.triangles[t][0]), b = nameOf(mesh.triangles[t][corner]);
      if (a == b) continue;
      towards[b] = a;
      --patches;
    }
  return patches;
}

struct Measuring {
  const Mesh& mesh;
  const TriangleTree& tree;
  double limitMm = 0;
  Over over = nullptr;
};

WallThickness measured(const Measuring& m, const std::stop_token& stop) {
  constexpr std::uint32_t kBatch = 1024;
  WallThickness out;
  std::vector<Wall> walls;
  for (std::uint32_t t = 0; t < m.mesh.triangles.size(); ++t) {
    if (t % kBatch == 0) throwIfStopped(stop);
    if (isDegenerate(m.mesh, m.mesh.triangles[t])) continue;
    const auto wall = m.over(m.mesh, m.tree, t);
    if (!wall) continue;
    walls.push_back(*wall);
    if (!(wall->mm < m.limitMm)) continue;
    out.tooThin.push_back(t);
    out.thinAreaMm2 += wall->areaMm2;
  }
  takeSmallest(std::move(walls), out);
  out.thinSpots = patchesOf(m.mesh, out.tooThin);
  return out;
}

}  // namespace

WallThickness measureWalls(const Mesh& mesh, const TriangleTree& tree, double limitMm, const std::stop_token& stop) {
  return measured({mesh, tree, limitMm, wallUnder}, stop);
}

WallThickness measureGaps(const Mesh& mesh, const TriangleTree& tree, double limitMm, const std::stop_token& stop) {
  return measured({mesh, tree, limitMm, gapAbove}, stop);
}

}  // namespace hipwright
