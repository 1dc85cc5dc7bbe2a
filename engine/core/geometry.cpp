#include "engine/core/geometry.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace hipwright {

Mat3 Geometry::indexToPatientMatrix() const {
  Mat3 m = direction;
  for (auto& row : m)
    for (int a = 0; a < 3; ++a) row[a] *= spacing[a];
  return m;
}

Vec3 Geometry::indexToPatient(const Vec3& index) const { return origin + indexToPatientMatrix() * index; }

Vec3 Geometry::patientToIndex(const Vec3& point) const { return inverse(indexToPatientMatrix()) * (point - origin); }

namespace {

[[noreturn]] void reject(const std::string& reason) { throw Error(ErrorCode::BadGeometry, {{"reason", reason}}); }

void checkSizes(const Index3& size) {
  std::int64_t room = std::numeric_limits<std::int64_t>::max() / static_cast<std::int64_t>(sizeof(float));
  for (const auto n : size) {
    if (n < 1) reject("a size of " + std::to_string(n) + " voxels");
    if (n > room) reject("more voxels than any computer can address");
    room /= n;
  }
}

void checkDirection(const Mat3& d) {
  for (int a = 0; a < 3; ++a)
    for (int b = a; b < 3; ++b) {
      double sum = 0;
      for (int r = 0; r < 3; ++r) sum += d[r][a] * d[r][b];
      if (!(std::abs(sum - (a == b ? 1.0 : 0.0)) < 1e-4)) reject("axes that are not perpendicular");
    }
}

}  // namespace

void checkGeometry(const Geometry& g) {
  checkSizes(g.size);
  for (int a = 0; a < 3; ++a) {
    if (!(g.spacing[a] > 0) || !std::isfinite(g.spacing[a])) reject("a spacing that is not a positive number");
    if (!std::isfinite(g.origin[a])) reject("an origin that is not a number");
  }
  checkDirection(g.direction);
}

AxisCodes nearestAxes(const Geometry& g) {
  std::array<int, 3> order{0, 1, 2};
  AxisCodes best;
  double bestSum = -1;
  do {
    double sum = 0;
    for (int a = 0; a < 3; ++a) sum += std::abs(g.direction[order[a]][a]);
    if (sum > bestSum) {
      bestSum = sum;
      best.patientAxis = order;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  for (int a = 0; a < 3; ++a) best.increasing[a] = g.direction[best.patientAxis[a]][a] > 0;
  return best;
}

}  // namespace hipwright
