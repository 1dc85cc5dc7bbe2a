// Derives the patches of a cell: crossed edges are linked wherever a face's segments connect them.
#include "engine/surface/cell_patches.h"

#include <algorithm>
#include <numeric>

namespace hipwright {
namespace {

/// The corners of a face, in a cycle.
std::array<int, 4> faceCorners(int face) {
  const int axis = face / 2;
  const int u = 1 << (axis + 1) % 3;
  const int v = 1 << (axis + 2) % 3;
  const int base = (face & 1) << axis;
  return {base, base | u, base | u | v, base | v};
}

int edgeBetween(int cornerA, int cornerB) {
  for (int edge = 0; edge < 12; ++edge) {
    const CellEdge e = cellEdge(edge);
    if (e.low == std::min(cornerA, cornerB) && e.high == std::max(cornerA, cornerB)) return edge;
  }
  return -1;
}

/// Edge i runs from corner i to corner i + 1 of the cycle.
std::array<int, 4> faceEdges(int face) {
  const auto corners = faceCorners(face);
  std::array<int, 4> edges{};
  for (int i = 0; i < 4; ++i) edges[i] = edgeBetween(corners[i], corners[(i + 1) % 4]);
  return edges;
}

void link(std::array<int, 12>& group, int edgeA, int edgeB) {
  const int from = std::max(group[edgeA], group[edgeB]);
  const int to = std::min(group[edgeA], group[edgeB]);
  std::replace(group.begin(), group.end(), from, to);
}

enum class CutOff { InsideCorners, OutsideCorners };

/// Links the two edges at every corner that the segments of an ambiguous face cut off.
void linkAmbiguousFace(std::array<int, 12>& group, CellConfiguration configuration, int face, CutOff cutOff) {
  const auto corners = faceCorners(face);
  const auto edges = faceEdges(face);
  for (int i = 0; i < 4; ++i)
    if (isInside(configuration, corners[i]) == (cutOff == CutOff::InsideCorners))
      link(group, edges[(i + 3) % 4], edges[i]);
}

void linkPlainFace(std::array<int, 12>& group, CellConfiguration configuration, int face) {
  int first = -1;
  for (const int edge : faceEdges(face)) {
    if (!isCrossed(configuration, edge)) continue;
    if (first < 0) {
      first = edge;
    } else {
      link(group, first, edge);
    }
  }
}

CellPatchTable buildTable() {
  CellPatchTable table;
  for (int c = 0; c < 256; ++c) {
    const auto configuration = static_cast<CellConfiguration>(c);
    table.separated[c] = derivePatches(configuration, kNoFace);
    table.problemFace[c] = kNoFace;
    for (int face = 0; face < 6; ++face)
      if (meetsTwice(configuration, table.separated[c], face)) table.problemFace[c] = static_cast<std::int8_t>(face);
    table.joined[c] = derivePatches(configuration, table.problemFace[c]);
  }
  return table;
}

}  // namespace

bool isAmbiguous(CellConfiguration configuration, int face) {
  const auto edges = faceEdges(face);
  return std::all_of(edges.begin(), edges.end(), [&](int edge) { return isCrossed(configuration, edge); });
}

CellPatches derivePatches(CellConfiguration configuration, int joinedFace) {
  std::array<int, 12> group{};
  std::iota(group.begin(), group.end(), 0);
  for (int face = 0; face < 6; ++face) {
    if (isAmbiguous(configuration, face)) {
      linkAmbiguousFace(group, configuration, face,
                        face == joinedFace ? CutOff::OutsideCorners : CutOff::InsideCorners);
    } else {
      linkPlainFace(group, configuration, face);
    }
  }
  CellPatches patches;
  patches.patchOfEdge.fill(kNoPatch);
  for (int edge = 0; edge < 12; ++edge) {
    if (!isCrossed(configuration, edge)) continue;
    patches.patchOfEdge[edge] = group[edge] == edge ? patches.count++ : patches.patchOfEdge[group[edge]];
  }
  return patches;
}

bool meetsTwice(CellConfiguration configuration, const CellPatches& patches, int face) {
  if (!isAmbiguous(configuration, face)) return false;
  const auto edges = faceEdges(face);
  const auto first = patches.patchOfEdge[edges[0]];
  return std::all_of(edges.begin(), edges.end(), [&](int edge) { return patches.patchOfEdge[edge] == first; });
}

const CellPatchTable& cellPatchTable() {
  static const CellPatchTable table = buildTable();
  return table;
}

}  // namespace hipwright
