// Small surfaces, each named by what is wrong with it.
#pragma once

#include "engine/surface/isosurface.h"
#include "tests/unit/surface/shapes.h"

#include <utility>

namespace hipwright::testing {

/// A closed box with one corner at the origin: sound.
inline Mesh box(const Vec3& size) {
  Mesh m;
  for (int c = 0; c < 8; ++c) m.vertices.push_back({size[0] * (c & 1), size[1] * (c >> 1 & 1), size[2] * (c >> 2 & 1)});
  m.triangles = {{0, 2, 3}, {0, 3, 1}, {4, 5, 7}, {4, 7, 6}, {0, 1, 5}, {0, 5, 4},
                 {2, 6, 7}, {2, 7, 3}, {0, 4, 6}, {0, 6, 2}, {1, 3, 7}, {1, 7, 5}};
  return m;
}

inline Mesh together(Mesh a, const Mesh& b) {
  const auto shift = static_cast<std::uint32_t>(a.vertices.size());
  a.vertices.insert(a.vertices.end(), b.vertices.begin(), b.vertices.end());
  for (const auto& t : b.triangles) a.triangles.push_back({t[0] + shift, t[1] + shift, t[2] + shift});
  return a;
}

inline Mesh movedBy(Mesh mesh, const Vec3& by) {
  for (Vec3& p : mesh.vertices) p = p + by;
  return mesh;
}

inline Mesh insideOut(Mesh mesh) {
  for (auto& t : mesh.triangles) std::swap(t[1], t[2]);
  return mesh;
}

inline Mesh cubeWithoutItsLid() {
  Mesh m = box({10, 10, 10});
  m.triangles.erase(m.triangles.begin() + 2, m.triangles.begin() + 4);
  return m;
}

inline Mesh cubesThatShareAVertex() {
  Mesh m = together(box({10, 10, 10}), movedBy(box({10, 10, 10}), {10, 10, 10}));
  for (auto& t : m.triangles)
    for (auto& v : t)
      if (v == 8) v = 7;
  return m;
}

inline Mesh cubeWithADoubledTriangle() {
  Mesh m = box({10, 10, 10});
  m.triangles.push_back({m.triangles[4][1], m.triangles[4][2], m.triangles[4][0]});
  return m;
}

inline Mesh cubeWithATurnedFace() {
  Mesh m = box({10, 10, 10});
  for (std::size_t t = 0; t < 2; ++t) std::swap(m.triangles[t][1], m.triangles[t][2]);
  return m;
}

/// A vertex in the middle of the edge from 0 to 1 makes a triangle with no area, and no hole.
inline Mesh cubeWithAFlatTriangle(const Vec3& onEdge = {5, 0, 0}) {
  Mesh m = box({10, 10, 10});
  m.vertices.push_back(onEdge);
  m.triangles[4] = {8, 1, 5};
  m.triangles.push_back({0, 8, 5});
  m.triangles.push_back({0, 1, 8});
  return m;
}

inline Mesh ball(const Vec3& centre, double radius, double spacing = 1) {
  const auto n = static_cast<std::int64_t>(2 * (length(centre) + radius) / spacing) + 7;
  const Geometry g{{n, n, n}, {spacing, spacing, spacing}, {0, 0, 0}, kIdentity3};
  const double half = static_cast<double>(n - 1) / 2 * spacing;
  return movedBy(extractSurface(sampled(g, g.size, sphere(centre, radius)), 0, {}), {-half, -half, -half});
}

inline Mesh ballsThatIntersect() { return together(ball({0, 0, 0}, 8), ball({9, 0.3, 0.2}, 8)); }

}  // namespace hipwright::testing
