#include "engine/print/self_intersections.h"

#include "engine/core/stop.h"
#include "engine/surface/mesh_check.h"

#include <CGAL/Exact_predicates_inexact_constructions_kernel.h>
#include <CGAL/box_intersection_d.h>

#include <algorithm>

namespace hipwright {
namespace {

using Kernel = CGAL::Exact_predicates_inexact_constructions_kernel;
using Point = Kernel::Point_3;
using Corners = std::array<std::uint32_t, 3>;
using Box = CGAL::Box_intersection_d::Box_with_info_d<double, 3, std::uint32_t>;

class PairTest {
 public:
  explicit PairTest(const Mesh& mesh) : m_mesh(mesh) {}

  bool intersect(std::uint32_t first, std::uint32_t second) const {
    Corners a = m_mesh.triangles[first], b = m_mesh.triangles[second];
    switch (sharedFirst(a, b)) {
      case 0: return CGAL::do_intersect(triangle(a), triangle(b));
      case 1: return CGAL::do_intersect(triangle(a), farSide(b)) || CGAL::do_intersect(triangle(b), farSide(a));
      case 2: return foldedUpon(a, b);
      default: return false;
    }
  }

 private:
  /// Turns both cycles so that shared vertices come first, and returns their number. Vertices are the same if they lie
  /// at the same place.
  int sharedFirst(Corners& a, Corners& b) const {
    const auto same = [&](std::uint32_t v, std::uint32_t w) { return v == w || place(v) == place(w); };
    const auto inB = [&](std::uint32_t v) {
      return std::any_of(b.begin(), b.end(), [&](std::uint32_t w) { return same(v, w); });
    };
    const auto behind = std::stable_partition(a.begin(), a.end(), inB);
    const auto shared = behind - a.begin();
    for (std::ptrdiff_t i = 0; i < shared; ++i)
      std::iter_swap(b.begin() + i,
                     std::find_if(b.begin() + i, b.end(), [&](std::uint32_t w) { return same(a[i], w); }));
    return static_cast<int>(shared);
  }

  bool foldedUpon(const Corners& a, const Corners& b) const {
    const Point p = point(a[0]), q = point(a[1]), r = point(a[2]), s = point(b[2]);
    return CGAL::coplanar(p, q, r, s) && CGAL::coplanar_orientation(p, q, r, s) == CGAL::POSITIVE;
  }

  const Vec3& place(std::uint32_t v) const { return m_mesh.vertices[v]; }
  Point point(std::uint32_t v) const { return {place(v)[0], place(v)[1], place(v)[2]}; }
  Kernel::Triangle_3 triangle(const Corners& c) const { return {point(c[0]), point(c[1]), point(c[2])}; }
  Kernel::Segment_3 farSide(const Corners& c) const { return {point(c[1]), point(c[2])}; }

  const Mesh& m_mesh;
};

std::vector<Box> boxesOf(const Mesh& mesh) {
  std::vector<Box> boxes;
  boxes.reserve(mesh.triangles.size());
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
    if (isDegenerate(mesh, mesh.triangles[t])) continue;
    CGAL::Bbox_3 box;
    for (const std::uint32_t v : mesh.triangles[t]) {
      const Vec3& p = mesh.vertices[v];
      box += CGAL::Bbox_3(p[0], p[1], p[2], p[0], p[1], p[2]);
    }
    boxes.emplace_back(box, t);
  }
  return boxes;
}

}  // namespace

std::vector<std::array<std::uint32_t, 2>> selfIntersections(const Mesh& mesh, const std::stop_token& stop) {
  throwIfStopped(stop);
  std::vector<Box> boxes = boxesOf(mesh);
  const PairTest test(mesh);
  std::vector<std::array<std::uint32_t, 2>> found;
  std::size_t asked = 0;
  CGAL::box_self_intersection_d(boxes.begin(), boxes.end(), [&](const Box& a, const Box& b) {
    constexpr std::size_t kBatch = 4096;
    if (++asked % kBatch == 0) throwIfStopped(stop);
    if (test.intersect(a.info(), b.info()))
      found.push_back({std::min(a.info(), b.info()), std::max(a.info(), b.info())});
  });
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace hipwright
