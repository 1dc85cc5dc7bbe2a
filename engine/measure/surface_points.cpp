#include "engine/measure/surface_points.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

/// Gradient in LPS per mm at a voxel: central differences, one-sided at the border.
Vec3 gradient(const Volume& field, const Index3& voxel) {
  const Geometry& g = field.geometry;
  Vec3 slope{};
  for (std::size_t a = 0; a < 3; ++a) {
    Index3 low = voxel;
    Index3 high = voxel;
    low[a] = std::max<std::int64_t>(voxel[a] - 1, 0);
    high[a] = std::min(voxel[a] + 1, g.size[a] - 1);
    if (low[a] == high[a]) continue;
    slope[a] = (field.at(high[0], high[1], high[2]) - field.at(low[0], low[1], low[2])) /
               (g.spacing[a] * static_cast<double>(high[a] - low[a]));
  }
  return g.direction * slope;
}

Vec3 toVector(const Index3& i) {
  return {static_cast<double>(i[0]), static_cast<double>(i[1]), static_cast<double>(i[2])};
}

class Crossings {
 public:
  explicit Crossings(const Volume& field) : m_field(field) {
    const Vec3& s = field.geometry.spacing;
    for (std::size_t a = 0; a < 3; ++a) {
      const std::size_t b = (a + 1) % 3;
      const std::size_t c = (a + 2) % 3;
      m_face[a] = s[b] * s[c];
      m_reach[a] = std::hypot(s[b], s[c]) / 2;
    }
  }

  /// The edge from `voxel` to its neighbour along `axis`, whose values lie on two sides of zero.
  SurfacePoint on(const Index3& voxel, std::size_t axis) const {
    Index3 next = voxel;
    ++next[axis];
    const double here = m_field.at(voxel[0], voxel[1], voxel[2]);
    const double there = m_field.at(next[0], next[1], next[2]);
    const double t = here / (here - there);
    Vec3 index = toVector(voxel);
    index[axis] += t;
    const Mat3& d = m_field.geometry.direction;
    const Vec3 along = {d[0][axis], d[1][axis], d[2][axis]};
    Vec3 rise = (1 - t) * gradient(m_field, voxel) + t * gradient(m_field, next);
    // Opposite slopes may cancel in a thin wall; then the edge itself says where the inside is.
    if (length(rise) < 1e-12) rise = (here > there ? -1.0 : 1.0) * along;
    const Vec3 normal = (-1 / length(rise)) * rise;
    return {m_field.geometry.indexToPatient(index), normal, m_face[axis] * std::abs(dot(normal, along)), m_reach[axis]};
  }

 private:
  const Volume& m_field;
  Vec3 m_face{};
  Vec3 m_reach{};
};

}  // namespace

std::vector<SurfacePoint> surfacePoints(const Volume& field) {
  const Crossings crossings(field);
  const Index3& n = field.geometry.size;
  std::vector<SurfacePoint> points;
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x) {
        const bool inside = field.at(x, y, z) > 0;
        if (x + 1 < n[0] && inside != (field.at(x + 1, y, z) > 0)) points.push_back(crossings.on({x, y, z}, 0));
        if (y + 1 < n[1] && inside != (field.at(x, y + 1, z) > 0)) points.push_back(crossings.on({x, y, z}, 1));
        if (z + 1 < n[2] && inside != (field.at(x, y, z + 1) > 0)) points.push_back(crossings.on({x, y, z}, 2));
      }
  return points;
}

double distanceToDisc(const Vec3& place, const SurfacePoint& disc) {
  const Vec3 way = place - disc.position;
  const double height = dot(way, disc.normal);
  const double aside = std::sqrt(std::max(0.0, dot(way, way) - height * height));
  return std::hypot(height, std::max(0.0, aside - disc.reachMm));
}

double surfaceArea(const std::vector<SurfacePoint>& points) {
  double area = 0;
  for (const SurfacePoint& p : points) area += p.areaMm2;
  return area;
}

}  // namespace hipwright
