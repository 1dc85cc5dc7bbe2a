// Measures the surface extraction beside VTK's flying edges: time, distance and normal error, triangle shape, faults.
// bench_surface [FIELD...]: the fields of runs too, whose exact surface is that of the field between its voxels.
#include "engine/core/platform.h"
#include "engine/io/case_file.h"
#include "engine/phantom/implant.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/print/self_intersections.h"
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
#include <memory>
#include <numeric>
#include <string>

using namespace hipwright;
using namespace hipwright::testing;

namespace {

constexpr Index3 kSize{160, 144, 176};

/// A field and the exact distance of patient points to its surface.
struct Shape {
  std::string name;
  Volume field;
  Distance distance;
};
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
  const Index3& n = field.geometry.size;
  image->SetDimensions(static_cast<int>(n[0]), static_cast<int>(n[1]), static_cast<int>(n[2]));
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
  double meanError = 0;  ///< mm, over vertices and triangle centres
  double largestError = 0;
  double largestSmooth = 0;  ///< away from edges of the exact surface
  double meanTurn = 0;       ///< between a triangle's normal and the exact one at its centre, degrees
  double turn99 = 0;         ///< what 99 % of the triangles keep within
  double meanAngle = 0;      ///< smallest angle of a triangle, degrees
  double below10 = 0;        ///< share of triangles with an angle under 10 degrees
  std::size_t intersections = 0;
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

/// Triangles without area have no normal.
double turnOf(const Vec3& normal, const Vec3& exact) {
  return length(normal) > 0 ? std::atan2(length(cross(normal, exact)), dot(normal, exact)) * 180 / std::numbers::pi : 0;
}

/// An edge is where the exact normal turns by 30 degrees within a voxel.
bool isAtEdge(const Distance& distance, const Vec3& p) {
  constexpr double kSharpTurn = 30;
  const Vec3 here = gradient(distance, p);
  for (int a = 0; a < 3; ++a)
    for (const double way : {-1.0, 1.0}) {
      Vec3 beside = p;
      beside[a] += way;
      if (turnOf(gradient(distance, beside), here) > kSharpTurn) return true;
    }
  return false;
}

Figures figuresOf(const Mesh& mesh, const Distance& distance) {
  Figures f;
  const auto add = [&](const Vec3& p) {
    const double error = std::abs(distance(p));
    f.meanError += error;
    f.largestError = std::max(f.largestError, error);
    if (error > f.largestSmooth && !isAtEdge(distance, p)) f.largestSmooth = error;
  };
  for (const Vec3& v : mesh.vertices) add(v);
  std::vector<double> turns;
  for (const auto& t : mesh.triangles) {
    const Vec3 &a = mesh.vertices[t[0]], &b = mesh.vertices[t[1]], &c = mesh.vertices[t[2]];
    const Vec3 centre = (1.0 / 3) * (a + b + c);
    add(centre);
    turns.push_back(turnOf(cross(b - a, c - a), -1.0 * gradient(distance, centre)));
    const double angle = smallestAngle(mesh, t);
    f.meanAngle += angle;
    f.below10 += angle < 10 ? 1 : 0;
  }
  const auto triangles = static_cast<double>(mesh.triangles.size());
  f.meanError /= triangles + static_cast<double>(mesh.vertices.size());
  f.meanAngle /= triangles;
  f.below10 *= 100 / triangles;
  f.meanTurn = std::accumulate(turns.begin(), turns.end(), 0.0) / triangles;
  const auto at99 = turns.begin() + static_cast<std::ptrdiff_t>(0.99 * triangles);
  std::nth_element(turns.begin(), at99, turns.end());
  f.turn99 = *at99;
  f.intersections = selfIntersections(mesh, {}).size();
  return f;
}

void print(const Shape& shape, const std::string& method, const Timed& timed) {
  const Figures f = figuresOf(timed.mesh, shape.distance);
  const double cells = static_cast<double>(product(shape.field.geometry.size));
  std::printf(
      "| %-16s | %-15s | %7zu | %6.1f | %5.2f | %.4f | %.4f | %.4f | %5.2f | %5.2f | %4.1f | %5.2f | %4zu | %s |\n",
      shape.name.c_str(), method.c_str(), timed.mesh.triangles.size(), timed.milliseconds,
      timed.milliseconds * 1e6 / cells, f.meanError, f.largestError, f.largestSmooth, f.meanTurn, f.turn99, f.meanAngle,
      f.below10, f.intersections, checkMesh(timed.mesh).printable() ? "yes" : "no");
}

Mesh dual(const Volume& field, DualMarchingCubesOptions::Placement placement) {
  DualMarchingCubesOptions options;
  options.placement = placement;
  return dualMarchingCubes(field, options, {});
}

void compare(const Shape& shape) {
  using Placement = DualMarchingCubesOptions::Placement;
  print(shape, "dual, mean", fastest([&] { return dual(shape.field, Placement::Mean); }));
  print(shape, "dual, projected", fastest([&] { return dual(shape.field, Placement::Projected); }));
  print(shape, "flying edges", fastest([&] { return flyingEdges(shape.field); }));
}

Shape analytic(const std::string& name, const Distance& distance) {
  const Geometry grid{kSize, {1, 1, 1}, {0, 0, 0}, kIdentity3};
  return {name, sampled(grid, kSize, distance),
          [=](const Vec3& p) { return distance(fromCentre(grid, grid.patientToIndex(p))); }};
}

/// The field is clamped at 5 mm, as a model's is; the distance is not.
Shape phantomImplant(std::uint64_t seed) {
  const PhantomParameters parameters = drawParameters(seed);
  const HipFrame frame(parameters);
  const auto implant = std::make_shared<Implant>(parameters, Femur(parameters), frame);
  constexpr float kReach = 50;
  return {"implant " + std::to_string(seed),
          sampleImplant(parameters, ImplantPart::Metal, standardGrid(parameters), {}),
          [=](const Vec3& p) { return -double{implant->metal(frame.toHip(p), kReach)}; }};
}

/// The field between its voxels, linear along each axis, and how it changes there, per voxel.
double between(const Volume& field, const Vec3& index, Vec3& slope) {
  std::array<std::int64_t, 3> first{};
  Vec3 share{};
  for (int a = 0; a < 3; ++a) {
    const double last = static_cast<double>(field.geometry.size[a] - 2);
    first[a] = static_cast<std::int64_t>(std::clamp(std::floor(index[a]), 0.0, last));
    share[a] = index[a] - static_cast<double>(first[a]);
  }
  double value = 0;
  slope = {};
  for (int corner = 0; corner < 8; ++corner) {
    const std::array<int, 3> at{corner & 1, corner >> 1 & 1, corner >> 2 & 1};
    const double here = field.at(first[0] + at[0], first[1] + at[1], first[2] + at[2]);
    const auto weight = [&](int a) { return at[a] == 1 ? share[a] : 1 - share[a]; };
    value += weight(0) * weight(1) * weight(2) * here;
    for (int a = 0; a < 3; ++a) slope[a] += (2 * at[a] - 1) * weight((a + 1) % 3) * weight((a + 2) % 3) * here;
  }
  return value;
}

/// Near the surface, by the field's own slope.
Shape fieldOf(const std::string& path) {
  const auto field = readCase(platform::fromUtf8(path)).ct;
  const auto distance = [field](const Vec3& p) {
    Vec3 slope{};
    const double value = between(*field, field->geometry.patientToIndex(p), slope);
    for (int a = 0; a < 3; ++a) slope[a] /= field->geometry.spacing[a];
    return length(slope) > 0 ? value / length(slope) : 0.0;
  };
  const std::string name = path.substr(path.find_last_of("/\\") + 1);
  return {name.substr(0, name.find('.')), *field, distance};
}

/// Half sides 40, 25 and 33 mm, edges rounded with 4 mm, turned against the grid.
double roundedBox(const Vec3& p) {
  constexpr double kRounding = 4;
  const Vec3 local = obliqueDirection() * p;
  const Vec3 half{40 - kRounding, 25 - kRounding, 33 - kRounding};
  Vec3 outside{};
  double inside = -1e9;
  for (int a = 0; a < 3; ++a) {
    const double beyond = std::abs(local[a]) - half[a];
    outside[a] = std::max(beyond, 0.0);
    inside = std::max(inside, beyond);
  }
  return kRounding - length(outside) - std::min(inside, 0.0);
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

int main(int argc, char** argv) {
  std::printf(
      "Grid 160 x 144 x 176, spacing 1 mm (implants: 96 x 80 x 144); the fastest of %d runs. Flying edges includes the "
      "copies in and out.\n",
      kRepeats);
  std::printf(
      "| shape | method | triangles | ms | ns/cell | error mean mm | max mm | max off edges mm | normal mean deg | 99 "
      "%% deg | min angle "
      "mean "
      "deg | %% < 10 deg | self-intersections | printable |\n");
  std::printf("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
  compare(analytic("sphere r 65", sphere({0.3, 0.2, 0.1}, 65)));
  compare(analytic("sphere r 14", sphere({0.3, 0.2, 0.1}, 14)));
  compare(analytic("capsule r 6.5", capsule));
  compare(analytic("torus 40, 9", torus(40, 9)));
  compare(analytic("rounded box r 4", roundedBox));
  for (const std::uint64_t seed : {4000, 4004, 4010}) compare(phantomImplant(seed));
  for (int i = 1; i < argc; ++i) compare(fieldOf(argv[i]));
  measureChecking();
  return 0;
}
