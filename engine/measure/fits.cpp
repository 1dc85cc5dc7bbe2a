#include "engine/measure/fits.h"

#include "engine/measure/small_algebra.h"

namespace hipwright {
namespace {

constexpr int kSphereSteps = 8;
constexpr double kFlat = 1e-10;  // spread relative to the largest below which there is none

Vec3 centroid(const std::vector<WeightedPoint>& points) {
  Vec3 sum{};
  double weight = 0;
  for (const auto& p : points) {
    sum = sum + p.weight * p.position;
    weight += p.weight;
  }
  return (1 / weight) * sum;
}

PrincipalAxes spread(const std::vector<WeightedPoint>& points, const Vec3& centre) {
  Mat3 covariance{};
  double weight = 0;
  for (const auto& p : points) {
    const Vec3 d = p.position - centre;
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t c = 0; c < 3; ++c) covariance[r][c] += p.weight * d[r] * d[c];
    weight += p.weight;
  }
  for (Vec3& row : covariance)
    for (double& value : row) value /= weight;
  return principalAxes(covariance);
}

/// |p|^2 = 2 c p + (r^2 - |c|^2), linear in c and the rest (Coope 1993); relative to the centroid.
std::optional<SphereFit> algebraicSphere(const std::vector<WeightedPoint>& points, const Vec3& middle) {
  NormalEquations<4> equations;
  for (const auto& p : points) {
    const Vec3 d = p.position - middle;
    equations.add({2 * d[0], 2 * d[1], 2 * d[2], 1}, dot(d, d), p.weight);
  }
  const auto x = equations.solve();
  if (!x) return std::nullopt;
  const Vec3 c = {(*x)[0], (*x)[1], (*x)[2]};
  const double squared = (*x)[3] + dot(c, c);
  if (!(squared > 0)) return std::nullopt;
  return SphereFit{middle + c, std::sqrt(squared), 0};
}

double sphereResidual(const std::vector<WeightedPoint>& points, const SphereFit& sphere) {
  double sum = 0;
  double weight = 0;
  for (const auto& p : points) {
    const double miss = length(p.position - sphere.centre) - sphere.radiusMm;
    sum += p.weight * miss * miss;
    weight += p.weight;
  }
  return std::sqrt(sum / weight);
}

}  // namespace

PrincipalAxes principalAxes(const Mat3& symmetric) {
  Mat3 m = symmetric;
  Mat3 v = kIdentity3;
  for (int sweep = 0; sweep < 30; ++sweep)
    for (std::size_t p = 0; p < 2; ++p)
      for (std::size_t q = p + 1; q < 3; ++q) {
        if (m[p][q] == 0) continue;
        const double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
        const double t = (theta >= 0 ? 1 : -1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
        const double c = 1 / std::sqrt(t * t + 1);
        const double s = t * c;
        for (std::size_t k = 0; k < 3; ++k) {
          const double a = m[k][p];
          const double b = m[k][q];
          m[k][p] = c * a - s * b;
          m[k][q] = s * a + c * b;
        }
        for (std::size_t k = 0; k < 3; ++k) {
          const double a = m[p][k];
          const double b = m[q][k];
          m[p][k] = c * a - s * b;
          m[q][k] = s * a + c * b;
          const double e = v[k][p];
          const double f = v[k][q];
          v[k][p] = c * e - s * f;
          v[k][q] = s * e + c * f;
        }
      }
  std::array<std::size_t, 3> order = {0, 1, 2};
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return m[a][a] > m[b][b]; });
  PrincipalAxes result;
  for (std::size_t i = 0; i < 3; ++i) {
    result.values[i] = std::max(0.0, m[order[i]][order[i]]);
    result.axes[i] = {v[0][order[i]], v[1][order[i]], v[2][order[i]]};
  }
  return result;
}

std::optional<SphereFit> fitSphere(const std::vector<WeightedPoint>& points) {
  if (points.size() < 4) return std::nullopt;
  auto sphere = algebraicSphere(points, centroid(points));
  for (int step = 0; sphere && step < kSphereSteps; ++step) {
    NormalEquations<4> equations;
    for (const auto& p : points) {
      const Vec3 d = p.position - sphere->centre;
      const double r = length(d);
      if (r > 0) equations.add({d[0] / r, d[1] / r, d[2] / r, 1}, r - sphere->radiusMm, p.weight);
    }
    const auto move = equations.solve();
    if (!move) return std::nullopt;
    sphere->centre = sphere->centre + Vec3{(*move)[0], (*move)[1], (*move)[2]};
    sphere->radiusMm += (*move)[3];
  }
  if (sphere) sphere->residualMm = sphereResidual(points, *sphere);
  return sphere;
}

std::optional<LineFit> fitLine(const std::vector<WeightedPoint>& points) {
  if (points.size() < 2) return std::nullopt;
  const Vec3 middle = centroid(points);
  const PrincipalAxes s = spread(points, middle);
  if (!(s.values[0] > 0)) return std::nullopt;
  return LineFit{middle, s.axes[0], std::sqrt(s.values[1] + s.values[2])};
}

std::optional<PlaneFit> fitPlane(const std::vector<WeightedPoint>& points) {
  if (points.size() < 3) return std::nullopt;
  const Vec3 middle = centroid(points);
  const PrincipalAxes s = spread(points, middle);
  if (!(s.values[1] > kFlat * s.values[0])) return std::nullopt;
  return PlaneFit{middle, s.axes[2], std::sqrt(s.values[2])};
}

}  // namespace hipwright
