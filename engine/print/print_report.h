// Whether a surface can be printed: every fault a slicer would find, with the triangles that show it.
#pragma once

#include "engine/print/wall_thickness.h"
#include "engine/surface/mesh_check.h"

#include <stop_token>
#include <vector>

namespace hipwright {

/// The reader may turn the part by quarter turns to fit.
struct PrintOptions {
  Vec3 printerMm{250, 210, 210};  ///< the box the printer can fill, each side positive
  double thinnestWallMm = 0.4;    ///< one line of the usual nozzle
};

enum class PrintCheck {
  NoSurface,
  OpenEdges,
  NonManifoldEdges,
  NonManifoldVertices,
  FlippedEdges,
  InsideOut,
  DegenerateTriangles,
  DuplicateTriangles,
  SelfIntersections,
  ThinWalls,
  PrinterSize,
  Unit,
  Parts,
};

/// Note: worth knowing, but nothing to repair.
enum class Verdict { Pass, Note, Fail };

struct PrintFinding {
  PrintCheck check = PrintCheck::NoSurface;
  Verdict verdict = Verdict::Pass;
  std::int64_t count = 0;                ///< of faults; of parts for Parts
  std::vector<std::uint32_t> triangles;  ///< that show the fault, ascending; empty where the whole surface is meant
};

struct PrintReport {
  MeshReport mesh;
  PrintOptions options;
  WallThickness wall;
  std::vector<PrintFinding> findings;  ///< one per check, in the order of PrintCheck

  bool passes() const;  ///< no finding fails
  const PrintFinding& finding(PrintCheck check) const;
};

/// `mesh` is in mm. About a second for 100,000 triangles. Throws Error(Internal) as checkMesh, Cancelled. Any thread.
PrintReport reportForPrinting(const Mesh& mesh, const PrintOptions& options, const std::stop_token& stop);

}  // namespace hipwright
