// Nearest of many points: a balanced k-d tree (Bentley 1975).
#pragma once

#include "engine/core/numeric.h"

#include <cstddef>
#include <vector>

namespace hipwright {

/// Immutable after construction: any number of threads may ask.
class PointTree {
 public:
  explicit PointTree(std::vector<Vec3> points);

  /// Position in the list that the tree was made of. The tree is not empty.
  std::size_t nearest(const Vec3& point) const;

 private:
  /// Nodes [first, last), which are split along `axis` at their middle.
  struct Range {
    std::size_t first;
    std::size_t last;
    std::size_t axis;
    std::size_t middle() const { return first + (last - first) / 2; }
    Range below() const { return {first, middle(), (axis + 1) % 3}; }
    Range above() const { return {middle() + 1, last, (axis + 1) % 3}; }
  };
  struct Best {
    std::size_t node;
    double squared;
  };
  void build(const Range& range);
  void search(const Vec3& point, const Range& range, Best& best) const;

  std::vector<Vec3> m_points;
  std::vector<std::size_t> m_order;
};

}  // namespace hipwright
