#include "engine/print/nesting.h"

#include "engine/print/triangle_tree.h"

#include <algorithm>
#include <array>
#include <map>

namespace hipwright {
namespace {

/// Unit vectors along no axis and no diagonal, where a grid's surface has its edges.
constexpr std::array<Vec3, 3> kWays{{{0.8320502943378437, 0.4992301766027062, 0.24147013713437555},
                                     {-0.3713906763541037, 0.7427813527082074, -0.5570860145311556},
                                     {0.19245008972987526, -0.5773502691896258, 0.7934920476158723}}};

bool liesWithin(const Shell& inner, const Shell& outer) {
  for (int axis = 0; axis < 3; ++axis)
    if (inner.lower[axis] < outer.lower[axis] || inner.upper[axis] > outer.upper[axis]) return false;
  return true;
}

class Nester {
 public:
  Nester(const Mesh& mesh, const std::vector<Shell>& shells, const TriangleTree& tree)
      : m_mesh(mesh), m_shells(shells), m_tree(tree), m_shellOf(mesh.triangles.size(), 0) {
    for (std::size_t s = 0; s < shells.size(); ++s)
      for (const std::uint32_t t : shells[s].triangles) m_shellOf[t] = s;
    for (const Shell& shell : shells) m_reachMm = std::max(m_reachMm, 2 * length(shell.upper - shell.lower));
  }

  Nesting of(std::size_t shell) const {
    Nesting out{0, m_shells.size()};
    // A shell around this one has the larger volume, and so stands before it.
    std::vector<std::size_t> candidates;
    for (std::size_t s = 0; s < shell; ++s)
      if (liesWithin(m_shells[shell], m_shells[s])) candidates.push_back(s);
    if (candidates.empty()) return out;
    std::map<std::size_t, int> odd;
    for (const Vec3& way : kWays)
      for (const auto& [other, crossings] : crossingsFrom(shell, way)) odd[other] += crossings % 2;
    for (const std::size_t s : candidates) {
      if (2 * odd[s] <= static_cast<int>(kWays.size())) continue;
      ++out.depth;
      out.around = s;
    }
    return out;
  }

 private:
  std::map<std::size_t, int> crossingsFrom(std::size_t shell, const Vec3& way) const {
    const Vec3& start = m_mesh.vertices[m_mesh.triangles[m_shells[shell].triangles.front()][0]];
    std::map<std::size_t, int> crossings;
    for (const std::uint32_t t : m_tree.crossed(start, start + m_reachMm * way))
      if (m_shellOf[t] != shell) ++crossings[m_shellOf[t]];
    return crossings;
  }

  const Mesh& m_mesh;
  const std::vector<Shell>& m_shells;
  const TriangleTree& m_tree;
  std::vector<std::size_t> m_shellOf;  ///< of each triangle
  double m_reachMm = 1;                ///< out of any shell
};

}  // namespace

std::vector<Nesting> nestingOf(const Mesh& mesh, const std::vector<Shell>& shells, const TriangleTree& tree) {
  const Nester nester(mesh, shells, tree);
  std::vector<Nesting> out;
  for (std::size_t s = 0; s < shells.size(); ++s) out.push_back(nester.of(s));
  return out;
}

bool facesRight(const Shell& shell, const Nesting& nesting) {
  return nesting.isSolid() ? shell.volumeMm3 > 0 : shell.volumeMm3 < 0;
}

}  // namespace hipwright
