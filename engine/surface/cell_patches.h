// How the surface cuts one cell of the grid: which of its twelve edges belong to the same patch, for all 256 sign
// configurations. Derived from one rule per face instead of being listed by hand.
#pragma once

#include <array>
#include <cstdint>

namespace hipwright {

/// Corner c of a cell lies at (c & 1, c >> 1 & 1, c >> 2 & 1); bit c of a configuration is set if that corner is
/// inside.
using CellConfiguration = std::uint8_t;

/// Edge 4 a + j runs along axis a; the two bits of j place it along axes (a + 1) % 3 and (a + 2) % 3.
struct CellEdge {
  int low = 0;   ///< corner at its lower end
  int high = 0;  ///< corner at its upper end
};

constexpr CellEdge cellEdge(int edge) {
  const int axis = edge / 4;
  const int low = (edge & 1) << (axis + 1) % 3 | (edge >> 1 & 1) << (axis + 2) % 3;
  return {low, low | 1 << axis};
}

constexpr bool isInside(CellConfiguration configuration, int corner) { return (configuration >> corner & 1) != 0; }

constexpr bool isCrossed(CellConfiguration configuration, int edge) {
  return isInside(configuration, cellEdge(edge).low) != isInside(configuration, cellEdge(edge).high);
}

inline constexpr std::uint8_t kNoPatch = 0xFF;

struct CellPatches {
  std::uint8_t count = 0;                      ///< 0 to 4
  std::array<std::uint8_t, 12> patchOfEdge{};  ///< 0 .. count - 1, or kNoPatch if the edge is not crossed
};

inline constexpr int kNoFace = -1;

/// Face 2 a + side is perpendicular to axis a; side 0 is the lower one. The face opposite to f is f ^ 1.
///
/// A face whose inside corners are diagonal is ambiguous. As a rule the surface separates its inside corners. If one
/// patch meets such a face twice ("problem face") and so does a patch of the cell beyond, their two vertices would be
/// joined by two edges, which no 2-manifold triangle mesh allows. Both cells then join the inside corners of that face.
/// (The idea is in Wenger, "Isosurfaces", 2013, chapter 3; a test checks that it suffices for these tables.)
struct CellPatchTable {
  std::array<CellPatches, 256> separated{};  ///< inside corners separated on every ambiguous face
  std::array<CellPatches, 256> joined{};  ///< inside corners joined on the problem face; as above where there is none
  std::array<std::int8_t, 256> problemFace{};  ///< kNoFace, or the only problem face of the configuration
};

/// Built at the first call; afterwards free. Any thread.
const CellPatchTable& cellPatchTable();

/// Whether the two inside corners of a face are diagonal.
bool isAmbiguous(CellConfiguration configuration, int face);

/// The patches if inside corners are joined on `joinedFace` and separated on all other faces.
CellPatches derivePatches(CellConfiguration configuration, int joinedFace);

/// Whether one patch meets an ambiguous face twice.
bool meetsTwice(CellConfiguration configuration, const CellPatches& patches, int face);

}  // namespace hipwright
