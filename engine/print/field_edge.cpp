#include "engine/print/field_edge.h"

#include <algorithm>

namespace hipwright {
namespace {

constexpr double kBeyond = 0.25;  // voxels; the caps lie half a voxel out

/// One bit for each face of the field that the point is beyond.
std::uint8_t facesAt(const Vec3& index, const Index3& size) {
  std::uint8_t faces = 0;
  for (int axis = 0; axis < 3; ++axis) {
    if (index[axis] < -kBeyond) faces |= static_cast<std::uint8_t>(1U << (2 * axis));
    if (index[axis] > static_cast<double>(size[axis] - 1) + kBeyond)
      faces |= static_cast<std::uint8_t>(1U << (2 * axis + 1));
  }
  return faces;
}

}  // namespace

FieldEdge findFieldEdge(const Mesh& mesh, const Geometry& field) {
  std::vector<std::uint8_t> faces;
  faces.reserve(mesh.vertices.size());
  for (const Vec3& p : mesh.vertices) faces.push_back(facesAt(field.patientToIndex(p), field.size));
  FieldEdge out;
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
    const auto& c = mesh.triangles[t];
    if ((faces[c[0]] & faces[c[1]] & faces[c[2]]) == 0) continue;
    out.triangles.push_back(t);
    const Vec3& a = mesh.vertices[c[0]];
    out.areaMm2 += length(cross(mesh.vertices[c[1]] - a, mesh.vertices[c[2]] - a)) / 2;
  }
  return out;
}

}  // namespace hipwright
