// Counts what a printer or a slicer would complain about. Linear in the size of the mesh: half edges are gathered by
// their lower vertex, and each vertex looks only at its own few.
#include "engine/surface/mesh_check.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace hipwright {
namespace {

using Triangle = std::array<std::uint32_t, 3>;

bool repeatsAVertex(const Triangle& t) { return t[0] == t[1] || t[1] == t[2] || t[2] == t[0]; }

/// Pairs of numbers gathered by vertex: the entries of vertex v are at first[v] .. first[v + 1].
struct PairsByVertex {
  std::vector<std::size_t> first;
  std::vector<std::array<std::uint32_t, 2>> pairs;
};

/// For each corner of each triangle calls place(vertex, pair) twice: to count, then to store.
template <typename Visit>
PairsByVertex gather(std::size_t vertices, const Visit& visit) {
  PairsByVertex out;
  out.first.assign(vertices + 1, 0);
  visit([&](std::uint32_t vertex, const std::array<std::uint32_t, 2>&) { ++out.first[vertex + 1]; });
  std::partial_sum(out.first.begin(), out.first.end(), out.first.begin());
  out.pairs.resize(out.first.back());
  std::vector<std::size_t> next(out.first.begin(), out.first.end() - 1);
  visit([&](std::uint32_t vertex, const std::array<std::uint32_t, 2>& pair) { out.pairs[next[vertex]++] = pair; });
  return out;
}

template <typename Place>
void forEachCorner(const Mesh& mesh, const Place& place) {
  for (const Triangle& t : mesh.triangles)
    if (!repeatsAVertex(t))
      for (int i = 0; i < 3; ++i) place(t[i], std::array{t[(i + 1) % 3], t[(i + 2) % 3]});
}

/// Root of x in a forest of parents, shortening the path on the way.
std::uint32_t rootOf(std::vector<std::uint32_t>& parent, std::uint32_t x) {
  while (parent[x] != x) x = parent[x] = parent[parent[x]];
  return x;
}

void checkIndices(const Mesh& mesh) {
  for (const Triangle& t : mesh.triangles)
    for (const std::uint32_t v : t)
      if (v >= mesh.vertices.size())
        throw Error(ErrorCode::Internal, {{"reason", "a triangle without vertex " + std::to_string(v)}});
}

/// Each undirected edge appears once under its lower vertex for each triangle on it: {other vertex, 1 if it runs
/// upward}.
void countEdges(const Mesh& mesh, MeshReport& report) {
  auto edges = gather(mesh.vertices.size(), [&](const auto& place) {
    forEachCorner(mesh, [&](std::uint32_t v, const std::array<std::uint32_t, 2>& others) {
      const std::uint32_t w = others[0];
      place(std::min(v, w), {std::max(v, w), v < w ? 1U : 0U});
    });
  });
  for (std::size_t v = 0; v < mesh.vertices.size(); ++v) {
    const auto begin = edges.pairs.begin() + static_cast<std::ptrdiff_t>(edges.first[v]);
    const auto end = edges.pairs.begin() + static_cast<std::ptrdiff_t>(edges.first[v + 1]);
    std::sort(begin, end);
    for (auto run = begin; run != end;) {
      const auto runEnd = std::find_if(run, end, [&](const auto& e) { return e[0] != (*run)[0]; });
      const auto triangles = runEnd - run;
      --report.eulerNumber;
      report.openEdges += triangles == 1 ? 1 : 0;
      report.nonManifoldEdges += triangles > 2 ? 1 : 0;
      report.flippedEdges += triangles == 2 && (*run)[1] == run[1][1] ? 1 : 0;
      run = runEnd;
    }
  }
}

/// Fans of one vertex: connected components of the far edges of its triangles.
std::int64_t countFans(const std::array<std::uint32_t, 2>* begin, const std::array<std::uint32_t, 2>* end) {
  std::vector<std::uint32_t> ring;
  for (const auto* pair = begin; pair != end; ++pair) ring.insert(ring.end(), pair->begin(), pair->end());
  std::sort(ring.begin(), ring.end());
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
  const auto placeInRing = [&](std::uint32_t v) {
    return static_cast<std::uint32_t>(std::lower_bound(ring.begin(), ring.end(), v) - ring.begin());
  };
  std::vector<std::uint32_t> parent(ring.size());
  std::iota(parent.begin(), parent.end(), 0U);
  auto fans = static_cast<std::int64_t>(ring.size());
  for (const auto* pair = begin; pair != end; ++pair) {
    const auto a = rootOf(parent, placeInRing((*pair)[0]));
    const auto b = rootOf(parent, placeInRing((*pair)[1]));
    if (a == b) continue;
    parent[a] = b;
    --fans;
  }
  return fans;
}

void countVertices(const Mesh& mesh, MeshReport& report) {
  const auto fans = gather(mesh.vertices.size(), [&](const auto& place) { forEachCorner(mesh, place); });
  for (std::size_t v = 0; v < mesh.vertices.size(); ++v) {
    const auto* begin = fans.pairs.data() + fans.first[v];
    const auto* end = fans.pairs.data() + fans.first[v + 1];
    if (begin == end) continue;
    ++report.eulerNumber;
    if (countFans(begin, end) > 1) ++report.nonManifoldVertices;
  }
}

void countShells(const Mesh& mesh, MeshReport& report) {
  std::vector<std::uint32_t> parent(mesh.vertices.size());
  std::iota(parent.begin(), parent.end(), 0U);
  std::vector<std::uint8_t> used(mesh.vertices.size(), 0);
  forEachCorner(mesh, [&](std::uint32_t v, const std::array<std::uint32_t, 2>& others) {
    used[v] = 1;
    parent[rootOf(parent, v)] = rootOf(parent, others[0]);
  });
  for (std::uint32_t v = 0; v < parent.size(); ++v) report.shells += used[v] != 0 && parent[v] == v ? 1 : 0;
}

void measureBox(const Mesh& mesh, MeshReport& report) {
  if (mesh.vertices.empty()) return;
  report.lower = report.upper = mesh.vertices.front();
  for (const Vec3& p : mesh.vertices)
    for (int a = 0; a < 3; ++a) {
      report.lower[a] = std::min(report.lower[a], p[a]);
      report.upper[a] = std::max(report.upper[a], p[a]);
    }
}

/// Volume as a sum of tetrahedra to the centre of the box, which keeps the terms small far from the origin.
void measureTriangles(const Mesh& mesh, MeshReport& report) {
  const Vec3 centre = 0.5 * (report.lower + report.upper);
  for (const Triangle& t : mesh.triangles) {
    const Vec3 a = mesh.vertices[t[0]] - centre;
    const Vec3 ab = mesh.vertices[t[1]] - mesh.vertices[t[0]];
    const Vec3 ac = mesh.vertices[t[2]] - mesh.vertices[t[0]];
    const Vec3 normal = cross(ab, ac);
    const double twiceArea = length(normal);
    if (isDegenerate(mesh, t)) ++report.degenerateTriangles;
    if (!repeatsAVertex(t)) ++report.eulerNumber;
    report.areaMm2 += twiceArea / 2;
    report.volumeMm3 += dot(a, normal) / 6;
  }
}

}  // namespace

