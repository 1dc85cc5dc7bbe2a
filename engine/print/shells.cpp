#include "engine/print/shells.h"

#include "engine/print/nesting.h"
#include "engine/print/triangle_tree.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace hipwright {
namespace {

std::uint32_t rootOf(std::vector<std::uint32_t>& parent, std::uint32_t x) {
  while (parent[x] != x) x = parent[x] = parent[parent[x]];
  return x;
}

void measure(const Mesh& mesh, Shell& shell) {
  const Vec3 origin = mesh.vertices[mesh.triangles[shell.triangles.front()][0]];
  shell.lower = shell.upper = origin;
  for (const std::uint32_t t : shell.triangles) {
    const auto& c = mesh.triangles[t];
    const Vec3 a = mesh.vertices[c[0]] - origin, b = mesh.vertices[c[1]] - origin, d = mesh.vertices[c[2]] - origin;
    shell.volumeMm3 += dot(a, cross(b, d)) / 6;
    for (const std::uint32_t v : c)
      for (int axis = 0; axis < 3; ++axis) {
        shell.lower[axis] = std::min(shell.lower[axis], mesh.vertices[v][axis]);
        shell.upper[axis] = std::max(shell.upper[axis], mesh.vertices[v][axis]);
      }
  }
}

}  // namespace

std::vector<Shell> shellsOf(const Mesh& mesh) {
  std::vector<std::uint32_t> parent(mesh.vertices.size());
  std::iota(parent.begin(), parent.end(), 0U);
  for (const auto& t : mesh.triangles)
    for (int i = 1; i < 3; ++i) parent[rootOf(parent, t[i])] = rootOf(parent, t[0]);
  std::map<std::uint32_t, Shell> byRoot;
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t)
    byRoot[rootOf(parent, mesh.triangles[t][0])].triangles.push_back(t);
  std::vector<Shell> shells;
  for (auto& [root, shell] : byRoot) {
    measure(mesh, shell);
    shells.push_back(std::move(shell));
  }
  std::stable_sort(shells.begin(), shells.end(),
                   [](const Shell& a, const Shell& b) { return std::abs(a.volumeMm3) > std::abs(b.volumeMm3); });
  return shells;
}

std::vector<bool> largestParts(const Mesh& mesh, const std::vector<Shell>& shells, int parts) {
  const std::vector<Nesting> nesting = nestingOf(mesh, shells, TriangleTree(mesh));
  std::vector<bool> stays(shells.size(), false);
  for (std::size_t s = 0; s < shells.size(); ++s) {
    if (!nesting[s].isSolid() || parts <= 0) continue;
    stays[s] = true;
    --parts;
  }
  for (std::size_t s = 0; s < shells.size(); ++s)
    if (!nesting[s].isSolid()) stays[s] = stays[nesting[s].around];
  return stays;
}

Mesh keepShells(const Mesh& mesh, const std::vector<Shell>& shells, const std::vector<bool>& stays) {
  std::vector<std::uint32_t> kept;
  for (std::size_t s = 0; s < shells.size(); ++s)
    if (stays[s]) kept.insert(kept.end(), shells[s].triangles.begin(), shells[s].triangles.end());
  std::sort(kept.begin(), kept.end());
  return partOfMesh(mesh, kept);
}

Mesh partOfMesh(const Mesh& mesh, const std::vector<std::uint32_t>& triangles) {
  constexpr std::uint32_t kUnused = 0xFFFFFFFF;
  std::vector<std::uint32_t> number(mesh.vertices.size(), kUnused);
  Mesh out;
  for (const std::uint32_t t : triangles) {
    auto corners = mesh.triangles[t];
    for (std::uint32_t& v : corners) {
      if (number[v] == kUnused) {
        number[v] = static_cast<std::uint32_t>(out.vertices.size());
        out.vertices.push_back(mesh.vertices[v]);
      }
      v = number[v];
    }
    out.triangles.push_back(corners);
  }
  return out;
}

}  // namespace hipwright
