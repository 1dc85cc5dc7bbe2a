// Where a patch's vertex lies inside its cell.
#include "engine/surface/cell_vertex.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

/// Fraction of the way from value a to value b where zero is crossed. Written so that NaN gives the lower limit.
double crossing(double a, double b) {
  const double t = a / (a - b);
  if (!(t > kCrossingMargin)) return kCrossingMargin;
  return std::min(t, 1 - kCrossingMargin);
}

struct FieldAt {
  double value = 0;
  Vec3 gradient{};
};

double mix(double a, double b, double t) { return a + t * (b - a); }

FieldAt trilinear(const CellSamples& s, const Vec3& p) {
  const auto [x, y, z] = p;
  const double v00 = mix(s[0], s[1], x), v10 = mix(s[2], s[3], x), v01 = mix(s[4], s[5], x), v11 = mix(s[6], s[7], x);
  const double v0 = mix(v00, v10, y), v1 = mix(v01, v11, y);
  const double dx0 = mix(s[1] - s[0], s[3] - s[2], y), dx1 = mix(s[5] - s[4], s[7] - s[6], y);
  return {mix(v0, v1, z), {mix(dx0, dx1, z), mix(v10 - v00, v11 - v01, z), v1 - v0}};
}

FieldAt fieldAt(const CellField& cell, const Vec3& p) {
  FieldAt out = trilinear(cell.samples, p);
  for (int a = 0; a < 3; ++a) {
    out.value -= 0.5 * cell.curvature[a] * p[a] * (1 - p[a]);
    out.gradient[a] -= 0.5 * cell.curvature[a] * (1 - 2 * p[a]);
  }
  return out;
}

Vec3 keepInside(Vec3 p) {
  for (double& c : p) c = std::clamp(c, kCrossingMargin, 1 - kCrossingMargin);
  return p;
}

}  // namespace

Vec3 edgeCrossing(const CellSamples& samples, int edge) {
  const CellEdge e = cellEdge(edge);
  Vec3 p{static_cast<double>(e.low & 1), static_cast<double>(e.low >> 1 & 1), static_cast<double>(e.low >> 2 & 1)};
  p[edge / 4] = crossing(samples[e.low], samples[e.high]);
  return p;
}

Vec3 patchMean(const CellSamples& samples, const CellPatches& patches, int patch) {
  Vec3 sum{};
  int count = 0;
  for (int edge = 0; edge < 12; ++edge) {
    if (patches.patchOfEdge[edge] != patch) continue;
    sum = sum + edgeCrossing(samples, edge);
    ++count;
  }
  return (1.0 / count) * sum;
}

Vec3 projectToZero(const CellField& cell, const Vec3& start) {
  constexpr int kSteps = 4;
  Vec3 best = start;
  FieldAt field = fieldAt(cell, start);
  for (int step = 0; step < kSteps; ++step) {
    const double slope = dot(field.gradient, field.gradient);
    if (!(slope > 0) || !std::isfinite(slope)) break;
    const Vec3 next = keepInside(best - (field.value / slope) * field.gradient);
    const FieldAt there = fieldAt(cell, next);
    if (!(std::abs(there.value) < std::abs(field.value))) break;
    best = next;
    field = there;
  }
  return best;
}

}  // namespace hipwright
