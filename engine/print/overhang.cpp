#include "engine/print/overhang.h"

#include "engine/surface/mesh_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace hipwright {
namespace {

constexpr double kRounding = 1e-9;  // a slope of exactly 45 degrees is free

double lowestZ(const Mesh& mesh) {
  double lowest = std::numeric_limits<double>::infinity();
  for (const auto& t : mesh.triangles)
    for (const std::uint32_t v : t) lowest = std::min(lowest, mesh.vertices[v][2]);
  return lowest;
}

}  // namespace

Overhang findOverhang(const Mesh& mesh) {
  const double limit = std::sin(kSteepestFreeDegrees * std::numbers::pi / 180) + kRounding;
  const double plate = lowestZ(mesh) + kPlateMm;
  Overhang out;
  double whole = 0;
  for (std::uint32_t i = 0; i < mesh.triangles.size(); ++i) {
    const auto& t = mesh.triangles[i];
    if (isDegenerate(mesh, t)) continue;
    const Vec3 &a = mesh.vertices[t[0]], &b = mesh.vertices[t[1]], &c = mesh.vertices[t[2]];
    const Vec3 normal = cross(b - a, c - a);
    const double twiceArea = length(normal);
    whole += twiceArea / 2;
    const bool hangs = -normal[2] > limit * twiceArea;
    const bool carried = a[2] <= plate && b[2] <= plate && c[2] <= plate;
    if (!hangs || carried) continue;
    out.triangles.push_back(i);
    out.areaMm2 += twiceArea / 2;
  }
  if (whole > 0) out.share = out.areaMm2 / whole;
  return out;
}

}  // namespace hipwright
