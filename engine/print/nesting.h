// Which shells of a surface lie inside which: a solid in the open, a cavity in a solid, a solid in a cavity.
#pragma once

#include "engine/core/mesh.h"
#include "engine/print/shells.h"

#include <vector>

namespace hipwright {

class TriangleTree;

struct Nesting {
  int depth = 0;           ///< how many shells are around it: the outside of a solid has an even number
  std::size_t around = 0;  ///< the smallest of them; the number of shells if there is none

  bool isSolid() const { return depth % 2 == 0; }
};

/// One per shell, in the order of shellsOf(). A shell is inside another if a way from it to the open crosses that one
/// an odd number of times, whichever way its triangles face; the majority of three ways decides, so that a hole or a
/// crossing on an edge does not. `tree` is the mesh's. Any thread.
std::vector<Nesting> nestingOf(const Mesh& mesh, const std::vector<Shell>& shells, const TriangleTree& tree);

/// Whether a shell faces as its place asks: outward if it is the outside of a solid, into the hollow if it is a cavity.
/// A solid inside a solid would be printed twice, and is turned too.
bool facesRight(const Shell& shell, const Nesting& nesting);

}  // namespace hipwright
