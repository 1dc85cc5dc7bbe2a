#include "engine/measure/point_tree.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace hipwright {

PointTree::PointTree(std::vector<Vec3> points) : m_points(std::move(points)), m_order(m_points.size()) {
  std::iota(m_order.begin(), m_order.end(), std::size_t{0});
  build({0, m_order.size(), 0});
}

void PointTree::build(const Range& range) {
  if (range.last - range.first < 2) return;
  const auto at = [&](std::size_t i) { return m_order.begin() + static_cast<std::ptrdiff_t>(i); };
  std::nth_element(at(range.first), at(range.middle()), at(range.last),
                   [&](std::size_t a, std::size_t b) { return m_points[a][range.axis] < m_points[b][range.axis]; });
  build(range.below());
  build(range.above());
}

void PointTree::search(const Vec3& point, const Range& range, Best& best) const {
  if (range.first == range.last) return;
  const std::size_t node = m_order[range.middle()];
  const Vec3 way = m_points[node] - point;
  if (const double squared = dot(way, way); squared < best.squared) best = {node, squared};
  const double toPlane = way[range.axis];
  search(point, toPlane > 0 ? range.below() : range.above(), best);
  if (toPlane * toPlane < best.squared) search(point, toPlane > 0 ? range.above() : range.below(), best);
}

std::size_t PointTree::nearest(const Vec3& point) const {
  Best best{0, std::numeric_limits<double>::max()};
  search(point, {0, m_order.size(), 0}, best);
  return best.node;
}

}  // namespace hipwright