bool MeshReport::printable() const {
  return triangles > 0 && openEdges == 0 && nonManifoldEdges == 0 && nonManifoldVertices == 0 && flippedEdges == 0 &&
         degenerateTriangles == 0 && volumeMm3 > 0;
}

bool isDegenerate(const Mesh& mesh, const std::array<std::uint32_t, 3>& triangle) {
  constexpr double kRelativeHeight = 1e-12;
  if (repeatsAVertex(triangle)) return true;
  const Vec3 ab = mesh.vertices[triangle[1]] - mesh.vertices[triangle[0]];
  const Vec3 ac = mesh.vertices[triangle[2]] - mesh.vertices[triangle[0]];
  const Vec3 bc = ac - ab;
  return !(length(cross(ab, ac)) > kRelativeHeight * std::max({dot(ab, ab), dot(ac, ac), dot(bc, bc)}));
}

MeshReport checkMesh(const Mesh& mesh) {
  checkIndices(mesh);
  MeshReport report;
  report.vertices = static_cast<std::int64_t>(mesh.vertices.size());
  report.triangles = static_cast<std::int64_t>(mesh.triangles.size());
  measureBox(mesh, report);
  measureTriangles(mesh, report);
  countEdges(mesh, report);
  countVertices(mesh, report);
  countShells(mesh, report);
  return report;
}

}  // namespace hipwright
