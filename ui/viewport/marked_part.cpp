#include "ui/viewport/marked_part.h"

#include "engine/print/shells.h"
#include "ui/viewport/free_sight.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kLiftMm = 0.05;
constexpr double kUpright = 0.98;  // of a unit vector along the head: nothing else is up there

/// Twice the area long.
Vec3 normalOf(const Mesh& mesh, const std::array<std::uint32_t, 3>& t) {
  return cross(mesh.vertices[t[1]] - mesh.vertices[t[0]], mesh.vertices[t[2]] - mesh.vertices[t[0]]);
}

Vec3 unit(const Vec3& v, const Vec3& otherwise) {
  const double size = length(v);
  return size > 0 ? (1 / size) * v : otherwise;
}

Vec3 facingOf(const Mesh& part) {
  Vec3 largest{0, 0, 0};
  for (const auto& t : part.triangles)
    if (const Vec3 normal = normalOf(part, t); length(normal) > length(largest)) largest = normal;
  Vec3 sum{0, 0, 0};
  for (const auto& t : part.triangles)
    if (const Vec3 normal = normalOf(part, t); dot(normal, largest) >= 0) sum = sum + normal;
  return unit(sum, {0, -1, 0});
}

Mesh lifted(Mesh part) {
  std::vector<Vec3> normals(part.vertices.size(), Vec3{0, 0, 0});
  for (const auto& t : part.triangles)
    for (const std::uint32_t v : t) normals[v] = normals[v] + normalOf(part, t);
  for (std::size_t v = 0; v < part.vertices.size(); ++v)
    part.vertices[v] = part.vertices[v] + kLiftMm * unit(normals[v], {0, 0, 0});
  return part;
}

QVector3D toQt(const Vec3& v) { return {static_cast<float>(v[0]), static_cast<float>(v[1]), static_cast<float>(v[2])}; }

}  // namespace

MarkedPart markedPart(const Mesh& mesh, const std::vector<std::uint32_t>& triangles) {
  Mesh part = partOfMesh(mesh, triangles);
  MarkedPart out;
  out.box = {part.vertices.front(), part.vertices.front()};
  for (const Vec3& p : part.vertices)
    for (int a = 0; a < 3; ++a) {
      out.box.lower[a] = std::min(out.box.lower[a], p[a]);
      out.box.upper[a] = std::max(out.box.upper[a], p[a]);
    }
  for (const Vec3& p : part.vertices) out.radiusMm = std::max(out.radiusMm, length(p - out.box.centre()));
  out.facing = freeSight(mesh, part, facingOf(part));
  out.mesh = std::make_shared<const Mesh>(lifted(std::move(part)));
  return out;
}

QQuaternion orientationFacing(const Vec3& direction) {
  const Vec3 back = unit(direction, {0, -1, 0});
  const Vec3 head = std::abs(back[2]) < kUpright ? Vec3{0, 0, 1} : Vec3{0, -1, 0};
  const Vec3 right = unit(cross(head, back), {1, 0, 0});
  return QQuaternion::fromAxes(toQt(right), toQt(cross(back, right)), toQt(back));
}

}  // namespace hipwright
