#include "engine/surface/quad_split.h"

namespace hipwright {
namespace {

/// Keeps the triangles from touching the ends of the edge, where other envelopes begin.
constexpr double kClearance = 1e-6;

double turn(const Vec3& a, const Vec3& b) { return a[0] * b[1] - a[1] * b[0]; }

bool isOnEdge(double along) { return along > kClearance && along < 1 - kClearance; }

/// Where the plane of a triangle around the edge's line meets that line.
double crossingOfLine(const Vec3& a, const Vec3& b, const Vec3& c) {
  const double wa = turn(b, c), wb = turn(c, a), wc = turn(a, b);
  return (wa * a[2] + wb * b[2] + wc * c[2]) / (wa + wb + wc);
}

/// The diagonal from a to b passes the edge on the side of `near`: it must cut the triangle between the edge and
/// `near`, and the triangle with `far`, which the edge's line pierces, must be pierced by the edge itself.
bool passesOnSideOf(const Vec3& near, const Vec3& a, const Vec3& b, const Vec3& far) {
  const double before = turn(near, a);
  const Vec3 p = a + (before / (before - turn(near, b))) * (b - a);
  const double share = (p[0] * near[0] + p[1] * near[1]) / (near[0] * near[0] + near[1] * near[1]);
  if (!(share >= 0 && share < 1 - kClearance)) return false;
  const double base = (p[2] - share * near[2]) / (1 - share);
  return isOnEdge(base) && isOnEdge(crossingOfLine(a, b, far));
}

}  // namespace

bool staysInEnvelope(const QuadAroundEdge& quad, int from) {
  const Vec3 &a = quad[from], &b = quad[(from + 2) % 4];
  const Vec3 &left = quad[(from + 1) % 4], &right = quad[(from + 3) % 4];
  return passesOnSideOf(left, a, b, right) || passesOnSideOf(right, a, b, left);
}

}  // namespace hipwright
