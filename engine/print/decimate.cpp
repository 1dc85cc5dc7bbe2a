#include "engine/print/decimate.h"

#include "engine/core/stop.h"
#include "engine/print/deviation.h"
#include "engine/print/self_intersections.h"
#include "engine/print/triangle_tree.h"
#include "engine/surface/mesh_check.h"

#include <CGAL/Exact_predicates_inexact_constructions_kernel.h>
#include <CGAL/Surface_mesh.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Bounded_normal_change_filter.h>
#include <CGAL/Surface_mesh_simplification/Policies/Edge_collapse/Count_stop_predicate.h>
#include <CGAL/Surface_mesh_simplification/edge_collapse.h>

#include <cmath>

namespace hipwright {
namespace {

namespace simplification = CGAL::Surface_mesh_simplification;
using Kernel = CGAL::Exact_predicates_inexact_constructions_kernel;
using Surface = CGAL::Surface_mesh<Kernel::Point_3>;

constexpr int kMostAttempts = 4;

Surface toCgal(const Mesh& mesh) {
  Surface surface;
  surface.reserve(static_cast<Surface::size_type>(mesh.vertices.size()),
                  static_cast<Surface::size_type>(3 * mesh.triangles.size() / 2),
                  static_cast<Surface::size_type>(mesh.triangles.size()));
  for (const Vec3& p : mesh.vertices) surface.add_vertex({p[0], p[1], p[2]});
  for (const auto& t : mesh.triangles)
    surface.add_face(Surface::Vertex_index(t[0]), Surface::Vertex_index(t[1]), Surface::Vertex_index(t[2]));
  return surface;
}

Mesh fromCgal(Surface& surface) {
  surface.collect_garbage();
  Mesh mesh;
  for (const auto v : surface.vertices()) {
    const auto& p = surface.point(v);
    mesh.vertices.push_back({p.x(), p.y(), p.z()});
  }
  for (const auto f : surface.faces()) {
    std::array<std::uint32_t, 3> corners{};
    std::size_t i = 0;
    for (const auto v : surface.vertices_around_face(surface.halfedge(f))) corners.at(i++) = v.idx();
    mesh.triangles.push_back(corners);
  }
  return mesh;
}

/// Lets an edge collapse only if the triangles around the new vertex stay near the surface that was.
class StaysNear {
 public:
  StaysNear(const TriangleTree& raw, double errorMm, const std::stop_token& stop)
      : m_raw(&raw), m_errorMm(errorMm), m_stop(&stop) {}

  template <typename Profile>
  boost::optional<typename Profile::Point> operator()(const Profile& profile,
                                                      boost::optional<typename Profile::Point> place) const {
    throwIfStopped(*m_stop);
    if (!place) return place;
    const Vec3 p{place->x(), place->y(), place->z()};
    if (!isNear(p)) return {};
    for (const auto& triangle : profile.triangles()) {
      const Vec3 a = at(profile, triangle.v0), b = at(profile, triangle.v2);
      if (!isNear(0.5 * (a + p)) || !isNear((1.0 / 3) * (a + b + p))) return {};
    }
    return place;
  }

 private:
  template <typename Profile, typename Vertex>
  static Vec3 at(const Profile& profile, Vertex v) {
    const auto& p = get(profile.vertex_point_map(), v);
    return {p.x(), p.y(), p.z()};
  }
  bool isNear(const Vec3& p) const { return m_raw->distance(p) <= m_errorMm; }

  const TriangleTree* m_raw;
  double m_errorMm;
  const std::stop_token* m_stop;
};

Mesh collapsed(const Mesh& mesh, const StaysNear& staysNear) {
  Surface surface = toCgal(mesh);
  const simplification::Bounded_normal_change_filter<StaysNear> filter(staysNear);
  simplification::edge_collapse(surface, simplification::Count_stop_predicate<Surface>(0),
                                CGAL::parameters::filter(filter));
  return fromCgal(surface);
}

}  // namespace

std::optional<Mesh> decimated(const Mesh& mesh, double errorMm, const std::stop_token& stop) {
  const MeshReport report = checkMesh(mesh);
  if (!report.printable() && report.triangles > 0) return std::nullopt;
  if (mesh.triangles.empty()) return mesh;
  const TriangleTree tree(mesh);
  const std::size_t before = selfIntersections(mesh, stop).size();
  double bound = errorMm;
  for (int attempt = 0; attempt < kMostAttempts; ++attempt, bound /= 2) {
    Mesh out = collapsed(mesh, StaysNear(tree, bound, stop));
    if (deviationFrom(mesh, tree, out, stop).maxMm <= errorMm && checkMesh(out).printable() &&
        selfIntersections(out, stop).size() <= before)
      return out;
  }
  return mesh;
}

}  // namespace hipwright
