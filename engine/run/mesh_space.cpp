#include "engine/run/mesh_space.h"

#include <utility>

namespace hipwright {

Mesh toSpace(Mesh mesh, const Geometry& geometry, MeshSpace space) {
  if (space == MeshSpace::Lps) return mesh;
  const Mat3 inverted = inverse(geometry.indexToPatientMatrix());
  for (Vec3& p : mesh.vertices)
    p = space == MeshSpace::Ras ? Vec3{-p[0], -p[1], p[2]} : inverted * (p - geometry.origin);
  if (space == MeshSpace::Index && determinant(geometry.direction) < 0)
    for (auto& triangle : mesh.triangles) std::swap(triangle[1], triangle[2]);
  return mesh;
}

const char* unitOf(MeshSpace space) { return space == MeshSpace::Index ? "voxels" : "mm"; }

Vec3 toSpace(const Vec3& lps, const Geometry& geometry, MeshSpace space) {
  return toSpace(Mesh{{lps}, {}}, geometry, space).vertices.front();
}

}  // namespace hipwright
