#include "engine/print/deviation.h"

#include "engine/core/stop.h"
#include "engine/print/triangle_tree.h"
#include "engine/surface/isosurface.h"

#include <algorithm>
#include <limits>

namespace hipwright {
namespace {

struct Sum {
  double mm = 0;
  double largest = 0;
  std::size_t points = 0;

  void add(double distance) {
    mm += distance;
    largest = std::max(largest, distance);
    ++points;
  }
};

void addDistances(const Mesh& from, const TriangleTree& to, const std::stop_token& stop, Sum& sum) {
  constexpr std::size_t kBatch = 1024;
  std::vector<std::uint8_t> used(from.vertices.size(), 0);
  for (std::size_t t = 0; t < from.triangles.size(); ++t) {
    if (t % kBatch == 0) throwIfStopped(stop);
    Vec3 centre{};
    for (const std::uint32_t v : from.triangles[t]) {
      centre = centre + (1.0 / 3) * from.vertices[v];
      if (used[v]++ == 0) sum.add(to.distance(from.vertices[v]));
      used[v] = 1;
    }
    sum.add(to.distance(centre));
  }
}

/// Corner by corner, in the precision of files.
bool areSame(const Mesh& a, const Mesh& b) {
  if (a.triangles.size() != b.triangles.size()) return false;
  for (std::size_t t = 0; t < a.triangles.size(); ++t)
    for (int corner = 0; corner < 3; ++corner)
      for (int axis = 0; axis < 3; ++axis)
        if (static_cast<float>(a.vertices[a.triangles[t][corner]][axis]) !=
            static_cast<float>(b.vertices[b.triangles[t][corner]][axis]))
          return false;
  return true;
}

}  // namespace

Deviation deviationFrom(const Mesh& raw, const TriangleTree& rawTree, const Mesh& changed,
                        const std::stop_token& stop) {
  const TriangleTree changedTree(changed);
  if (rawTree.empty() && changedTree.empty()) return {};
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (rawTree.empty() || changedTree.empty()) return {kInfinity, kInfinity};
  Sum sum;
  addDistances(raw, changedTree, stop, sum);
  addDistances(changed, rawTree, stop, sum);
  return {sum.largest, sum.mm / static_cast<double>(sum.points)};
}

Deviation deviationFromField(const Volume& field, const Mesh& mesh, const std::stop_token& stop) {
  const Mesh surface = extractSurface(field, 0, stop);
  if (areSame(surface, mesh)) return {};
  return deviationFrom(surface, TriangleTree(surface), mesh, stop);
}

}  // namespace hipwright
