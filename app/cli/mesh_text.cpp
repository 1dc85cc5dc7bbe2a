#include "app/cli/mesh_text.h"

#include <cstdio>

namespace hipwright::cli {
namespace {

template <class... Values>
std::string line(const char* format, Values... values) {
  char text[256];
  std::snprintf(text, sizeof text, format, values...);
  return text;
}

long long wide(std::int64_t value) { return value; }

}  // namespace

std::string meshText(const MeshReport& r) {
  const Vec3 size = r.upper - r.lower;
  return line("  size        %.2f x %.2f x %.2f mm\n", size[0], size[1], size[2]) +
         line("  lies in     [%.2f %.2f %.2f] to [%.2f %.2f %.2f] mm\n", r.lower[0], r.lower[1], r.lower[2], r.upper[0],
              r.upper[1], r.upper[2]) +
         line("  volume      %.2f ml, surface %.2f cm2\n", r.volumeMm3 / 1000, r.areaMm2 / 100) +
         line("  triangles   %lld, vertices %lld, shells %lld, Euler number %lld\n", wide(r.triangles),
              wide(r.vertices), wide(r.shells), wide(r.eulerNumber)) +
         line(
             "  faults      %lld open edges, %lld non-manifold edges, %lld non-manifold vertices, %lld flipped, %lld "
             "degenerate\n",
             wide(r.openEdges), wide(r.nonManifoldEdges), wide(r.nonManifoldVertices), wide(r.flippedEdges),
             wide(r.degenerateTriangles)) +
         line("  verdict     %s\n",
              r.printable() ? "closed, manifold, normals outward" : "a slicer would have to repair it");
}

}  // namespace hipwright::cli
