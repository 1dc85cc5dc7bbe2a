#include "engine/print/triangle_tree.h"

#include "engine/surface/mesh_check.h"

#include <CGAL/AABB_traits.h>
#include <CGAL/AABB_tree.h>
#include <CGAL/AABB_triangle_primitive.h>
#include <CGAL/Exact_predicates_inexact_constructions_kernel.h>

#include <cmath>
#include <iterator>

namespace hipwright {
namespace {

using Kernel = CGAL::Exact_predicates_inexact_constructions_kernel;
using Point = Kernel::Point_3;
using Triangles = std::vector<Kernel::Triangle_3>;
using Primitive = CGAL::AABB_triangle_primitive<Kernel, Triangles::const_iterator>;
using AabbTree = CGAL::AABB_tree<CGAL::AABB_traits<Kernel, Primitive>>;

Point pointOf(const Vec3& p) { return {p[0], p[1], p[2]}; }
Vec3 vectorOf(const Point& p) { return {p.x(), p.y(), p.z()}; }

struct Ray {
  Vec3 start{};
  Vec3 direction{};  ///< unit
  double reachMm = 0;
};

}  // namespace

struct TriangleTree::Tree {
  Triangles triangles;
  std::vector<std::uint32_t> numbers;  ///< of the mesh's triangles
  AabbTree search;

  /// `sign` 1 for triangles that face along the ray, -1 for those that face against it.
  std::optional<double> crossingAt(std::size_t i, const Ray& ray, double sign) const {
    const Vec3 a = vectorOf(triangles[i][0]);
    const Vec3 normal = cross(vectorOf(triangles[i][1]) - a, vectorOf(triangles[i][2]) - a);
    const double along = dot(normal, ray.direction);
    if (!(sign * along > 0)) return std::nullopt;
    return dot(normal, a - ray.start) / along;
  }

  std::optional<Hit> firstCrossing(const Ray& ray, double sign) const {
    std::vector<AabbTree::Primitive_id> met;
    const Kernel::Segment_3 way(pointOf(ray.start), pointOf(ray.start + ray.reachMm * ray.direction));
    search.all_intersected_primitives(way, std::back_inserter(met));
    std::optional<Hit> first;
    for (const auto& place : met) {
      const auto i = static_cast<std::size_t>(place - triangles.cbegin());
      const auto mm = crossingAt(i, ray, sign);
      if (mm && (!first || *mm < first->mm)) first = Hit{*mm, numbers[i]};
    }
    return first;
  }
};

TriangleTree::TriangleTree(const Mesh& mesh) : m_tree(std::make_unique<Tree>()) {
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
    if (isDegenerate(mesh, mesh.triangles[t])) continue;
    const auto& [a, b, c] = mesh.triangles[t];
    m_tree->triangles.emplace_back(pointOf(mesh.vertices[a]), pointOf(mesh.vertices[b]), pointOf(mesh.vertices[c]));
    m_tree->numbers.push_back(t);
  }
  m_tree->search.insert(m_tree->triangles.cbegin(), m_tree->triangles.cend());
  m_tree->search.build();
  if (!empty()) m_tree->search.accelerate_distance_queries();
}

TriangleTree::~TriangleTree() = default;

bool TriangleTree::empty() const { return m_tree->triangles.empty(); }

double TriangleTree::distance(const Vec3& point) const {
  return std::sqrt(m_tree->search.squared_distance(pointOf(point)));
}

std::optional<TriangleTree::Hit> TriangleTree::firstExit(const Vec3& start, const Vec3& direction,
                                                         double reachMm) const {
  return m_tree->firstCrossing({start, direction, reachMm}, 1);
}

std::optional<TriangleTree::Hit> TriangleTree::firstEntry(const Vec3& start, const Vec3& direction,
                                                          double reachMm) const {
  return m_tree->firstCrossing({start, direction, reachMm}, -1);
}

std::vector<std::uint32_t> TriangleTree::crossed(const Vec3& start, const Vec3& end) const {
  std::vector<AabbTree::Primitive_id> met;
  const Kernel::Segment_3 way(pointOf(start), pointOf(end));
  m_tree->search.all_intersected_primitives(way, std::back_inserter(met));
  std::vector<std::uint32_t> out;
  for (const auto& place : met)
    out.push_back(m_tree->numbers[static_cast<std::size_t>(place - m_tree->triangles.cbegin())]);
  return out;
}

}  // namespace hipwright
