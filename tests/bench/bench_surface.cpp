// Measures the surface extraction beside VTK's flying edges: time, distance error and triangle shape.
#include "engine/surface/dual_marching_cubes.h"
#include "engine/surface/mesh_check.h"
#include "tests/unit/surface/shapes.h"

#include <vtkCellArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkIdList.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPolyData.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

using namespace hipwright;
using namespace hipwright::testing;

namespace {

constexpr Index3 kSize{160, 144, 176};
constexpr int kRepeats = 5;

struct Timed {
  Mesh mesh;
  double milliseconds = 0;  ///< the fastest of kRepeats
};

template <typename Work>
Timed fastest(const Work& work) {
  Timed out;
  out.milliseconds = 1e9;
  for (int i = 0; i < kRepeats; ++i) {
    const auto start = std::chrono::steady_clock::now();
    out.mesh = work();
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
    out.milliseconds = std::min(out.milliseconds, elapsed.count());
  }
  return out;
}

Mesh fromVtk(vtkPolyData* surface) {
  Mesh mesh;
  mesh.vertices.resize(static_cast<std::size_t>(surface->GetNumberOfPoints()));
  for (std::size_t v = 0; v < mesh.vertices.size(); ++v)
    surface->GetPoint(static_cast<vtkIdType>(v), mesh.vertices[v].data());
  vtkNew<vtkIdList> cell;
  for (vtkIdType i = 0; i < surface->GetNumberOfCells(); ++i) {
    surface->GetPolys()->GetCellAtId(i, cell);
    const auto corner = [&](int c) { return static_cast<std::uint32_t>(cell->GetId(c)); };
    mesh.triangles.push_back({corner(0), corner(1), corner(2)});
  }
  return mesh;
}

/// Flying edges leaves the border open and knows no direction matrix here: the fields stay clear of both.
Mesh flyingEdges(const Volume& field) {
  vtkNew<vtkImageData> image;
  image->SetDimensions(static_cast<int>(kSize[0]), static_cast<int>(kSize[1]), static_cast<int>(kSize[2]));
  image->SetSpacing(field.geometry.spacing.data());
  image->SetOrigin(field.geometry.origin.data());
  image->AllocateScalars(VTK_FLOAT, 1);
  std::copy(field.voxels.begin(), field.voxels.end(), static_cast<float*>(image->GetScalarPointer()));
  vtkNew<vtkFlyingEdges3D> filter;
  filter->SetInputData(image);
  filter->SetValue(0, 0);
  filter->ComputeNormalsOff();
  filter->ComputeScalarsOff();
  filter->Update();
  return fromVtk(filter->GetOutput());
}

double smallestAngle(const Mesh& mesh, const std::array<std::uint32_t, 3>& t) {
  double smallest = 180;
  for (int i = 0; i < 3; ++i) {
    const Vec3 a = mesh.vertices[t[(i + 1) % 3]] - mesh.vertices[t[i]];
    const Vec3 b = mesh.vertices[t[(i + 2) % 3]] - mesh.vertices[t[i]];
    smallest = std::min(smallest, std::atan2(length(cross(a, b)), dot(a, b)) * 180 / std::numbers::pi);
  }
  return smallest;
}

struct Figures {
  double meanError = 0;  ///< voxels, over vertices and triangle centres
  double largestError = 0;
  double meanAngle = 0;  ///< smallest angle of a triangle, degrees
  double below10 = 0;    ///< share of triangles with an angle under 10 degrees
  double folded = 0;     ///< triangles that face against the exact surface's normal
};

Vec3 gradient(const Distance& distance, const Vec3& p) {
  constexpr double kStep = 1e-4;
  Vec3 out{};
  for (int a = 0; a < 3; ++a) {
    Vec3 up = p, down = p;
    up[a] += kStep;
    down[a] -= kStep;
    out[a] = distance(up) - distance(down);
  }
  return out;
}

Figures figuresOf(const Mesh& mesh, const Geometry& g, const Distance& distance) {
  Figures f;
  const auto add = [&](double error) {
    f.meanError += error;
    f.largestError = std::max(f.largestError, error);
  };
  for (const Vec3& v : mesh.vertices) add(std::abs(distance(fromCentre(g, g.patientToIndex(v)))));
  for (const auto& t : mesh.triangles) {
    const Vec3 &a = mesh.vertices[t[0]], &b = mesh.vertices[t[1]], &c = mesh.vertices[t[2]];
    const Vec3 centre = fromCentre(g, g.patientToIndex((1.0 / 3) * (a + b + c)));
    add(std::abs(distance(centre)));
    const double angle = smallestAngle(mesh, t);
    f.meanAngle += angle;
    f.below10 += angle < 10 ? 1 : 0;
    f.folded += dot(cross(b - a, c - a), gradient(distance, centre)) > 0 ? 1 : 0;
  }
  const auto triangles = static_cast<double>(mesh.triangles.size());
  f.meanError /= triangles + static_cast<double>(mesh.vertices.size());
  f.meanAngle /= triangles;
  f.below10 *= 100 / triangles;
  return f;
}

void print(const std::string& name, const Timed& timed, const Volume& field, const Distance& distance) {
  const Figures f = figuresOf(timed.mesh, field.geometry, distance);
  const double cells = static_cast<double>(product(kSize));
  std::printf("| %-34s | %8zu | %7.1f | %6.2f | %.4f | %.4f | %4.1f | %5.2f | %4.0f | %s |\n", name.c_str(),
              timed.mesh.triangles.size(), timed.milliseconds, timed.milliseconds * 1e6 / cells, f.meanError,
              f.largestError, f.meanAngle, f.below10, f.folded, checkMesh(timed.mesh).printable() ? "yes" : "no");
}

Mesh dual(const Volume& field, DualMarchingCubesOptions::Placement placement) {
  DualMarchingCubesOptions options;
  options.placement = placement;
  return dualMarchingCubes(field, options, {});
}

void compare(const std::string& shape, const Distance& distance) {
  const Volume field = sampled(poses().front().geometry, kSize, distance);
  using Placement = DualMarchingCubesOptions::Placement;
  print(shape + ", dual, mean", fastest([&] { return dual(field, Placement::Mean); }), field, distance);
  print(shape + ", dual, projected", fastest([&] { return dual(field, Placement::Projected); }), field, distance);
  print(shape + ", flying edges", fastest([&] { return flyingEdges(field); }), field, distance);
}

/// A capsule along an oblique axis: about the size and the roundness of a stem.
double capsule(const Vec3& p) {
  const Vec3 axis = (1 / std::sqrt(1.0 + 0.09 + 0.04)) * Vec3{0.3, 0.2, 1.0};
  const double along = std::clamp(dot(p, axis), -60.0, 60.0);
  return 6.5 - length(p - along * axis);
}

void measureChecking() {
  const Volume field = sampled(poses().front().geometry, kSize, sphere({0.3, 0.2, 0.1}, 65));
  const Mesh mesh = dual(field, DualMarchingCubesOptions::Placement::Projected);
  const Timed timed = fastest([&] { return checkMesh(mesh).printable() ? Mesh{} : mesh; });
  std::printf("checkMesh: %zu triangles in %.1f ms\n", mesh.triangles.size(), timed.milliseconds);
}

}  // namespace

int main() {
  std::printf(
      "Grid 160 x 144 x 176, spacing 1 mm; the fastest of %d runs. Flying edges includes the copies in and out.\n",
      kRepeats);
  std::printf(
      "| shape, method | triangles | ms | ns/cell | mean error | max error | mean min angle | %% < 10 deg | folded | "
      "printable |\n");
  std::printf("|---|---|---|---|---|---|---|---|---|---|\n");
  compare("sphere r 65", sphere({0.3, 0.2, 0.1}, 65));
  compare("sphere r 14", sphere({0.3, 0.2, 0.1}, 14));
  compare("capsule r 6.5", capsule);
  compare("torus 40, 9", torus(40, 9));
  measureChecking();
  return 0;
}
