// Nearest places and rays on a triangle surface.
#pragma once

#include "engine/core/mesh.h"

#include <memory>
#include <optional>
#include <vector>

namespace hipwright {

/// Immutable after construction: any number of threads may ask. Triangles without area are left out.
class TriangleTree {
 public:
  /// Copies what it needs. At least one triangle must have area for distances.
  explicit TriangleTree(const Mesh& mesh);
  ~TriangleTree();

  bool empty() const;

  /// Distance in mm from a point to the nearest place of the surface.
  double distance(const Vec3& point) const;

  struct Hit {
    double mm = 0;
    std::uint32_t triangle = 0;
  };

  /// The first triangle on the way from `start` along the unit vector `direction` that faces along it, so that a ray
  /// from a wall's one side leaves through its other. None within `reachMm`.
  std::optional<Hit> firstExit(const Vec3& start, const Vec3& direction, double reachMm) const;

  /// The first triangle on the way that faces against it: where a ray through the air enters a solid.
  std::optional<Hit> firstEntry(const Vec3& start, const Vec3& direction, double reachMm) const;

  /// Every triangle that the straight way from `start` to `end` meets, in no order.
  std::vector<std::uint32_t> crossed(const Vec3& start, const Vec3& end) const;

 private:
  struct Tree;
  std::unique_ptr<Tree> m_tree;
};

}  // namespace hipwright
