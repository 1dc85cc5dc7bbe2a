#include "ui/viewport/free_sight.h"

#include "engine/print/triangle_tree.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace hipwright {
namespace {

constexpr std::size_t kRays = 32;    // at most so many for each direction
constexpr int kDirections = 60;      // about 25 degrees apart
constexpr double kClearMm = 0.02;    // off the surface, so that it does not hide itself
constexpr double kGrazing = 0.1;     // a cosine; flatter is not seen
constexpr double kNearlyBest = 0.5;  // of the area that is seen from the best direction

struct Spot {
  Vec3 at{};
  Vec3 area{};  ///< along the normal
};

std::vector<Spot> spotsOf(const Mesh& part) {
  std::vector<Spot> spots;
  const std::size_t step = (part.triangles.size() + kRays - 1) / kRays;
  for (std::size_t t = 0; t < part.triangles.size(); t += step) {
    const auto& [i, j, k] = part.triangles[t];
    const Vec3 &a = part.vertices[i], &b = part.vertices[j], &c = part.vertices[k];
    spots.push_back({(1.0 / 3) * (a + b + c), cross(b - a, c - a)});
  }
  return spots;
}

/// Evenly over the sphere, on a spiral.
Vec3 directionAt(int i) {
  const double z = 1 - (2 * i + 1.0) / kDirections;
  const double turn = i * std::numbers::pi * (3 - std::sqrt(5.0));
  const double across = std::sqrt(1 - z * z);
  return {across * std::cos(turn), across * std::sin(turn), z};
}

double diagonalOf(const Mesh& mesh) {
  Vec3 lower = mesh.vertices.front(), upper = lower;
  for (const Vec3& p : mesh.vertices)
    for (int a = 0; a < 3; ++a) {
      lower[a] = std::min(lower[a], p[a]);
      upper[a] = std::max(upper[a], p[a]);
    }
  return length(upper - lower);
}

class Sight {
 public:
  Sight(const Mesh& mesh, const Mesh& part)
      : m_tree(mesh), m_spots(spotsOf(part)), m_farMm(diagonalOf(mesh) + kClearMm) {}

  /// How large what is seen looks. Both sides count: the one of a hole that looks out is its inside.
  double seenFrom(const Vec3& direction) const {
    double seen = 0;
    for (const Spot& spot : m_spots) {
      const double area = std::abs(dot(spot.area, direction));
      if (area < kGrazing * length(spot.area)) continue;
      if (m_tree.crossed(spot.at + kClearMm * direction, spot.at + m_farMm * direction).empty()) seen += area;
    }
    return seen;
  }

 private:
  TriangleTree m_tree;
  std::vector<Spot> m_spots;
  double m_farMm;
};

}  // namespace

Vec3 freeSight(const Mesh& mesh, const Mesh& part, const Vec3& wished) {
  const Sight sight(mesh, part);
  const double asWished = sight.seenFrom(wished);
  Vec3 best = wished;
  double most = asWished;
  for (int i = 0; i < kDirections; ++i) {
    const Vec3 direction = directionAt(i);
    if (const double seen = sight.seenFrom(direction); seen > most) {
      most = seen;
      best = direction;
    }
  }
  return asWished >= kNearlyBest * most ? wished : best;
}

}  // namespace hipwright
