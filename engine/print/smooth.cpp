#include "engine/print/smooth.h"

#include "engine/core/stop.h"
#include "engine/print/self_intersections.h"
#include "engine/surface/mesh_check.h"

#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkWindowedSincPolyDataFilter.h>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kPasses = 20;
constexpr double kPassBand = 0.1;
constexpr int kMostHalvings = 4;
constexpr double kStoredMm = 1e-4;  // more than single precision takes from a point within a metre of the origin

vtkNew<vtkPolyData> toVtk(const Mesh& mesh) {
  vtkNew<vtkPoints> points;
  points->SetDataTypeToDouble();
  for (const Vec3& p : mesh.vertices) points->InsertNextPoint(p.data());
  vtkNew<vtkCellArray> triangles;
  for (const auto& t : mesh.triangles) {
    const std::array<vtkIdType, 3> corners{t[0], t[1], t[2]};
    triangles->InsertNextCell(3, corners.data());
  }
  vtkNew<vtkPolyData> surface;
  surface->SetPoints(points);
  surface->SetPolys(triangles);
  return surface;
}

Mesh filtered(const Mesh& mesh) {
  const vtkNew<vtkPolyData> surface = toVtk(mesh);
  vtkNew<vtkWindowedSincPolyDataFilter> filter;
  filter->SetInputData(surface);
  filter->SetNumberOfIterations(kPasses);
  filter->SetPassBand(kPassBand);
  filter->NormalizeCoordinatesOn();
  filter->NonManifoldSmoothingOn();
  filter->FeatureEdgeSmoothingOff();
  filter->BoundarySmoothingOff();
  filter->Update();
  Mesh out = mesh;
  for (std::size_t v = 0; v < out.vertices.size(); ++v)
    filter->GetOutput()->GetPoint(static_cast<vtkIdType>(v), out.vertices[v].data());
  return out;
}

/// Moves the surface out by the same small way everywhere, so that it has the volume it had.
Mesh withVolumeOf(const Mesh& before, Mesh after) {
  const MeshReport now = checkMesh(after);
  const double out = (checkMesh(before).volumeMm3 - now.volumeMm3) / now.areaMm2;
  std::vector<Vec3> normals(after.vertices.size(), Vec3{});
  for (const auto& t : after.triangles) {
    const Vec3& a = after.vertices[t[0]];
    const Vec3 normal = cross(after.vertices[t[1]] - a, after.vertices[t[2]] - a);
    for (const std::uint32_t v : t) normals[v] = normals[v] + normal;
  }
  for (std::size_t v = 0; v < normals.size(); ++v)
    if (length(normals[v]) > 0) after.vertices[v] = after.vertices[v] + (out / length(normals[v])) * normals[v];
  return after;
}

/// How far each vertex is to move, cut so that it keeps to the bound in a file too.
std::vector<Vec3> moves(const Mesh& mesh, double boundMm) {
  const double mostMm = boundMm - std::min(kStoredMm, boundMm / 10);
  const Mesh target = withVolumeOf(mesh, filtered(mesh));
  std::vector<Vec3> out(mesh.vertices.size());
  for (std::size_t v = 0; v < out.size(); ++v) {
    const Vec3 move = target.vertices[v] - mesh.vertices[v];
    const double mm = length(move);
    out[v] = mm > mostMm ? (mostMm / mm) * move : move;
  }
  return out;
}

Mesh moved(Mesh mesh, const std::vector<Vec3>& by, double share) {
  for (std::size_t v = 0; v < by.size(); ++v) mesh.vertices[v] = mesh.vertices[v] + share * by[v];
  return mesh;
}

}  // namespace

Mesh smoothed(const Mesh& mesh, double mostMm, const std::stop_token& stop) {
  if (mesh.triangles.empty()) return mesh;
  throwIfStopped(stop);
  const std::vector<Vec3> by = moves(mesh, mostMm);
  const std::size_t before = selfIntersections(mesh, stop).size();
  double share = 1;
  for (int i = 0; i <= kMostHalvings; ++i, share /= 2) {
    Mesh out = moved(mesh, by, share);
    if (selfIntersections(out, stop).size() <= before) return out;
  }
  return mesh;
}

}  // namespace hipwright
