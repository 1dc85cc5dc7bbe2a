#include "engine/print/fault_triangles.h"

#include "engine/surface/mesh_check.h"

#include <algorithm>
#include <numeric>

namespace hipwright {
namespace {

using Corners = std::array<std::uint32_t, 3>;

/// One side of a triangle. Corner 3 t + i is corner i of triangle t.
struct Side {
  std::uint32_t low = 0;  ///< the vertex with the smaller number
  std::uint32_t high = 0;
  std::uint32_t triangle = 0;
  std::uint32_t lowCorner = 0;
  std::uint32_t highCorner = 0;
  bool upward = false;  ///< the triangle runs from low to high

  bool sameEdge(const Side& other) const { return low == other.low && high == other.high; }
};

bool repeatsAVertex(const Corners& t) { return t[0] == t[1] || t[1] == t[2] || t[2] == t[0]; }

std::vector<Side> sortedSides(const Mesh& mesh) {
  std::vector<Side> sides;
  sides.reserve(3 * mesh.triangles.size());
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
    const Corners& c = mesh.triangles[t];
    if (repeatsAVertex(c)) continue;
    for (std::uint32_t i = 0; i < 3; ++i) {
      const std::uint32_t next = (i + 1) % 3;
      const bool upward = c[i] < c[next];
      const std::uint32_t low = upward ? i : next, high = upward ? next : i;
      sides.push_back({c[low], c[high], t, 3 * t + low, 3 * t + high, upward});
    }
  }
  std::sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) {
    return std::array{a.low, a.high, a.triangle} < std::array{b.low, b.high, b.triangle};
  });
  return sides;
}

std::uint32_t rootOf(std::vector<std::uint32_t>& parent, std::uint32_t x) {
  while (parent[x] != x) x = parent[x] = parent[parent[x]];
  return x;
}

using Run = std::vector<Side>::const_iterator;

void note(Run begin, Run end, std::vector<std::uint32_t>& into) {
  for (; begin != end; ++begin) into.push_back(begin->triangle);
}

/// Faults of one edge; also joins the corners that the edge connects, which makes the fans of its two vertices.
void lookAtEdge(Run begin, Run end, std::vector<std::uint32_t>& fanOfCorner, FaultTriangles& out) {
  if (end - begin == 1) note(begin, end, out.atOpenEdges);
  if (end - begin > 2) note(begin, end, out.atNonManifoldEdges);
  if (end - begin == 2 && begin->upward == begin[1].upward) note(begin, end, out.atFlippedEdges);
  for (Run side = begin + 1; side != end; ++side) {
    fanOfCorner[rootOf(fanOfCorner, side->lowCorner)] = rootOf(fanOfCorner, begin->lowCorner);
    fanOfCorner[rootOf(fanOfCorner, side->highCorner)] = rootOf(fanOfCorner, begin->highCorner);
  }
}

void findSplitVertices(const Mesh& mesh, std::vector<std::uint32_t>& fanOfCorner, FaultTriangles& out) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> fanOfVertex(mesh.vertices.size(), kNone);
  std::vector<std::uint8_t> split(mesh.vertices.size(), 0);
  const auto forEachCorner = [&](const auto& visit) {
    for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t)
      if (!repeatsAVertex(mesh.triangles[t]))
        for (std::uint32_t i = 0; i < 3; ++i) visit(mesh.triangles[t][i], 3 * t + i);
  };
  forEachCorner([&](std::uint32_t vertex, std::uint32_t corner) {
    const std::uint32_t fan = rootOf(fanOfCorner, corner);
    if (fanOfVertex[vertex] == kNone) fanOfVertex[vertex] = fan;
    if (fanOfVertex[vertex] != fan) split[vertex] = 1;
  });
  forEachCorner([&](std::uint32_t vertex, std::uint32_t corner) {
    if (split[vertex] != 0) out.atNonManifoldVertices.push_back(corner / 3);
  });
}

void findDuplicates(const Mesh& mesh, FaultTriangles& out) {
  std::vector<std::array<std::uint32_t, 4>> keys;
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
    Corners c = mesh.triangles[t];
    std::sort(c.begin(), c.end());
    keys.push_back({c[0], c[1], c[2], t});
  }
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 1; i < keys.size(); ++i)
    if (std::equal(keys[i].begin(), keys[i].begin() + 3, keys[i - 1].begin())) out.duplicate.push_back(keys[i][3]);
}

void makeUnique(std::vector<std::uint32_t>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

FaultTriangles findFaultTriangles(const Mesh& mesh) {
  FaultTriangles out;
  const std::vector<Side> sides = sortedSides(mesh);
  std::vector<std::uint32_t> fanOfCorner(3 * mesh.triangles.size());
  std::iota(fanOfCorner.begin(), fanOfCorner.end(), 0U);
  for (Run run = sides.begin(); run != sides.end();) {
    const Run end = std::find_if(run, sides.end(), [&](const Side& side) { return !side.sameEdge(*run); });
    lookAtEdge(run, end, fanOfCorner, out);
    run = end;
  }
  findSplitVertices(mesh, fanOfCorner, out);
  findDuplicates(mesh, out);
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t)
    if (isDegenerate(mesh, mesh.triangles[t])) out.degenerate.push_back(t);
  for (auto* list :
       {&out.atOpenEdges, &out.atNonManifoldEdges, &out.atNonManifoldVertices, &out.atFlippedEdges, &out.duplicate})
    makeUnique(*list);
  return out;
}

}  // namespace hipwright
